import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notes } from '@/db/schema';
import { read } from '../database';
import { caseRow } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, makeMove, type People } from '../testing/factories';
import { eventsAfter } from '../testing/outcome';
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

/** An answer leads back only to where the question was asked. */
const askedWhileAwaiting: Status[] = ['checking', 'searching', 'awaiting-reply', 'needs-information'];

describe('every transition of the table, by the real commands', () => {
  it('leads out of every status but joined', () => {
    expect(new Set(transitions.map(({ from }) => from))).toEqual(new Set(statuses.filter((one) => one !== 'joined')));
  });

  it.each(transitions)('$from → $to by $way', async ({ from, to, way, back }) => {
    const made = await aCaseIn(from, { people, ...(way === 'answer' ? { way: askedWhileAwaiting } : {}) });
    const before = await caseRow(made.caseId);
    expect(before.status).toBe(from);

    await makeMove(made, to);

    const after = await caseRow(made.caseId);
    expect(after.status).toBe(to);
    expect(after.version).toBeGreaterThan(before.version);
    const moved = (await eventsAfter(0, { caseId: made.caseId, kind: 'case.moved' })).at(-1);
    expect(moved?.data).toMatchObject({ from, to });
    if (!back) return;
    const [reason] = await read()
      .select()
      .from(notes)
      .where(eq(notes.id, String(moved?.data.noteId)));
    expect(reason).toMatchObject({ caseId: made.caseId, kind: 'reason', text: 'Жаңа дерек табылды.' });
  });
});
