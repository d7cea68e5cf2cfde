import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseSpells, cases, conclusions } from '@/db/schema';
import { bookkeep } from '../change';
import { now } from '../clock';
import { read } from '../database';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn } from '../testing/factories';
import { fillSpells, remakeSpells } from './spells-filling';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const spellsOf = (caseId: string) =>
  read()
    .select({ status: caseSpells.status, fromAt: caseSpells.fromAt, untilAt: caseSpells.untilAt })
    .from(caseSpells)
    .where(eq(caseSpells.caseId, caseId))
    .orderBy(asc(caseSpells.fromAt), asc(caseSpells.untilAt));

it('follow every move without a gap, the last one open', async () => {
  const { caseId } = await aCaseIn('searching');
  const spells = await spellsOf(caseId);
  expect(spells.map(({ status }) => status)).toEqual(['received', 'checking', 'searching']);
  expect(spells.map(({ fromAt }) => fromAt).slice(1)).toEqual(spells.map(({ untilAt }) => untilAt).slice(0, -1));
  expect(spells.at(-1)?.untilAt).toBeNull();
});

it('are filled once in a register that is older than they are', async () => {
  const { caseId } = await aCaseIn('closed');
  const kept = await spellsOf(caseId);
  expect(await fillSpells()).toBe(false);
  await bookkeep((tx) => tx.delete(caseSpells));
  expect(await fillSpells()).toBe(true);
  expect(await spellsOf(caseId)).toEqual(kept);
});

it('say of a case taken over that it was searched until its result', async () => {
  const { caseId } = await aCaseIn('closed');
  const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
  const receivedAt = row?.receivedAt ?? 0;
  const day = 24 * 3600_000;
  await bookkeep(async (tx) => {
    await tx
      .update(cases)
      .set({ takeoverId: 'act', receivedAt: now() - 30 * day })
      .where(eq(cases.id, caseId));
    await tx
      .update(conclusions)
      .set({ decidedAt: now() - 10 * day })
      .where(eq(conclusions.caseId, caseId));
  });
  await remakeSpells();
  const [first, second] = await spellsOf(caseId);
  expect(first).toMatchObject({ status: 'searching', untilAt: second?.fromAt });
  expect((first?.untilAt ?? 0) - (first?.fromAt ?? 0)).toBeGreaterThan(19 * day);
  expect(second?.untilAt).toBeGreaterThanOrEqual(receivedAt);
});
