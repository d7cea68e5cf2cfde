/** Long work as rows: queued by a command, taken up by the worker under a lease, tried again after a crash. */
import { and, asc, eq, inArray, isNull, lt, not, or, sql } from 'drizzle-orm';
import { jobs } from '@/db/schema';
import { bookkeep } from './change';
import type { Context } from './command';
import { newId } from './identity';

export type Job = typeof jobs.$inferSelect;

/** Pictures and reports that somebody waits for do not stand behind an import of an hour: the worker does one job of each lane at a time. */
export type Lane = 'long' | 'quick';
const isQuick = sql`(${jobs.kind} LIKE 'attachment.%' OR ${jobs.kind} = 'report.make')`;

/** How long a worker holds a job without a sign of life, in milliseconds. */
const lease = 60_000;
/** A job that died this often is given up. */
const mostAttempts = 3;

/** Queues long work inside a running change. @returns the job's id */
export async function queueJob(
  { actor, tx, record }: Context,
  kind: string,
  input: Record<string, string>,
): Promise<string> {
  const jobId = newId();
  await tx.insert(jobs).values({
    id: jobId,
    kind,
    input,
    state: 'queued',
    attempts: 0,
    createdBy: 'staffId' in actor ? actor.staffId : null,
    createdAt: Date.now(),
  });
  record({ kind: 'job.queued', subjectId: jobId, data: { kind } });
  return jobId;
}

/**
 * Takes up the oldest job of a lane that waits or whose worker died; null when there is none. What a person asked for comes before matching,
 * which follows by itself.
 */
export function claimJob(lane: Lane, at = Date.now()): Promise<Job | null> {
  return bookkeep(async (tx) => {
    const [next] = await tx
      .select()
      .from(jobs)
      .where(
        and(
          inArray(jobs.state, ['queued', 'running']),
          or(isNull(jobs.leaseUntil), lt(jobs.leaseUntil, at)),
          lane === 'quick' ? isQuick : not(isQuick),
        ),
      )
      .orderBy(sql`${jobs.kind} LIKE 'match.%'`, asc(jobs.createdAt))
      .limit(1);
    if (!next) return null;
    const over = next.attempts >= mostAttempts;
    const [claimed] = await tx
      .update(jobs)
      .set(
        over
          ? { state: 'failed', error: 'job.given-up', finishedAt: at }
          : { state: 'running', attempts: next.attempts + 1, leaseUntil: at + lease },
      )
      .where(eq(jobs.id, next.id))
      .returning();
    return over ? null : (claimed ?? null);
  });
}

/** A sign of life with the state of the work. */
export function reportProgress(jobId: string, progress: Record<string, number>): Promise<void> {
  return bookkeep(async (tx) => {
    await tx
      .update(jobs)
      .set({ progress, leaseUntil: Date.now() + lease })
      .where(eq(jobs.id, jobId));
  });
}

/** Ends a job: done, or failed with a refusal code. */
export function endJob(jobId: string, error: string | null): Promise<void> {
  return bookkeep(async (tx) => {
    await tx
      .update(jobs)
      .set({ state: error ? 'failed' : 'done', error, leaseUntil: null, finishedAt: Date.now() })
      .where(eq(jobs.id, jobId));
  });
}

/** Puts a job back for the next worker: this one was told to stop. The attempt does not count. */
export function putBackJob(job: Job): Promise<void> {
  return bookkeep(async (tx) => {
    await tx
      .update(jobs)
      .set({ state: 'queued', leaseUntil: null, attempts: Math.max(0, job.attempts - 1) })
      .where(eq(jobs.id, job.id));
  });
}
