/** A confirmed conclusion proves wrong: it was another man. What rested on it falls, and who was told of it must hear so. */
import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { conclusions, letters } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { command } from '../command';
import { resultLetters } from '../correspondence/letter-kinds';
import { id, requiredText, version } from '../input';
import { queueCaseMatching } from '../matching/queue';
import { DomainError } from '../result';
import { endConclusionInForce } from './conclusions';
import { confirmedConclusion, memberIds } from './guards';
import { type CaseRow, caseForWriting, moveCase, statusOf, updateCase, writeNote } from './moving';
import { pipeline, resultGuards } from './pipeline';

type Conclusion = typeof conclusions.$inferSelect;

/**
 * Revokes the conclusion in force: it is superseded, its burial ends, and a case that stood by it goes back to the search. The event
 * names the letters that told a family of it.
 * @throws DomainError `conclusion.not-in-force`
 */
export const revokeConclusion = command(
  'conclusion.revoke',
  z.strictObject({ caseId: id(), version: version(), reason: requiredText() }),
  async (input, context) => {
    const { actor, tx, record } = context;
    const row = await caseForWriting(tx, input.caseId, input.version);
    const conclusion = await confirmedConclusion(row.id);
    if (!conclusion) throw new DomainError('conclusion.not-in-force');
    const told = await lettersThatStated(tx, conclusion);
    await endConclusionInForce(context, row.id);
    await tx
      .update(conclusions)
      .set({ revokedBy: staffIdOf(actor), revokedAt: now() })
      .where(eq(conclusions.id, conclusion.id));
    const noteId = await writeNote(context, row.id, 'reason', input.reason);
    record({
      kind: 'conclusion.revoked',
      caseId: row.id,
      subjectId: conclusion.id,
      data: { conclusionId: conclusion.id, letters: told, noteId },
    });
    if (restsOnResult(row)) await moveCase(context, row, 'searching', wayBack(row), input.reason);
    else await updateCase(tx, row, {});
    // Without its burial the case is unresolved again.
    await queueCaseMatching(context, row.id);
    return { letters: told.length };
  },
);

const restsOnResult = (row: CaseRow): boolean =>
  pipeline[statusOf(row)].guards.some((guard) => resultGuards.includes(guard));

/** From most statuses a person may choose the way back to the search; from an established burial only this act leads there. */
const wayBack = (row: CaseRow) => (statusOf(row) === 'burial-established' ? 'revoke' : 'move');

/** Letters of a case that went out and stated a conclusion; of older ones that name none, those sent while it was in force. */
async function lettersThatStated(tx: WriteDb, conclusion: Conclusion): Promise<string[]> {
  const rows = await tx
    .select({ id: letters.id })
    .from(letters)
    .where(
      and(
        inArray(letters.caseId, await memberIds(conclusion.caseId)),
        inArray(letters.state, ['sent', 'handed-over']),
        inArray(letters.kind, [...resultLetters]),
        or(
          eq(letters.conclusionId, conclusion.id),
          and(isNull(letters.conclusionId), gte(letters.settledAt, conclusion.decidedAt ?? 0)),
        ),
      ),
    )
    .orderBy(asc(letters.settledAt), asc(letters.id));
  return rows.map((row) => row.id);
}
