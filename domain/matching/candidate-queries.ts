/** Reading the candidates of a case. */
import { and, asc, desc, eq, inArray, isNull, ne, notExists, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, events, evidence, jobs, matchCandidates, sources, staff } from '@/db/schema';
import type { FieldVerdict } from '@/domain/matching/verdict';
import { type ArchiveRow, recordsByIds } from '../archive/records';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import type { ComparedField } from './compared';
import type { Decision } from './deciding';
import type { CandidateRow } from './plan';

export type SourceName = { kk: string; ru: string; en: string };

/** The record of a pair as a list shows it; everything as written. */
export type RecordLine = {
  recordId: number;
  superseded: boolean;
  source: SourceName | null;
  sourceKey: string;
  sourceRecordId: string;
  surname: string;
  givenName: string;
  patronymic: string;
  birth: string;
  birthPlace: string;
  rank: string;
  unit: string;
  citation: string;
};

/** The other case of a pair. */
export type OtherCase = {
  caseId: string;
  number: number;
  surname: string;
  givenName: string;
  patronymic: string;
  birth: string;
  birthPlace: string;
  status: string;
};

/** One pair seen from a case: `verdicts` have that case at their left. Exactly one of `record` and `other` is there. */
export type CandidateLine = Pick<
  CandidateRow,
  'state' | 'bits' | 'band' | 'proposedAt' | 'decidedAt' | 'reason' | 'runnerUp' | 'compared'
> & {
  candidateId: string;
  verdicts: FieldVerdict[];
  /** Who decided it last; of a pair that is proposed again the earlier decision. */
  by: string | null;
  record: RecordLine | null;
  other: OtherCase | null;
  /** Proposed again after a decision: what was decided, and the fields that have changed since. */
  returned: { earlier: Decision; fields: ComparedField[] } | null;
};

const bandRank = { likely: 0, possible: 1, unlikely: 2 };
const best = (a: CandidateLine, b: CandidateLine) => bandRank[a.band] - bandRank[b.band] || b.bits - a.bits;

/**
 * The candidates of a case: the open ones by band and bits, the decided ones with the last decision first. Pairs that no longer come
 * out, whose record was withdrawn, or whose other case has ended are left out of the open ones. `waiting`: matching is yet to run.
 */
export const caseCandidates = query('match.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const lines = await linesFor(caseId, or(eq(matchCandidates.caseId, caseId), eq(matchCandidates.otherCaseId, caseId)));
  const open = lines.filter(({ state }) => state === 'proposed').sort(best);
  const decided = lines
    .filter(({ state }) => state !== 'proposed')
    .sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0));
  return { open, decided, waiting: await isWaiting(caseId) };
});

/** A record of another case, or another case: as lines, seen from `caseId`. */
export const linesFor = (caseId: string, where: SQL | undefined): Promise<CandidateLine[]> =>
  linesSeen(() => caseId, where);

/** As `linesFor`, each pair seen from the one of its cases that `from` names. */
export async function linesSeen(from: (row: CandidateRow) => string, where: SQL | undefined): Promise<CandidateLine[]> {
  const rows = await read()
    .select({ row: matchCandidates, by: staff.name })
    .from(matchCandidates)
    .leftJoin(staff, eq(staff.id, matchCandidates.decidedBy))
    .where(and(where, or(ne(matchCandidates.state, 'proposed'), isOpen())))
    .orderBy(desc(matchCandidates.bits), asc(matchCandidates.id));
  const records = await recordLines(rows.map(({ row }) => row.recordId));
  const others = await otherCases(rows.flatMap(({ row }) => otherIdOf(row, from(row)) ?? []));
  const returns = await returnsOf(rows.map(({ row }) => row));
  return rows.flatMap(({ row, by }): CandidateLine[] => {
    const { id, state, bits, band, proposedAt, decidedAt, reason, runnerUp, compared } = row;
    const record = records.get(row.recordId ?? 0) ?? null;
    const other = others.get(otherIdOf(row, from(row)) ?? '') ?? null;
    if (!record && !other) return [];
    if (state === 'proposed' && other && hasEnded(other)) return [];
    const verdicts = row.otherCaseId === from(row) ? row.verdicts.map(turned) : row.verdicts;
    const kept = { state, bits, band, proposedAt, decidedAt, reason, runnerUp, compared };
    return [{ candidateId: id, ...kept, verdicts, by, record, other, returned: returns.get(id) ?? null }];
  });
}

