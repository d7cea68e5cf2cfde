/** Matching as work for the worker; queued inside the change that calls for it. */
import { and, eq } from 'drizzle-orm';
import { jobs } from '@/db/schema';
import type { Context } from '../command';
import { newId } from '../identity';

type Writing = Pick<Context, 'actor' | 'tx'>;

/** After a case opened, or what it says of the soldier changed: its candidates anew. */
export const queueCaseMatching = (context: Writing, caseId: string): Promise<void> =>
  queueFollowing(context, 'match.case', { caseId });

/** After records came in: every unresolved case against the index. */
export const queueRecordMatching = (context: Writing, importId: string): Promise<void> =>
  queueFollowing(context, 'match.records', { importId });

/** After weights or spellings changed: the same for whatever came in before. */
export const queueAllMatching = (context: Writing): Promise<void> => queueFollowing(context, 'match.records', {});

/**
 * Queues work that follows by itself from what the change records, so it has no event of its own. The same work that still waits is
 * not queued twice; work that runs already may have read the older facts, and is queued behind it.
 */
async function queueFollowing({ actor, tx }: Writing, kind: string, input: Record<string, string>): Promise<void> {
  const [waiting] = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.kind, kind), eq(jobs.state, 'queued'), eq(jobs.input, input)))
    .limit(1);
  if (waiting) return;
  await tx.insert(jobs).values({
    id: newId(),
    kind,
    input,
    state: 'queued',
    attempts: 0,
    createdBy: 'staffId' in actor ? actor.staffId : null,
    createdAt: Date.now(),
  });
}
