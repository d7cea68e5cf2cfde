/** The one write path: rows and events together, all or nothing. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { desc } from 'drizzle-orm';
import { doneOnce, events } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { followChange } from './cases/following';
import { now } from './clock';
import { theStore } from './database';
import type { NewEvent } from './events';
import type { Actor } from './permissions';
import { DomainError } from './result';

export type Recorder = (event: NewEvent) => void;

/**
 * Runs `work` in one transaction and appends what it recorded to the event table, chained by hash; the queue of cases follows. A
 * nested change joins the outer one.
 * @throws when `work` recorded nothing: a change nobody can read about is not a change.
 */
export async function change<T>(actor: Actor, work: (tx: WriteDb, record: Recorder) => Promise<T>): Promise<T> {
  let keeping: Form | undefined;
  try {
    return await writing(async (tx) => {
      keeping = await keepKey(tx);
      const recorded: NewEvent[] = [];
      const value = await work(tx, (event) => recorded.push(event));
      if (recorded.length === 0) throw new Error('A change was made without an event');
      const at = now();
      await append(tx, actor, recorded, at);
      await followChange(tx, recorded, at);
      return value;
    });
  } catch (error) {
    // The key went with everything else: the form's next change keeps it.
    if (keeping) keeping.kept = false;
    throw error;
  }
}

type Form = { key: string; kept: boolean };
const forms = new AsyncLocalStorage<Form>();

/** Runs `work` for one form: its first change carried out keeps the form's key, so that the same form sent again is refused. */
export function once<T>(key: string, work: () => Promise<T>): Promise<T> {
  return forms.run({ key, kept: false }, work);
}

/**
 * @returns the running form, when it is this change that keeps its key
 * @throws DomainError `form.sent-already` when the running form was carried out before
 */
async function keepKey(tx: WriteDb): Promise<Form | undefined> {
  const form = forms.getStore();
  if (!form || form.kept) return undefined;
  const kept = await tx.insert(doneOnce).values({ key: form.key, at: Date.now() }).onConflictDoNothing().returning();
  if (kept.length === 0) throw new DomainError('form.sent-already');
  form.kept = true;
  return form;
}

async function append(tx: WriteDb, actor: Actor, recorded: NewEvent[], at: number): Promise<void> {
  const [last] = await tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
  let seq = last?.seq ?? 0;
  let prevHash = last?.hash ?? '';
  for (const event of recorded) {
    seq += 1;
    const row = {
      seq,
      at,
      actorRole: actor.role,
      actorId: 'staffId' in actor ? actor.staffId : 'applicationId' in actor ? actor.applicationId : null,
      kind: event.kind,
      caseId: event.caseId ?? null,
      applicationId: event.applicationId ?? null,
      subjectId: event.subjectId ?? null,
      data: JSON.stringify(event.data),
      prevHash,
    };
    const hash = eventHash(row);
    await tx.insert(events).values({ ...row, hash });
    prevHash = hash;
  }
}

type Hashed = Omit<typeof events.$inferSelect, 'hash'>;

/** SHA-256 over the row in a fixed order, the hash of the row before included. */
export function eventHash(row: Hashed): string {
  const parts = [
    row.seq,
    row.at,
    row.actorRole,
    row.actorId,
    row.kind,
    row.caseId,
    row.applicationId,
    row.subjectId,
    row.data,
    row.prevHash,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Writes what nobody needs to read about later: attempts counted, a session seen again, the lease of a job. */
export function bookkeep<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
  return writing(work);
}

/** @throws DomainError `disk.full` when there is no room: nothing was kept */
async function writing<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
  try {
    return await theStore().tx(work);
  } catch (error) {
    // By name: the store may come from another copy of its module.
    if (error instanceof Error && error.name === 'StoreFull') throw new DomainError('disk.full');
    throw error;
  }
}
