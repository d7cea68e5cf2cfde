/** The queue and the full text made anew from the cases: for a register that is older than they are, and whenever they are in doubt. */
import { gt, sql } from 'drizzle-orm';
import { caseCounts, caseQueue, cases, staleTexts } from '@/db/schema';
import { bookkeep } from '../change';
import { read } from '../database';
import { refreshQueue } from './queue';

const batch = 500;

/** Fills the queue of a register that has cases and no queue; the worker takes in their words. @returns whether it was needed */
export async function fillQueue(): Promise<boolean> {
  const [queued] = await read().select({ number: caseQueue.number }).from(caseQueue).limit(1);
  const [known] = await read().select({ number: cases.number }).from(cases).limit(1);
  if (queued || !known) return false;
  await remakeQueue();
  return true;
}

/**
 * Makes the queue anew in one transaction, some ten seconds for 100,000 cases, and marks every case for the full text.
 * @param tell told how many cases are done
 */
export function remakeQueue(tell: (done: number) => void = () => {}): Promise<void> {
  return bookkeep(async (tx) => {
    await tx.delete(caseQueue);
    await tx.delete(caseCounts);
    for (let last = 0, done = 0; ; ) {
      const rows = await tx
        .select({ id: cases.id, number: cases.number })
        .from(cases)
        .where(gt(cases.number, last))
        .orderBy(cases.number)
        .limit(batch);
      const end = rows.at(-1);
      if (!end) break;
      await refreshQueue(
        tx,
        rows.map((row) => row.id),
      );
      last = end.number;
      done += rows.length;
      tell(done);
    }
    await tx.delete(staleTexts);
    await tx.insert(staleTexts).select(tx.select({ caseId: sql<string>`id`.as('case_id') }).from(cases));
  });
}
