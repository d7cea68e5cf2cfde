import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseJoins, notes } from '@/db/schema';
import { atMoment } from '../clock';
import { read } from '../database';
import type { StaffActor } from '../permissions';
import { changeStaff } from '../staff/commands';
import { anApplication } from '../testing/applications';
import { caseRow, openQuestions, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, anAdministrator, aResearcher, makeMove, moveBy, type People } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { startOfDay } from '../working-days';
import {
  addNote,
  assignCase,
  correctCase,
  decideMove,
  extendTerm,
  joinCases,
  moveUnseen,
  openFoundCase,
  partCase,
  takeCase,
} from './commands';
import { movesFrom, statuses } from './pipeline';

let database: TestDatabase;
let people: People;
let researcher: StaffActor;
let manager: StaffActor;
beforeEach(async () => {
  database = await openTestDatabase();
  researcher = await aResearcher();
  manager = await aManager();
  people = { researcher, manager };
});
afterEach(() => database.close());

const notesOf = (caseId: string) => read().select().from(notes).where(eq(notes.caseId, caseId));
const soldier = { surname: 'Ахметов', givenName: 'Қасым', patronymic: '', birth: '1920', birthPlace: 'Шу' };

describe('taking and assigning', () => {
  it('a free case is taken by the one who calls', async () => {
    const { caseId } = await anApplication();
    const seq = await lastSeq();
    await takeCase(researcher, { caseId, version: 1 });
    expect(await caseRow(caseId)).toMatchObject({ assigneeId: researcher.staffId, version: 2 });
    expect(await eventsAfter(seq)).toMatchObject([
      { kind: 'case.assigned', actorId: researcher.staffId, data: { assigneeId: researcher.staffId } },
    ]);
    expect(await refusalOf(takeCase(manager, { caseId, version: 2 }))).toBe('case.taken');
  });

  it('of ten who take it at once one has it', async () => {
    const { caseId } = await anApplication();
    const rivals = [researcher, manager, await aResearcher(), await aResearcher(), await aManager()];
    const calls = [...rivals, ...rivals].map((actor) => refusalOf(takeCase(actor, { caseId, version: 1 })));
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter((one) => one === 'accepted')).toHaveLength(1);
    expect(outcomes.filter((one) => one === 'case.stale')).toHaveLength(9);
    expect(await eventsAfter(0, { caseId, kind: 'case.assigned' })).toHaveLength(1);
  });

  it('is handed over with a note; the giver can no longer write', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    const next = await aResearcher();
    const handOver = { ...(await pageOf(caseId)), assigneeId: next.staffId, note: 'Подольскіден хат күтіңіз.' };
    expect(await refusalOf(assignCase(next, handOver))).toBe('access.not-yours');
    expect(await recordedBy(() => assignCase(researcher, handOver))).toEqual(['note.written', 'case.assigned']);
    expect((await notesOf(caseId)).at(-1)).toMatchObject({ kind: 'note', text: 'Подольскіден хат күтіңіз.' });
    const move = { caseId, to: 'on-watch', reason: '' };
    expect(await refusalOf(moveUnseen(researcher, move))).toBe('access.not-yours');
    expect(await refusalOf(moveUnseen(next, move))).toBe('guard.checklist-complete');
  });

  it('goes to nobody who does not search: administrators, those who left', async () => {
    const { caseId } = await anApplication();
    const administrator = await anAdministrator();
    const gone = await aResearcher();
    await changeStaff(administrator, { memberId: gone.staffId, name: gone.name, role: 'researcher', active: false });
    for (const assigneeId of [administrator.staffId, gone.staffId, caseId])
      expect(await refusedFields(assignCase(manager, { ...(await pageOf(caseId)), assigneeId }))).toEqual({
        assigneeId: 'case.assignee-unfit',
      });
  });
});

