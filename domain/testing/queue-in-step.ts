/** Holds the queue that changes kept against one made anew from the cases. */
import { expect } from 'vitest';
import { caseCounts, caseQueue } from '@/db/schema';
import { remakeQueue } from '../cases/queue-filling';
import { read } from '../database';

const whole = async () => ({
  rows: await read().select().from(caseQueue).orderBy(caseQueue.number),
  counts: (await read().select().from(caseCounts).orderBy(caseCounts.statusRank, caseCounts.assigneeId)).filter(
    (row) => row.cases !== 0,
  ),
});

/** @returns how many cases it was compared for */
export async function expectQueueInStep(): Promise<number> {
  const kept = await whole();
  await remakeQueue();
  expect(kept).toEqual(await whole());
  return kept.rows.length;
}
