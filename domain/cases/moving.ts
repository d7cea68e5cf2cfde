/** Moving a case by the pipeline: the one place that writes a status. */
import { and, eq } from 'drizzle-orm';
import { cases, notes } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { now } from '../clock';
import type { Context } from '../command';
import { newId } from '../identity';
import { queueCaseMatching } from '../matching/queue';
import { DomainError } from '../result';
import { guardChecks } from './guards';
import { isStatus, movesFrom, pipeline, type Status, type Way } from './pipeline';

export type CaseRow = typeof cases.$inferSelect;

/**
 * The case, for writing.
 * @param version what the page was made from; a newer row refuses as `case.stale`
 */
export async function caseForWriting(tx: WriteDb, caseId: string, version?: number): Promise<CaseRow> {
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new DomainError('case.not-found');
  if (version !== undefined && row.version !== version) throw new DomainError('case.stale');
  return row;
}

/** Changes columns of a case and raises its version. */
export async function updateCase(tx: WriteDb, row: CaseRow, patch: Partial<CaseRow>): Promise<CaseRow> {
  const [updated] = await tx
    .update(cases)
    .set({ ...patch, version: row.version + 1 })
    .where(and(eq(cases.id, row.id), eq(cases.version, row.version)))
    .returning();
  if (!updated) throw new DomainError('case.stale');
  return updated;
}

/**
 * Moves a case: the move must stand in the table, be made in its way, say why when it goes back, and pass the guards of the
 * status it enters.
 * @throws DomainError `case.no-such-move`, `case.reason-needed` or the code of the guard that refused
 */
export async function moveCase(context: Context, row: CaseRow, to: Status, way: Way, reason = ''): Promise<CaseRow> {
  const { tx, record } = context;
  const from = statusOf(row);
  const move = movesFrom(from)[to];
  const answered = way === 'answer' && from === 'needs-information';
  if (!move || (move.way !== way && !answered)) throw new DomainError('case.no-such-move');
  if (move.back && !answered && !reason) throw new DomainError('case.reason-needed', { reason: 'case.reason-needed' });
  for (const guard of pipeline[to].guards) {
    const refusal = await guardChecks[guard](row);
    if (refusal) throw new DomainError(refusal);
  }
  const noteId = reason ? await writeNote(context, row.id, 'reason', reason) : undefined;
  const moved = await updateCase(tx, row, {
    status: to,
    statusSince: now(),
    // Kept while joined: parting restores the status, and the answer must still find its way back.
    askedFrom: to === 'needs-information' ? from : to === 'joined' ? row.askedFrom : null,
    // From here on a case taken over is worked on here: its clock runs, and its guards are checked.
    takeoverStands: row.takeoverStands && context.actor.role === 'system',
  });
  record({ kind: 'case.moved', caseId: row.id, data: { from, to, ...(noteId ? { noteId } : {}) } });
  // Taken up again: records may have come in while it was resolved or had ended.
  if (move.back) await queueCaseMatching(context, row.id);
  return moved;
}

/** The status of a row, refused when the table does not know it. */
export function statusOf(row: { status: string }): Status {
  if (!isStatus(row.status)) throw new Error(`Unknown status ${row.status}`);
  return row.status;
}

/** Keeps free text of staff in its erasable place. @returns the id the event carries */
export async function writeNote(
  { tx, actor }: Context,
  caseId: string,
  kind: 'note' | 'reason',
  text: string,
): Promise<string> {
  const id = newId();
  await tx.insert(notes).values({
    id,
    caseId,
    kind,
    text,
    writtenBy: 'staffId' in actor ? actor.staffId : null,
    writtenAt: now(),
  });
  return id;
}