describe('a stale page', () => {
  it('is refused by every command that carries a version, and nothing of it is kept', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    const page = { caseId, version: (await caseRow(caseId)).version - 1 };
    const before = [await caseRow(caseId), await notesOf(caseId), await lastSeq()];
    const reason = 'Себебі бар.';
    for (const call of [
      takeCase(researcher, page),
      assignCase(researcher, { ...page, assigneeId: manager.staffId, note: reason }),
      decideMove(researcher, { ...page, to: 'forwarded', reason }),
      joinCases(researcher, { ...page, intoId: (await anApplication()).caseId, reason }),
      partCase(researcher, { ...page, reason }),
      correctCase(researcher, { ...page, ...soldier }),
      extendTerm(manager, { ...page, to: '2026-01-01', reason }),
    ])
      expect(await refusalOf(call)).toBe('case.stale');
    const after = [await caseRow(caseId), await notesOf(caseId)];
    expect(after).toEqual(before.slice(0, 2));
  });
});

describe('moving', () => {
  it('every move back says why', async () => {
    for (const from of ['needs-information', 'awaiting-reply', 'family-informed', 'withdrawn'] as const) {
      const hand = await aCaseIn(from, { people });
      for (const to of statuses.filter((one) => movesFrom(from)[one]?.back)) {
        const page = { ...(await pageOf(hand.caseId)), to, reason: '  ' };
        expect(await refusalOf(decideMove(researcher, page)), `${from} → ${to}`).toBe('case.reason-needed');
        expect(await refusalOf(moveUnseen(researcher, { caseId: hand.caseId, to })), `${from} → ${to}`).toBe(
          'case.reason-needed',
        );
      }
    }
  });

  it('only as the table has it', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    for (const to of statuses.filter((one) => movesFrom('searching')[one]?.way !== 'move'))
      expect(await refusalOf(moveUnseen(researcher, { caseId, to })), to).toBe('case.no-such-move');
    expect(await refusedFields(moveUnseen(researcher, { caseId, to: 'found' }))).toEqual({ to: 'input.choose' });
  });

  it('of two who move it at once from the same page one wins', async () => {
    const { caseId } = await aCaseIn('checking', { people });
    const page = { ...(await pageOf(caseId)), to: 'searching' };
    const outcomes = await Promise.all([refusalOf(decideMove(researcher, page)), refusalOf(decideMove(manager, page))]);
    expect(outcomes.sort()).toEqual(['accepted', 'case.stale']);
  });
});

describe('joining and parting', () => {
  it('is a link both cases tell of, and parting restores the status', async () => {
    const { caseId } = await aCaseIn('awaiting-reply', { people });
    const { caseId: intoId } = await anApplication();
    const reason = 'Бір адам: анасының аты бірдей.';
    const seq = await lastSeq();
    await joinCases(researcher, { ...(await pageOf(caseId)), intoId, reason });
    expect((await caseRow(caseId)).status).toBe('joined');
    expect((await eventsAfter(seq)).map(({ kind, caseId: of }) => [kind, of])).toEqual([
      ['case.moved', caseId],
      ['case.joined', intoId],
    ]);

    expect(await recordedBy(async () => partCase(researcher, { ...(await pageOf(caseId)), reason }))).toEqual([
      'case.parted',
      'case.moved',
    ]);
    expect((await caseRow(caseId)).status).toBe('awaiting-reply');
    const [join] = await read().select().from(caseJoins).where(eq(caseJoins.caseId, caseId));
    expect(join?.partedAt).not.toBeNull();
    expect(await refusalOf(partCase(researcher, { ...(await pageOf(caseId)), reason }))).toBe('case.no-such-move');
  });

  it('a question asked before still leads back to where it was asked', async () => {
    const hand = await aCaseIn('needs-information', { people, way: ['checking', 'searching', 'needs-information'] });
    await makeMove(hand, 'joined');
    await partCase(researcher, { ...(await pageOf(hand.caseId)), reason: 'Басқа адам.' });
    expect((await caseRow(hand.caseId)).status).toBe('needs-information');
    await moveBy.answer(hand, 'searching', '');
    expect(await openQuestions(hand.caseId)).toEqual([]);
    expect((await caseRow(hand.caseId)).status).toBe('searching');
  });

  it('is refused to a researcher who holds another case', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    const { caseId: intoId } = await anApplication();
    const call = joinCases(await aResearcher(), { ...(await pageOf(caseId)), intoId, reason: 'Бір адам.' });
    expect(await refusalOf(call)).toBe('access.not-yours');
  });
});