/** Not gone, and not attached by hand meanwhile: what is evidence needs no proposal. */
export const isOpen = () =>
  and(
    isNull(matchCandidates.goneAt),
    notExists(
      read()
        .select({ one: sql`1` })
        .from(evidence)
        .where(
          and(
            eq(evidence.caseId, matchCandidates.caseId),
            eq(evidence.recordId, matchCandidates.recordId),
            isNull(evidence.removedAt),
          ),
        ),
    ),
  );

/** Why pairs that were decided once stand proposed again, by the pair. */
async function returnsOf(rows: readonly CandidateRow[]): Promise<Map<string, CandidateLine['returned']>> {
  const ids = rows.flatMap(({ id, state, decidedAt }) => (state === 'proposed' && decidedAt !== null ? [id] : []));
  if (ids.length === 0) return new Map();
  const returned = await read()
    .select({ candidateId: events.subjectId, data: events.data })
    .from(events)
    .where(and(eq(events.kind, 'match.returned'), inArray(events.subjectId, ids)))
    .orderBy(asc(events.seq));
  return new Map(
    returned.map(({ candidateId, data }) => [
      candidateId ?? '',
      JSON.parse(data) as NonNullable<CandidateLine['returned']>,
    ]),
  );
}

const hasEnded = (other: OtherCase | undefined): boolean =>
  other === undefined || other.status === 'joined' || other.status === 'withdrawn';

const turned = (verdict: FieldVerdict): FieldVerdict => ({ ...verdict, left: verdict.right, right: verdict.left });

/** The case on the other side of a pair of cases; null for a record. */
const otherIdOf = (row: Pick<CandidateRow, 'caseId' | 'otherCaseId'>, caseId: string): string | null =>
  row.otherCaseId === caseId ? row.caseId : row.otherCaseId;

export async function recordLines(ids: readonly (number | null)[]): Promise<Map<number, RecordLine>> {
  const found = await recordsByIds([...new Set(ids.filter((one) => one !== null))]);
  const names = await sourceNames();
  return new Map([...found].map(([recordId, row]) => [recordId, recordLine(row, names)]));
}

const sourceNames = async (): Promise<Map<string, SourceName>> =>
  new Map(
    (await read().select({ key: sources.key, name: sources.name }).from(sources)).map((row) => [row.key, row.name]),
  );

function recordLine(row: ArchiveRow, names: ReadonlyMap<string, SourceName>): RecordLine {
  const { surname, givenName, patronymic, birth, birthPlace, rank, unit, citation } = row.record;
  const { recordId, superseded, sourceKey, sourceRecordId } = row;
  const where = { source: names.get(sourceKey) ?? null, sourceKey, sourceRecordId };
  return { recordId, superseded, ...where, surname, givenName, patronymic, birth, birthPlace, rank, unit, citation };
}

const otherCase = {
  caseId: cases.id,
  number: cases.number,
  surname: cases.surname,
  givenName: cases.givenName,
  patronymic: cases.patronymic,
  birth: cases.birth,
  birthPlace: cases.birthPlace,
  status: cases.status,
};

export async function otherCases(ids: readonly string[]): Promise<Map<string, OtherCase>> {
  const rows = await read()
    .select(otherCase)
    .from(cases)
    .where(inArray(cases.id, [...ids]));
  return new Map(rows.map((row) => [row.caseId, row]));
}

/** Matching of this case is queued or running. */
async function isWaiting(caseId: string): Promise<boolean> {
  const rows = await read()
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.kind, 'match.case'), eq(jobs.input, { caseId }), inArray(jobs.state, ['queued', 'running'])))
    .limit(1);
  return rows.length > 0;
}
