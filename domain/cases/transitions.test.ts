import { desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conclusions, events, notes } from '@/db/schema';
import { read } from '../database';
import { type CaseInHand, caseRow } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase, makeMove, type People } from '../testing/factories';
import { movesFrom, type Status, statuses } from './pipeline';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const transitions = statuses.flatMap((from) =>
  statuses.flatMap((to) => {
    const move = movesFrom(from)[to];
    return move ? [{ from, to, ...move }] : [];
  }),
);

/** Where the usual way does not lead to the move. */
const otherWay: Partial<Record<`${Status} ${Status}`, Status[]>> = {
  'needs-information awaiting-reply': ['checking', 'searching', 'awaiting-reply', 'needs-information'],
  'withdrawn searching': ['checking', 'searching', 'withdrawn'],
};

const lastEvents = (caseId: string, kind: string) =>
  read().select().from(events).where(eq(events.caseId, caseId)).orderBy(desc(events.seq)).then((all) => all.filter((one) => one.kind === kind));

describe('every transition of the table, by the real commands', () => {
  it('are as many as the table says', () => {
    expect(transitions.length).toBeGreaterThan(50);
    expect(new Set(transitions.map(({ from }) => from)).size).toBe(statuses.length - 1);
  });

  it.each(transitions)('$from → $to ($way)', async ({ from, to, back }) => {
    const made: MadeCase = await aCaseIn(from, { people, ...(otherWay[`${from} ${to}`] ? { way: otherWay[`${from} ${to}`] } : {}) });
    const before = await caseRow(made.caseId);
    expect(before.status).toBe(from);

    await makeMove(made, to);

    const after = await caseRow(made.caseId);
    expect(after.status).toBe(to);
    expect(after.version).toBeGreaterThan(before.version);
    const [moved] = await lastEvents(made.caseId, 'case.moved');
    const data = JSON.parse(moved?.data ?? '{}');
    expect(data).toMatchObject({ from, to });
    if (back) {
      const [note] = await read().select().from(notes).where(eq(notes.id, data.noteId));
      expect(note).toMatchObject({ caseId: made.caseId, kind: 'reason' });
      expect(note?.text).not.toBe('');
    }
  });
});