describe('the rest of the case page', () => {
  it('correcting names the fields and never the values', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    const seq = await lastSeq();
    await correctCase(researcher, { ...(await pageOf(caseId)), ...soldier, birth: '__.04.1920' });
    expect(await caseRow(caseId)).toMatchObject({
      surname: 'Ахметов',
      searchText: ' ахметов касым',
      birth: '__.04.1920',
      birthEarliest: '1920-04-01',
      birthLatest: '1920-04-30',
    });
    const [event] = await eventsAfter(seq);
    expect(event?.data.fields).toEqual(expect.arrayContaining(['surname', 'birth', 'birthPlace']));
    expect(JSON.stringify(event)).not.toContain('Ахметов');
    const again = correctCase(researcher, { ...(await pageOf(caseId)), ...soldier, birth: '__.04.1920' });
    expect(await refusalOf(again)).toBe('case.nothing-changed');
    const young = correctCase(researcher, { ...(await pageOf(caseId)), ...soldier, birth: '1950' });
    expect(await refusedFields(young)).toHaveProperty('birth');
  });

  it('a manager extends the term by at most two months, with a reason', async () => {
    const { caseId } = await aCaseIn('searching', { people });
    await atMoment(startOfDay('2020-02-03') + 9 * 3600_000, async () => {
      const extend = async (actor: StaffActor, to: string) =>
        extendTerm(actor, { ...(await pageOf(caseId)), to, reason: 'Подольск жауабы күтілуде.' });
      expect(await refusedFields(extend(manager, '2020-04-04'))).toEqual({ to: 'case.extension-too-long' });
      expect(await refusedFields(extend(manager, '2020-02-03'))).toEqual({ to: 'case.extension-too-long' });
      expect(await refusalOf(extend(researcher, '2020-04-03'))).toBe('access.denied');
      expect(await recordedBy(() => extend(manager, '2020-04-03'))).toEqual(['case.extended']);
    });
    expect((await caseRow(caseId)).extendedTo).toBe('2020-04-03');
  });

  it('anybody who reads cases may leave a note; an empty one is none', async () => {
    const { caseId } = await aCaseIn('closed', { people });
    const reader = await aResearcher();
    expect(await recordedBy(() => addNote(reader, { caseId, text: 'Немересі хабарласты.' }))).toEqual(['note.written']);
    expect((await notesOf(caseId)).at(-1)).toMatchObject({ kind: 'note', writtenBy: reader.staffId });
    expect(await refusedFields(addNote(reader, { caseId, text: ' ' }))).toEqual({ text: 'input.required' });
    expect(await refusalOf(addNote(await anAdministrator(), { caseId, text: 'Жазба.' }))).toBe('access.denied');
  });

  it('a find opens a case without an application, under the next number', async () => {
    const first = await caseRow((await anApplication()).caseId);
    const { caseId } = await openFoundCase(researcher, { origin: 'find', ...soldier });
    expect(await caseRow(caseId)).toMatchObject({ origin: 'find', status: 'received', number: first.number + 1 });
    const nameless = { origin: 'grave-list', surname: '', givenName: '', patronymic: '', birth: '1915' };
    expect(await refusedFields(openFoundCase(researcher, nameless))).toEqual({ surname: 'application.no-name' });
  });
});
