/** What follows an erasure outside its transaction: the last word once said, and the write-ahead log. */
import { setTimeout as pause } from 'node:timers/promises';
import { and, eq, inArray, isNotNull, lt, max, ne, notInArray, or } from 'drizzle-orm';
import { applications, type NoticeState, notices } from '@/db/schema';
import { bookkeep } from '../change';
import { now } from '../clock';
import { read, theStore } from '../database';

/** A last word that could not be said within this time, in milliseconds, is dropped with the address it was meant for. */
const lastWordLife = 30 * 24 * 3600_000;

/** Erasures are looked after for this long after that, in milliseconds; then nothing of them can be left. */
const sweptFor = 24 * 3600_000;

const said: NoticeState[] = ['sent', 'told', 'kept', 'dropped'];

/**
 * Wipes name and address from the last word to applicants whose data were erased, once it was said or can no longer be; while
 * there were erasures lately, empties the write-ahead log. Called by the worker.
 */
export async function sweepErasures(): Promise<void> {
  const since = now() - lastWordLife;
  const [erased] = await read()
    .select({ latest: max(applications.erasedAt) })
    .from(applications);
  if ((erased?.latest ?? 0) < since - sweptFor) return;
  const left = await read()
    .select({ id: notices.id })
    .from(notices)
    .innerJoin(applications, eq(applications.id, notices.applicationId))
    .where(
      and(
        isNotNull(applications.erasedAt),
        or(ne(notices.name, ''), ne(notices.address, '')),
        or(inArray(notices.state, said), lt(notices.createdAt, since)),
      ),
    );
  const ids = left.map((row) => row.id);
  if (ids.length > 0)
    await bookkeep(async (tx) => {
      await tx
        .update(notices)
        .set({ state: 'dropped', settledAt: now() })
        .where(and(inArray(notices.id, ids), notInArray(notices.state, said)));
      await tx.update(notices).set({ name: '', address: '', data: {}, lastAnswer: '' }).where(inArray(notices.id, ids));
    });
  await emptyLog();
}

/**
 * Moves the write-ahead log into the database and empties it, so that pages as they were before are in neither. Waits up to five
 * seconds for readers of other processes; a log that is still read then is emptied by the next sweep or backup.
 * @returns whether it is empty
 */
export async function emptyLog(): Promise<boolean> {
  const { writer } = theStore().engine;
  for (const giveUpAt = Date.now() + 5000; Date.now() < giveUpAt; await pause(50)) {
    // Only what is committed can be moved; a test undoes what it did in an outer transaction.
    if (writer.inTransaction) continue;
    try {
      if (writer.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0) return true;
    } catch (error) {
      if (!String(error).includes('locked') && !String(error).includes('busy')) throw error;
    }
  }
  return false;
}
