/** A person's decision on a proposed pair. */
import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { evidence, matchCandidates } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { attachEvidence, removeEvidence } from '../cases/evidence';
import { caseForWriting, writeNote } from '../cases/moving';
import { now } from '../clock';
import { type Context, command } from '../command';
import { id, line, oneOf, requiredLine, text } from '../input';
import { DomainError } from '../result';
import { learnAliases, unlearnAliases } from './aliases';
import type { CandidateRow } from './plan';

export const decisions = ['confirmed', 'rejected', 'unsure'] as const;
export type Decision = (typeof decisions)[number];

/** What a page shows of a pair, in short: a decision made from an older page is refused by it. */
export function stampOf(row: Pick<CandidateRow, 'state' | 'decidedAt' | 'compared'>): string {
  const shown = [row.state, row.decidedAt, row.compared].join('|');
  return createHash('sha256').update(shown).digest('base64url').slice(0, 16);
}

/**
 * Decides a pair. Confirmed: the record becomes evidence of the case, with the citation given, in the same change; of two cases nothing
 * is joined, that is an act of its own. Rejected and unsure need a reason and hide the pair until a compared field changes. A decided
 * pair can be decided anew: evidence that rested on the confirmation is taken out again, unless a conclusion stands on it.
 * @param input `seen`: the stamp of the page; `caseId`: the case from whose page it is decided
 * @throws DomainError `match.not-found`, `match.stale`, `match.reason-needed`, `evidence.in-use`
 */
export const decideCandidate = command(
  'match.decide',
  z.strictObject({
    caseId: id(),
    candidateId: id(),
    seen: requiredLine(40),
    decision: oneOf(decisions),
    reason: text(),
    citation: line(1000),
    states: text(),
  }),
  async (input, context) => {
    const { actor, tx, record } = context;
    await caseForWriting(tx, input.caseId);
    const row = await candidateFor(tx, input.caseId, input.candidateId);
    if (stampOf(row) !== input.seen) throw new DomainError('match.stale');
    if (input.decision !== 'confirmed' && !input.reason)
      throw new DomainError('match.reason-needed', { reason: 'match.reason-needed' });
    const wasConfirmed = row.state === 'confirmed';
    if (wasConfirmed && input.decision !== 'confirmed') await undoConfirmed(row, input.reason, context);
    if (!wasConfirmed && input.decision === 'confirmed') await confirm(row, input, context);
    const noteId = input.reason ? await writeNote(context, input.caseId, 'reason', input.reason) : undefined;
    await tx
      .update(matchCandidates)
      .set({ state: input.decision, decidedBy: staffIdOf(actor), decidedAt: now(), reason: input.reason, goneAt: null })
      .where(eq(matchCandidates.id, row.id));
    for (const caseId of [row.caseId, row.otherCaseId])
      if (caseId)
        record({
          kind: 'match.decided',
          caseId,
          subjectId: row.id,
          data: { candidateId: row.id, state: input.decision, ...(noteId ? { noteId } : {}) },
        });
    return { candidateId: row.id, decision: input.decision, otherCaseId: otherOf(row, input.caseId) };
  },
);

const otherOf = (row: CandidateRow, caseId: string): string | null =>
  row.otherCaseId === caseId ? row.caseId : row.otherCaseId;

/** The pair, as far as it is about this case. @throws DomainError `match.not-found` */
async function candidateFor(tx: WriteDb, caseId: string, candidateId: string): Promise<CandidateRow> {
  const [row] = await tx.select().from(matchCandidates).where(eq(matchCandidates.id, candidateId));
  if (!row || (row.caseId !== caseId && row.otherCaseId !== caseId)) throw new DomainError('match.not-found');
  return row;
}

type Given = { citation: string; states: string };

async function confirm(row: CandidateRow, { citation, states }: Given, context: Context): Promise<void> {
  await learnAliases(context, row.verdicts);
  const { caseId, recordId } = row;
  if (recordId === null || (await attachedAs(context.tx, caseId, recordId))) return;
  if (!citation) throw new DomainError('input.invalid', { citation: 'input.required' });
  await attachEvidence(context.actor, { caseId, recordId, citation, states });
}

async function undoConfirmed(row: CandidateRow, reason: string, context: Context): Promise<void> {
  await unlearnAliases(context, row.verdicts);
  const evidenceId = row.recordId === null ? null : await attachedAs(context.tx, row.caseId, row.recordId);
  if (evidenceId) await removeEvidence(context.actor, { caseId: row.caseId, evidenceId, reason });
}

async function attachedAs(tx: WriteDb, caseId: string, recordId: number): Promise<string | undefined> {
  const [there] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), eq(evidence.recordId, recordId), isNull(evidence.removedAt)));
  return there?.id;
}
