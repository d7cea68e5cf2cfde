import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, letters, notes } from '@/db/schema';
import { decideMove } from '../cases/commands';
import { now } from '../clock';
import { read } from '../database';
import { anApplication } from '../testing/applications';
import {
  approve,
  caseRow,
  draftLetter,
  pageOf,
  registeredLetter,
  searchEverything,
  sendLetter,
} from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import {
  aCaseIn,
  aManager,
  anAdministrator,
  aResearcher,
  type MadeCase,
  makeMove,
  type People,
} from '../testing/factories';
import { recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { addDays, dayOf } from '../working-days';
import { approveLetter, returnLetter } from './letter-approving';
import { discardLetter, editLetter, writeLetter } from './letter-drafting';
import { letterFacts } from './letter-facts';
import type { LetterKind } from './letter-kinds';
import { changeNumbering } from './letter-numbers';
import { letterPage } from './letter-queries';
import { registerLetter, settleLetter } from './letter-registering';
import { everyLetterToDo, lettersToDo } from './letters-to-do';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const searching = () => aCaseIn('searching', { people });
const rowOf = async (letterId: string) => {
  const [row] = await read().select().from(letters).where(eq(letters.id, letterId));
  if (!row) throw new Error('No such letter');
  return row;
};
const seen = async (letterId: string) => {
  const { caseId, version } = await rowOf(letterId);
  return { caseId, letterId, version };
};
const interim = (hand: MadeCase) => draftLetter(hand, 'interim', hand.applicationId);
const edited = { language: 'kk', text: 'Құрметті Айгүл Серікқызы, толықтырылған жауап.' };

describe('a letter goes its way', () => {
  it('written, approved by the signatory, registered, handed over', async () => {
    const hand = await searching();
    const letterId = await interim(hand);
    expect(await rowOf(letterId)).toMatchObject({ state: 'draft', settledAt: null, applicationId: hand.applicationId });
    expect(await recordedBy(() => approve(hand, letterId))).toEqual(['letter.approved']);
    expect(await rowOf(letterId)).toMatchObject({ state: 'approved', approvedBy: people.manager.staffId });
    const registered = { caseId: hand.caseId, letterId };
    expect(await recordedBy(() => registerLetter(people.researcher, registered))).toEqual(['letter.registered']);
    const { number, numberedOn, frozen } = await rowOf(letterId);
    expect(number).toMatch(/^\d\d\/\d+$/);
    expect(numberedOn).toBe(dayOf(now()));
    expect(frozen).toMatchObject({ form: 1, number, signatory: people.manager.name, addressee: 'Айгүл Серікқызы' });
    const over = { ...registered, state: 'handed-over', channel: 'in-person', recipient: 'Ұлы Дәурен' };
    expect(await recordedBy(() => settleLetter(people.researcher, over))).toEqual(['letter.settled']);
    expect(await rowOf(letterId)).toMatchObject({
      state: 'handed-over',
      channel: 'in-person',
      recipient: 'Ұлы Дәурен',
      settledBy: people.researcher.staffId,
    });
    expect(await refusalOf(settleLetter(people.researcher, over))).toBe('letter.not-found');
  });

  it('in this order only, an acknowledgement too', async () => {
    const hand = await searching();
    const letterId = await draftLetter(hand, 'acknowledgement', hand.applicationId);
    const its = { caseId: hand.caseId, letterId };
    const sent = { ...its, state: 'sent', channel: 'post' };
    const steps = [() => registerLetter(people.researcher, its), () => settleLetter(people.researcher, sent)];
    for (const step of steps) expect(await refusalOf(step())).toBe('letter.not-found');
    await approve(hand, letterId);
    expect(await refusalOf(settleLetter(people.researcher, sent))).toBe('letter.not-found');
    await registerLetter(people.researcher, its);
    expect(await refusalOf(registerLetter(people.researcher, its))).toBe('letter.not-found');
    const late = { ...(await seen(letterId)), ...edited };
    expect(await refusalOf(editLetter(people.researcher, late))).toBe('letter.not-found');
    expect(await refusalOf(discardLetter(people.researcher, await seen(letterId)))).toBe('letter.not-found');
    expect(await refusalOf(settleLetter(people.researcher, sent))).toBe('accepted');
  });

  it('approved by a manager only, as they saw it, without a gap', async () => {
    const hand = await searching();
    const letterId = await draftLetter(hand, 'interim', hand.applicationId, { text: 'Себебі: ____' });
    expect(await refusalOf(approveLetter(people.researcher, await seen(letterId)))).toBe('access.denied');
    expect(await refusalOf(approveLetter(people.manager, await seen(letterId)))).toBe('letter.gap-left');
    const before = await seen(letterId);
    await editLetter(people.researcher, { ...before, ...edited });
    expect(await refusalOf(approveLetter(people.manager, before))).toBe('letter.stale');
    expect(await refusalOf(editLetter(people.researcher, { ...before, ...edited }))).toBe('letter.stale');
    expect(await refusalOf(approveLetter(people.manager, await seen(letterId)))).toBe('accepted');
  });

  it('an approved letter that is edited waits for the signatory again', async () => {
    const hand = await searching();
    const letterId = await interim(hand);
    await approve(hand, letterId);
    const change = { ...(await seen(letterId)), ...edited };
    expect(await recordedBy(() => editLetter(people.researcher, change))).toEqual(['letter.edited']);
    expect(await rowOf(letterId)).toMatchObject({ state: 'draft', approvedBy: null, approvedAt: null });
  });

  it('comes back with a reason, which falls with the next edit', async () => {
    const hand = await searching();
    const letterId = await interim(hand);
    await approve(hand, letterId);
    const back = { ...(await seen(letterId)), reason: 'Мекеме аты қате.' };
    expect(await recordedBy(() => returnLetter(people.manager, back))).toEqual(['letter.returned']);
    expect(await rowOf(letterId)).toMatchObject({ state: 'draft', reason: 'Мекеме аты қате.', approvedBy: null });
    const [note] = await read().select().from(notes).where(eq(notes.text, 'Мекеме аты қате.'));
    expect(note).toMatchObject({ caseId: hand.caseId, kind: 'reason' });
    await editLetter(people.researcher, { ...(await seen(letterId)), ...edited });
    expect((await rowOf(letterId)).reason).toBe('');
  });

  it('a draft nobody wants is discarded', async () => {
    const letterId = await interim(await searching());
    expect(await recordedBy(async () => discardLetter(people.researcher, await seen(letterId)))).toEqual([
      'letter.discarded',
    ]);
    expect((await rowOf(letterId)).state).toBe('discarded');
  });

  it('goes to this family and to a known body', async () => {
    const hand = await searching();
    const stranger = await anApplication();
    const shape = { caseId: hand.caseId, kind: 'interim', language: 'kk', text: 'Хат.' };
    const write = (over: object) => refusedFields(writeLetter(people.researcher, { ...shape, ...over }));
    expect(await write({ addresseeId: stranger.applicationId })).toEqual({ addresseeId: 'application.not-found' });
    expect(await write({ kind: 'forwarding' })).toEqual({ partnerId: 'letter.partner-needed' });
    expect(await write({ kind: 'forwarding', partnerId: 'nobody' })).toEqual({ partnerId: 'partner.not-found' });
    expect(await refusalOf(writeLetter(await aResearcher(), shape))).toBe('access.not-yours');
  });
});

describe('the outgoing number', () => {
  it('is typed from the journal, or the next free one of our own counter', async () => {
    const hand = await searching();
    const numberOf = async (number = '') => {
      const letterId = await interim(hand);
      await approve(hand, letterId);
      return (await registerLetter(people.researcher, { caseId: hand.caseId, letterId, number })).number;
    };
    const [year = '', n = ''] = (await numberOf()).split('/');
    expect(await numberOf(`${year}/${Number(n) + 1}`)).toBe(`${year}/${Number(n) + 1}`);
    expect(await numberOf()).toBe(`${year}/${Number(n) + 2}`);
    expect(await refusedFields(numberOf(`${year}/${n}`))).toEqual({ number: 'letter.number-taken' });
    expect(await refusedFields(changeNumbering(people.manager, { pattern: '{n}' }))).toEqual({
      pattern: 'letter.pattern',
    });
    const pattern = 'ІЖ-{yyyy}-{n}';
    expect(await recordedBy(async () => changeNumbering(await anAdministrator(), { pattern }))).toEqual([
      'setting.changed',
    ]);
    expect(await numberOf()).toBe(`ІЖ-20${year}-${Number(n) + 3}`);
    await changeNumbering(people.manager, { pattern: '{yy}/{n}' });
  });

  it('stands under a day gone by, not before the letter was written; so does the day it went out', async () => {
    const hand = await searching();
    const letterId = await interim(hand);
    await approve(hand, letterId);
    const today = dayOf(now());
    const on = (day: string) => registerLetter(people.researcher, { caseId: hand.caseId, letterId, day });
    expect(await refusedFields(on(addDays(today, 1)))).toEqual({ day: 'input.day-in-future' });
    expect(await refusedFields(on(addDays(today, -1)))).toEqual({ day: 'letter.day-too-early' });
    await on(today);
    const sent = { caseId: hand.caseId, letterId, state: 'sent', channel: 'post' };
    const settledOn = (day: string) => settleLetter(people.researcher, { ...sent, day });
    expect(await refusedFields(settledOn(addDays(today, 1)))).toEqual({ day: 'input.day-in-future' });
    expect(await refusedFields(settledOn(addDays(today, -1)))).toEqual({ day: 'letter.day-too-early' });
    await settledOn(today);
    expect(dayOf((await rowOf(letterId)).settledAt ?? 0)).toBe(today);
  });
});

describe('a result letter', () => {
  const drafted = (hand: MadeCase, kind: LetterKind) => refusalOf(draftLetter(hand, kind, hand.applicationId));

  it('states what is confirmed: a partial result the fate, a certificate the primary burial', async () => {
    const hand = await aCaseIn('under-review', { people });
    for (const kind of ['result', 'partial', 'certificate'] as const)
      expect(await drafted(hand, kind)).toBe('letter.nothing-confirmed');
    await makeMove(hand, 'fate-established');
    expect(await drafted(hand, 'result')).toBe('accepted');
    expect(await drafted(hand, 'partial')).toBe('accepted');
    expect(await drafted(hand, 'certificate')).toBe('letter.nothing-confirmed');
    const buried = await aCaseIn('burial-established', { people });
    expect(await drafted(buried, 'certificate')).toBe('accepted');
    expect(await drafted(buried, 'partial')).toBe('letter.burial-known');
  });

  it('goes no step further when another conclusion is in force, and is then kept back with a reason', async () => {
    const hand = await aCaseIn('fate-established', { people });
    const draft = await draftLetter(hand, 'result', hand.applicationId);
    const approved = await draftLetter(hand, 'result', hand.applicationId);
    await approve(hand, approved);
    const registered = await registeredLetter(hand, 'result', hand.applicationId);
    await makeMove(hand, 'under-review');
    await makeMove(hand, 'burial-established');
    const its = (letterId: string) => ({ caseId: hand.caseId, letterId });
    const sent = { ...its(registered), state: 'sent', channel: 'post' };
    expect(await refusalOf(approveLetter(people.manager, await seen(draft)))).toBe('letter.conclusion-changed');
    expect(await refusalOf(registerLetter(people.researcher, its(approved)))).toBe('letter.conclusion-changed');
    expect(await refusalOf(settleLetter(people.researcher, sent))).toBe('letter.conclusion-changed');
    expect((await letterPage(people.researcher, { letterId: registered })).hindrance).toBe('letter.conclusion-changed');
    const kept = { ...sent, state: 'cannot-be-sent', reason: 'Деректер өзгерді.' };
    expect(await refusalOf(settleLetter(people.researcher, kept))).toBe('accepted');
    // Kept back about what fell, it tells the family nothing of what is in force.
    const told = { ...(await pageOf(hand.caseId)), to: 'family-informed', reason: '' };
    expect(await refusalOf(decideMove(people.researcher, told))).toBe('guard.families-told');
    // Edited, the draft states what is in force now.
    await editLetter(people.researcher, { ...(await seen(draft)), ...edited });
    expect(await refusalOf(approveLetter(people.manager, await seen(draft)))).toBe('accepted');
  });

  it('that cannot be sent says why, and then counts as told', async () => {
    const hand = await aCaseIn('burial-established', { people });
    const letterId = await registeredLetter(hand, 'result', hand.applicationId);
    const cannot = { caseId: hand.caseId, letterId, state: 'cannot-be-sent', channel: 'post' };
    expect(await refusedFields(settleLetter(people.researcher, cannot))).toEqual({ reason: 'letter.reason-needed' });
    await settleLetter(people.researcher, { ...cannot, reason: 'Адресат қайтыс болған.' });
    await makeMove(hand, 'family-informed');
    expect((await caseRow(hand.caseId)).status).toBe('family-informed');
  });

  it('is told only when it went out: no approved or registered letter counts', async () => {
    const hand = await aCaseIn('searching', { people });
    await searchEverything(hand);
    await registeredLetter(hand, 'search-report', hand.applicationId);
    const move = async () =>
      decideMove(people.researcher, { ...(await pageOf(hand.caseId)), to: 'on-watch', reason: '' });
    expect(await refusalOf(move())).toBe('guard.search-letter-sent');
    await sendLetter(hand, 'search-report', hand.applicationId);
    expect(await refusalOf(move())).toBe('accepted');
  });
});

describe('a correction', () => {
  const aWrongLetter = async () => {
    const hand = await aCaseIn('burial-established', { people });
    const wrong = await sendLetter(hand, 'result', hand.applicationId);
    await database.store.tx(async (tx) => {
      await tx
        .update(conclusions)
        .set({ state: 'superseded', revokedAt: now(), revokedBy: people.manager.staffId })
        .where(eq(conclusions.caseId, hand.caseId));
    });
    return { hand, wrong };
  };

  it('takes back a letter that went out about what fell, and no other', async () => {
    const hand = await aCaseIn('burial-established', { people });
    const right = await sendLetter(hand, 'result', hand.applicationId);
    const correct = (of: MadeCase, correctsId: string) =>
      refusedFields(draftLetter(of, 'correction', of.applicationId, { correctsId }));
    expect(await correct(hand, right)).toEqual({ correctsId: 'letter.nothing-to-correct' });
    const { hand: other, wrong } = await aWrongLetter();
    expect(await correct(hand, wrong)).toEqual({ correctsId: 'letter.nothing-to-correct' });
    expect(await correct(other, wrong)).toEqual({});
  });

  it('is owed until it is written, and again when it is discarded', async () => {
    const { hand, wrong } = await aWrongLetter();
    const owed = async () =>
      (await lettersToDo(people.manager, {})).filter((one) => one.caseId === hand.caseId && one.what === 'correct');
    expect(await owed()).toMatchObject([{ letterId: wrong, kind: 'result' }]);
    const facts = { caseId: hand.caseId, kind: 'correction', language: 'kk', addresseeId: hand.applicationId };
    const { number } = await rowOf(wrong);
    expect((await letterFacts(people.researcher, { ...facts, correctsId: wrong })).earlier).toMatchObject({ number });
    const letterId = await draftLetter(hand, 'correction', hand.applicationId, { correctsId: wrong });
    expect(await owed()).toEqual([]);
    await discardLetter(people.researcher, await seen(letterId));
    expect(await owed()).toHaveLength(1);
    const { correctedBy } = await letterPage(people.manager, { letterId: wrong });
    expect(correctedBy).toEqual([]);
  });
});

describe('what waits for whom', () => {
  it('the signatory approves everywhere, the others go on with letters of their own cases', async () => {
    const hand = await searching();
    const tasks = async (actor: (typeof people)['researcher']) =>
      (await lettersToDo(actor, {})).filter((one) => one.caseId === hand.caseId).map(({ what }) => what);
    const letterId = await interim(hand);
    expect(await tasks(people.manager)).toEqual(['approve']);
    expect(await tasks(people.researcher)).toEqual([]);
    await returnLetter(people.manager, { ...(await seen(letterId)), reason: 'Қысқарту керек.' });
    expect(await tasks(people.researcher)).toEqual(['mend']);
    expect(await tasks(people.manager)).toEqual([]);
    await approve(hand, letterId);
    expect(await tasks(people.researcher)).toEqual(['register']);
    await registerLetter(people.researcher, { caseId: hand.caseId, letterId });
    expect(await tasks(people.researcher)).toEqual(['send']);
    expect(await tasks(await aResearcher())).toEqual([]);
    const everyone = await everyLetterToDo(await aResearcher(), {});
    expect(everyone.filter((one) => one.letterId === letterId)).toMatchObject([
      { what: 'send', kind: 'interim', number: expect.any(Number), applicant: 'Айгүл Серікқызы' },
    ]);
  });
});
