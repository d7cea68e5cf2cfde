/** Keeping what a run of matching found for one case. A suggestion, never a fact: nothing merges, nobody is told. */
import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { archiveRecords, cases, evidence, matchCandidates } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { memberIds } from '../cases/guards';
import { bookkeep, change, type Recorder } from '../change';
import { now } from '../clock';
import { read } from '../database';
import { newId } from '../identity';
import { systemActor } from '../permissions';
import { type CandidateRow, type Compared, type FoundPair, isNews, isWorthLooking, planRun, type Step } from './plan';

/** Records proposed for one case at a time; the next come up as these are decided. */
export const mostProposed = 10;

export type RecordPair = Compared & { recordId: number; runnerUp: CandidateRow['runnerUp'] };
export type CasePair = Compared & { otherCaseId: string };

/**
 * Keeps the records a run found for a case, best first. A proposed pair gets the newer bits; one that no longer comes out is marked as
 * gone. A pair a person decided stays as decided until a compared field changes: then a rejected or unsure one is proposed again, the
 * earlier decision with it. A new version of a record takes the place of the one before it. Records that are evidence of the case, in
 * whatever version, are left out.
 * @returns how many were proposed that were not before
 */
export async function keepRecordPairs(caseId: string, found: readonly RecordPair[]): Promise<number> {
  const kept = await read()
    .select()
    .from(matchCandidates)
    .where(and(eq(matchCandidates.caseId, caseId), isNotNull(matchCandidates.recordId)));
  const attached = await evidenceOf(caseId);
  const documents = await documentsOf([...kept, ...found].map((one) => one.recordId).concat(attached));
  const documentOf = (recordId: number | null) => documents.get(recordId ?? 0) ?? `record ${recordId}`;
  const used = new Set(attached.map(documentOf));
  const rowFor = (recordId: number) =>
    kept.find((row) => row.recordId === recordId) ??
    kept.find((row) => documentOf(row.recordId) === documentOf(recordId));
  const pairs = found
    .filter((pair) => isWorthLooking(pair) && !used.has(documentOf(pair.recordId)))
    .map((pair) => ({ pair: { caseId, otherCaseId: null, ...pair }, row: rowFor(pair.recordId) }));
  return carryOut(caseId, planRun(kept, pairs, mostProposed));
}

/**
 * Keeps the other cases a run found for a case. A pair is one row, the case with the lesser number first, and is shown on both.
 * Decisions as for records.
 * @returns how many were proposed that were not before
 */
export async function keepCasePairs(caseId: string, found: readonly CasePair[]): Promise<number> {
  const kept = await read()
    .select()
    .from(matchCandidates)
    .where(
      and(
        isNotNull(matchCandidates.otherCaseId),
        or(eq(matchCandidates.caseId, caseId), eq(matchCandidates.otherCaseId, caseId)),
      ),
    );
  const worth = found.filter(isWorthLooking);
  const numbers = await numbersOf([caseId, ...worth.map((pair) => pair.otherCaseId)]);
  const pairs = worth.map(({ otherCaseId, ...pair }) => ({
    pair: inOrder({ ...pair, caseId, otherCaseId, recordId: null, runnerUp: null }, numbers),
    row: kept.find((row) => row.caseId === otherCaseId || row.otherCaseId === otherCaseId),
  }));
  return carryOut(caseId, planRun(kept, pairs, Number.POSITIVE_INFINITY));
}

/** The case with the lesser number first; what was said of the left man then stands at the right. */
function inOrder(pair: FoundPair & { otherCaseId: string }, numbers: ReadonlyMap<string, number>): FoundPair {
  const { caseId, otherCaseId } = pair;
  if ((numbers.get(caseId) ?? 0) < (numbers.get(otherCaseId) ?? 0)) return pair;
  const verdicts = pair.verdicts.map((verdict) => ({ ...verdict, left: verdict.right, right: verdict.left }));
  return { ...pair, caseId: otherCaseId, otherCaseId: caseId, verdicts };
}

/** Proposals that are gone because nobody looks for the man under this case any more. */
export async function setAsideRecordPairs(caseId: string): Promise<void> {
  await keepRecordPairs(caseId, []);
}

/** In one transaction; with an event where something came that a person will see. */
async function carryOut(caseId: string, steps: readonly Step[]): Promise<number> {
  if (steps.length === 0) return 0;
  const news = steps.filter(isNews);
  if (news.length === 0) {
    await bookkeep(async (tx) => writeAll(tx, steps));
    return 0;
  }
  await change(systemActor, async (tx, record) => {
    await writeAll(tx, steps);
    recordNews(caseId, news, record);
  });
  return news.length;
}

function recordNews(caseId: string, news: readonly Step[], record: Recorder): void {
  record({ kind: 'match.proposed', caseId, data: { count: news.length } });
  for (const step of news) {
    if (step.step === 'set-aside') continue;
    const { otherCaseId } = step.pair;
    if (otherCaseId) {
      const other = otherCaseId === caseId ? step.pair.caseId : otherCaseId;
      record({ kind: 'match.proposed', caseId: other, data: { count: 1 } });
    }
    if (step.step !== 'return') continue;
    const { id, state } = step.row;
    const data = { candidateId: id, earlier: state, fields: step.fields };
    record({ kind: 'match.returned', caseId, subjectId: id, data });
  }
}

async function writeAll(tx: WriteDb, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await write(tx, step);
}

/** Nothing is written over what a person decided since the run was planned. */
async function write(tx: WriteDb, step: Step): Promise<void> {
  if (step.step === 'propose') {
    await tx
      .insert(matchCandidates)
      .values({ ...step.pair, id: newId(), state: 'proposed', proposedAt: now(), reason: '' })
      .onConflictDoNothing();
    return;
  }
  const { row } = step;
  const untouched = and(
    eq(matchCandidates.id, row.id),
    eq(matchCandidates.state, row.state),
    row.decidedAt === null ? isNull(matchCandidates.decidedAt) : eq(matchCandidates.decidedAt, row.decidedAt),
  );
  await tx.update(matchCandidates).set(patchOf(step)).where(untouched);
}

function patchOf(step: Exclude<Step, { step: 'propose' }>): Partial<CandidateRow> {
  if (step.step === 'set-aside') return { goneAt: now() };
  const { recordId } = step.pair;
  if (step.step === 'follow') return { recordId, goneAt: null };
  const { bits, band, verdicts, runnerUp, compared } = step.pair;
  const fresh = { recordId, bits, band, verdicts, runnerUp, compared, goneAt: null };
  return isNews(step) ? { ...fresh, state: 'proposed', proposedAt: now() } : fresh;
}

/** Records that are evidence of the case or of one joined to it. */
async function evidenceOf(caseId: string): Promise<number[]> {
  const rows = await read()
    .select({ recordId: evidence.recordId })
    .from(evidence)
    .where(and(inArray(evidence.caseId, await memberIds(caseId)), isNull(evidence.removedAt)));
  return rows.flatMap(({ recordId }) => recordId ?? []);
}

/** What all versions of one document share, by record. */
async function documentsOf(ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const known = ids.filter((one) => one !== null);
  const rows = await read()
    .select({ id: archiveRecords.id, identity: archiveRecords.identity })
    .from(archiveRecords)
    .where(inArray(archiveRecords.id, [...new Set(known)]));
  return new Map(rows.flatMap(({ id, identity }) => (identity === 0 ? [] : [[id, String(identity)] as const])));
}

async function numbersOf(caseIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await read()
    .select({ id: cases.id, number: cases.number })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]));
  return new Map(rows.map(({ id, number }) => [id, number]));
}
