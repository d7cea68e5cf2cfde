import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications, notices, settings, toldPhases } from '@/db/schema';
import { revokeConsent, withdrawApplication } from '../applications/commands';
import { decideMove, extendTerm, joinCases } from '../cases/commands';
import { confirmConclusion, markSensitive, releaseConclusion } from '../cases/conclusions';
import type { Status } from '../cases/pipeline';
import { bookkeep } from '../change';
import { settleLetter } from '../correspondence/letter-registering';
import { answerQuestion, askQuestion } from '../correspondence/questions';
import { read } from '../database';
import { settingKeys } from '../opening';
import { anApplication } from '../testing/applications';
import { pageOf, registeredLetter } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, makeMove } from '../testing/factories';
import { addDays, dayOf } from '../working-days';
import { queueNotice } from './outbox';
import { planNews } from './planning';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  await planNews();
});
afterEach(() => database.close());

const withMail = { email: 'aigul@mail.test' };

async function plan() {
  while (await planNews());
}

/** Kind and state of every notice, and the phase it tells of. */
async function outbox(applicationId?: string) {
  const rows = await read().select().from(notices).orderBy(notices.id);
  return rows
    .filter((row) => !applicationId || row.applicationId === applicationId)
    .map(({ kind, state, data }) => [kind === 'phase' ? `phase ${data.phase}` : kind, state].join(': '));
}

const sendAll = () =>
  bookkeep(async (tx) => {
    await tx.update(notices).set({ state: 'sent' }).where(eq(notices.state, 'waiting'));
  });

describe('the first time in a register', () => {
  it('begins with what happens from now on', async () => {
    await bookkeep(async (tx) => {
      await tx.delete(settings).where(eq(settings.key, 'news.cursor'));
    });
    const made = await aCaseIn('searching', { answers: withMail });
    await plan();
    expect(await outbox()).toEqual([]);
    await makeMove(made, 'awaiting-reply');
    await plan();
    expect(await outbox()).toEqual(['phase waiting: waiting']);
  });
});

