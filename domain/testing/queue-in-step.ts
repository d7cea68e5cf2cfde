/** Holds the queue and the spells that changes kept against those made anew from cases and events. */
import { expect } from 'vitest';
import { caseCounts, caseQueue, caseSpells } from '@/db/schema';
import { remakeQueue } from '../cases/queue-filling';
import { remakeSpells } from '../cases/spells-filling';
import { read } from '../database';

const whole = async () => ({
  rows: await read().select().from(caseQueue).orderBy(caseQueue.number),
  counts: (await read().select().from(caseCounts).orderBy(caseCounts.statusRank, caseCounts.assigneeId)).filter(
    (row) => row.cases !== 0,
  ),
  spells: await read().select().from(caseSpells).orderBy(caseSpells.caseId, caseSpells.fromAt, caseSpells.untilAt),
});

/** @returns how many cases it was compared for */
export async function expectQueueInStep(): Promise<number> {
  const kept = await whole();
  await remakeQueue();
  await remakeSpells();
  expect(kept).toEqual(await whole());
  return kept.rows.length;
}
