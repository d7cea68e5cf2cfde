/** What a run of matching changes for one case: what was kept, held against what was found now. Pure. */

import type { matchCandidates } from '@/db/schema';
import type { Band, FieldVerdict } from '@/domain/matching/verdict';
import { type ComparedField, changedFields } from './compared';

export type CandidateRow = typeof matchCandidates.$inferSelect;

/**
 * Under so many bits a pair is not worth a person's look: among 20,000 records it is then one man in less than one of six such pairs.
 * More than what the engine calls possible, which is meant for those who ask and look through a list themselves.
 */
export const leastBits = 12;

/** What a run says of two men. */
export type Compared = {
  bits: number;
  band: Band;
  verdicts: FieldVerdict[];
  /** What was compared, by `comparedDigest`. */
  compared: string;
};

/** A pair as it would be kept. */
export type FoundPair = Compared & Pick<CandidateRow, 'caseId' | 'recordId' | 'otherCaseId' | 'runnerUp'>;

/** Band and bits of a pair that a person should see. */
export const isWorthLooking = ({ bits, band }: Pick<Compared, 'bits' | 'band'>): boolean =>
  band !== 'unlikely' && bits >= leastBits;

export type Step =
  | { step: 'propose'; pair: FoundPair }
  /** Still proposed, or proposed once more after it had gone: with the newer bits. */
  | { step: 'renew'; row: CandidateRow; pair: FoundPair; back: boolean }
  /** Rejected or left open before, and what that rested on has changed. */
  | { step: 'return'; row: CandidateRow; pair: FoundPair; fields: ComparedField[] }
  /** Decided, and still rests on the same; the record may have a newer version. */
  | { step: 'follow'; row: CandidateRow; pair: FoundPair }
  | { step: 'set-aside'; row: CandidateRow };

/**
 * @param found pairs worth looking at, best first, each with the row kept for it, if there is one
 * @param most how many may stand proposed; the rest waits until these are decided
 */
export function planRun(
  kept: readonly CandidateRow[],
  found: readonly { pair: FoundPair; row: CandidateRow | undefined }[],
  most: number,
): Step[] {
  const steps: Step[] = [];
  const seen = new Set<string>();
  let standing = 0;
  for (const { pair, row } of found) {
    const step = stepFor(pair, row);
    const isProposal = step.step !== 'follow';
    if (isProposal && standing >= most) continue;
    if (isProposal) standing += 1;
    if (row) seen.add(row.id);
    steps.push(step);
  }
  for (const row of kept)
    if (row.state === 'proposed' && row.goneAt === null && !seen.has(row.id)) steps.push({ step: 'set-aside', row });
  return steps;
}

function stepFor(pair: FoundPair, row: CandidateRow | undefined): Exclude<Step, { step: 'set-aside' }> {
  if (!row) return { step: 'propose', pair };
  if (row.state === 'proposed') return { step: 'renew', row, pair, back: row.goneAt !== null };
  if (row.state === 'confirmed') return { step: 'follow', row, pair };
  const fields = changedFields(row.compared, pair.compared);
  return fields.length > 0 ? { step: 'return', row, pair, fields } : { step: 'follow', row, pair };
}

/** Steps after which a person sees something that was not there before. */
export const isNews = (step: Step): boolean =>
  step.step === 'propose' || step.step === 'return' || (step.step === 'renew' && step.back);