describe('an application', () => {
  it('is acknowledged with its reference, to the reader’s address', async () => {
    const sent = await anApplication(withMail, 'ru');
    await plan();
    const [notice] = await read().select().from(notices);
    expect(notice).toMatchObject({
      kind: 'received',
      state: 'waiting',
      address: 'aigul@mail.test',
      name: 'Айгүл Серікқызы',
      language: 'ru',
      applicationId: sent.applicationId,
      nextAt: 0,
    });
    expect(JSON.stringify(notice)).not.toContain(sent.code);
    expect(notice?.data.day).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('goes to the helper when the news does', async () => {
    await anApplication({
      ...withMail,
      newsTo: 'helper',
      helperName: 'Дана',
      helperContact: '8 701 000 00 00, dana@mail.test',
    });
    await anApplication({ ...withMail, newsTo: 'helper', helperName: 'Дана', helperContact: '8 701 000 00 00' });
    await plan();
    const rows = await read().select().from(notices).orderBy(notices.id);
    expect(rows.map(({ name, address }) => [name, address])).toEqual([
      ['Дана', 'dana@mail.test'],
      ['Айгүл Серікқызы', 'aigul@mail.test'],
    ]);
  });

  it('without an address waits for somebody to tell it by hand', async () => {
    await anApplication();
    await plan();
    expect(await outbox()).toEqual(['received: by-hand']);
  });

  it('is kept and not sent in a demonstration', async () => {
    await bookkeep(async (tx) => {
      await tx.insert(settings).values({ key: settingKeys.demonstration, value: true });
    });
    await anApplication(withMail);
    await anApplication();
    await plan();
    expect(await outbox()).toEqual(['received: kept', 'received: by-hand']);
  });
});

describe('the public phase', () => {
  it('is told when it changes, once', async () => {
    const made = await aCaseIn('searching', { answers: withMail });
    await plan();
    await plan();
    expect(await outbox()).toEqual(['received: waiting', 'phase searching: waiting']);
    const [, phase] = await read().select().from(notices).orderBy(notices.id);
    expect(phase?.nextAt).toBeGreaterThan(Date.now() + 9 * 60_000);
    await sendAll();
    await makeMove(made, 'under-review');
    await plan();
    expect(await outbox()).toEqual(['received: sent', 'phase searching: sent']);
  });

  it('tells nothing of a quick move there and back', async () => {
    const made = await aCaseIn('searching', { answers: withMail });
    await plan();
    await sendAll();
    await makeMove(made, 'awaiting-reply');
    await plan();
    expect((await outbox()).at(-1)).toBe('phase waiting: waiting');
    await decideMove(made.researcher, { ...(await pageOf(made.caseId)), to: 'searching', reason: 'Қате.' });
    await plan();
    expect(await outbox()).toEqual(['received: sent', 'phase searching: sent', 'phase waiting: dropped']);
    await makeMove(made, 'awaiting-reply');
    await plan();
    expect((await outbox()).at(-1)).toBe('phase waiting: waiting');
  });

  it('names the body we wait for in the reader’s language', async () => {
    const made = await aCaseIn('searching', { answers: withMail });
    await plan();
    await makeMove(made, 'awaiting-reply');
    await plan();
    const rows = await read().select().from(notices).where(eq(notices.state, 'waiting'));
    expect(rows.at(-1)?.data).toMatchObject({
      phase: 'waiting',
      body: expect.stringMatching(/\S/),
      before: 'received',
    });
  });

  it('is left to the question when we need something', async () => {
    const made = await aCaseIn('checking', { answers: withMail });
    await plan();
    await sendAll();
    const asked = { caseId: made.caseId, addresseeId: made.applicationId, text: 'Қай жылы?', moveCase: true };
    const { questionId } = await askQuestion(made.researcher, asked);
    await plan();
    expect(await outbox()).toEqual(['received: sent', 'question: waiting']);
    await answerQuestion(made.applicant, { applicationId: made.applicationId, questionId, answer: '1941.' });
    await plan();
    expect(await outbox()).toEqual(['received: sent', 'question: dropped']);
  });

  it('is not told when it is withheld, and told when a manager releases it', async () => {
    const way = ['checking', 'searching', 'under-review'] as const satisfies readonly Status[];
    const made = await aCaseIn('under-review', { answers: withMail, way });
    await markSensitive(made.manager, { ...(await pageOf(made.caseId)), sensitive: 'on' });
    await plan();
    await sendAll();
    const before = await outbox();
    await releaseConclusion(made.manager, await pageOf(made.caseId));
    await plan();
    expect(await outbox()).toEqual(before);
    await confirmConclusion(made.manager, await pageOf(made.caseId));
    await plan();
    expect((await outbox()).at(-1)).toMatch(/^phase result-(?:fate|burial): waiting$/);
  });

  it('of a result waits for the letter where the applicant asked for it, and the letter is the news', async () => {
    const made = await aCaseIn('burial-established', { answers: { ...withMail, tellFirst: 'letter' } });
    await plan();
    expect(await outbox()).toEqual(['received: waiting', 'phase searching: waiting']);
    await sendAll();
    const letterId = await registeredLetter(made, 'result', made.applicationId);
    await settleLetter(made.researcher, { caseId: made.caseId, letterId, state: 'sent', channel: 'post', reason: '' });
    await plan();
    expect((await outbox()).slice(2)).toEqual(['letter: waiting']);
    await decideMove(made.researcher, { ...(await pageOf(made.caseId)), to: 'family-informed', reason: '' });
    await plan();
    expect((await outbox()).slice(2)).toEqual(['letter: waiting']);
  });

  it('of a result that is told by its letter before it was read is taken back', async () => {
    const made = await aCaseIn('burial-established', { answers: withMail });
    await plan();
    expect((await outbox()).at(-1)).toBe('phase result-burial: waiting');
    const letterId = await registeredLetter(made, 'result', made.applicationId);
    await settleLetter(made.researcher, { caseId: made.caseId, letterId, state: 'sent', channel: 'email', reason: '' });
    await plan();
    expect((await outbox()).slice(-2)).toEqual(['phase result-burial: dropped', 'letter: waiting']);
  });

  it('reaches every applicant of joined cases, each in their own notice', async () => {
    const one = await aCaseIn('searching', { answers: withMail });
    const other = await aCaseIn('searching', {
      answers: { email: 'other@mail.test' },
      people: { researcher: one.researcher, manager: one.manager },
    });
    await plan();
    await sendAll();
    await joinCases(one.researcher, { ...(await pageOf(other.caseId)), intoId: one.caseId, reason: 'Бір адам.' });
    await makeMove(one, 'awaiting-reply');
    await plan();
    expect((await outbox(one.applicationId)).at(-1)).toBe('phase waiting: waiting');
    expect((await outbox(other.applicationId)).at(-1)).toBe('phase waiting: waiting');
    const rows = await read().select().from(notices);
    for (const row of rows.filter((notice) => notice.applicationId === one.applicationId))
      expect(JSON.stringify(row)).not.toContain('other@mail.test');
  });
});

describe('other news', () => {
  it('says by which day the family hears from us when a term is moved', async () => {
    const made = await aCaseIn('searching', { answers: withMail });
    await plan();
    const to = addDays(dayOf(Date.now()), 40);
    await extendTerm(made.manager, { ...(await pageOf(made.caseId)), to, reason: 'Жауап күтеміз.' });
    await plan();
    const [term] = await read().select().from(notices).where(eq(notices.kind, 'term'));
    expect(term).toMatchObject({ state: 'waiting', data: { day: to } });
  });

  it('ends with a withdrawal, but for what the applicant did', async () => {
    const made = await aCaseIn('searching', { answers: withMail });
    const asked = { caseId: made.caseId, addresseeId: made.applicationId, text: 'Қай жылы?', moveCase: false };
    await askQuestion(made.researcher, asked);
    await plan();
    await withdrawApplication(made.applicant, { applicationId: made.applicationId });
    await revokeConsent(made.applicant, { applicationId: made.applicationId, kind: 'publication' });
    await plan();
    expect(await outbox()).toEqual([
      'received: dropped',
      'question: dropped',
      'phase searching: dropped',
      'consent-revoked: waiting',
    ]);
  });

  it('takes an address that is given over the one that is known, and makes no two notices of one event', async () => {
    const { applicationId } = await anApplication(withMail);
    const queue = () =>
      bookkeep((tx) => queueNotice(tx, { applicationId, kind: 'erased', data: {}, name: 'А', address: 'a@b.test' }));
    expect(await queue()).toMatch(/^[0-9a-f-]{36}$/);
    expect(await queue()).toBeNull();
    expect(await read().select().from(notices)).toMatchObject([{ name: 'А', address: 'a@b.test' }]);
  });
});

describe('however a case is moved', () => {
  it('no phase is told twice in a row, and the last one told is the one on the page', async () => {
    const moves = fc.array(fc.constantFrom<Status>('searching', 'awaiting-reply', 'on-watch', 'under-review'), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(moves, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), async (way, sends) => {
        const made = await aCaseIn('searching', { answers: withMail });
        await plan();
        for (const [index, to] of way.entries()) {
          await makeMove(made, to).catch(() => undefined);
          await plan();
          if (sends[index]) await sendAll();
        }
        await sendAll();
        // A letter tells its phase by itself, so the phase before it is news again after it.
        const lines = (await outbox(made.applicationId)).filter((line) => /^(?:phase .*: sent|letter: )/.test(line));
        expect(lines.filter((line, index) => line.startsWith('phase') && lines[index - 1] === line)).toEqual([]);
        const told = lines.filter((line) => line.startsWith('phase')).map((line) => line.slice(6, -6));
        const [kept] = await read().select().from(toldPhases).where(eq(toldPhases.applicationId, made.applicationId));
        const [row] = await read().select().from(applications).where(eq(applications.id, made.applicationId));
        expect(row).toBeDefined();
        const lettersTell = kept?.phase === 'not-found-yet';
        if (!lettersTell && told.length > 0) expect(kept?.phase).toBe(told.at(-1));
      }),
      { numRuns: 8 },
    );
  });
});
