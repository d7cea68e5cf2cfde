/** Candidates nobody has looked at, in the cases of whoever asks. */
import { and, eq, exists, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import * as z from 'zod/mini';
import { archiveRecords, cases, matchCandidates } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { whole } from '../input';
import { type CandidateLine, isOpen, linesSeen, type OtherCase, otherCases } from './candidate-queries';
import { isStanding, isUnresolved } from './cases';

/** A candidate nobody has looked at, in one of one's own cases. */
export type NewCandidate = CandidateLine & { mine: Omit<OtherCase, 'status' | 'birth' | 'birthPlace'> };

/**
 * Candidates that wait for a decision in the cases assigned to whoever asks: likely ones before possible ones, of each the longest
 * waiting first. A pair of two own cases is one.
 * @returns `total` counts all of them, `rows` holds `limit` of them from `offset` on
 */
export const newCandidates = query(
  'match.read',
  z.strictObject({ limit: z._default(whole(1, 200), 10), offset: z._default(whole(0, 1_000_000), 0) }),
  async ({ limit, offset }, actor): Promise<{ total: number; rows: NewCandidate[] }> => {
    const me = 'staffId' in actor ? actor.staffId : '';
    // From either case of the pair apart: the engine finds each along its index, and both together only by reading all.
    const pairs = [...(await pairsOf(me, 'case')), ...(await pairsOf(me, 'other'))].sort(byUrgency);
    const seenFrom = new Map<string, string>();
    for (const { candidateId, caseId } of pairs) if (!seenFrom.has(candidateId)) seenFrom.set(candidateId, caseId);
    const page = [...seenFrom].slice(offset, offset + limit);
    return { total: seenFrom.size, rows: page.length > 0 ? await rowsOf(new Map(page)) : [] };
  },
);

/** What a pair is put in order by, seen from one's own case. */
type Pair = { candidateId: string; caseId: string; number: number; band: string; proposedAt: number; bits: number };

const byUrgency = (a: Pair, b: Pair): number =>
  Number(b.band === 'likely') - Number(a.band === 'likely') ||
  a.proposedAt - b.proposedAt ||
  b.bits - a.bits ||
  a.number - b.number;

/** Open pairs whose one side, the case or the other case, is in the hands of `me`. */
async function pairsOf(me: string, side: 'case' | 'other'): Promise<Pair[]> {
  const other = alias(cases, 'other');
  const [mine, others] =
    side === 'case'
      ? [matchCandidates.caseId, matchCandidates.otherCaseId]
      : [matchCandidates.otherCaseId, matchCandidates.caseId];
  const withCase = and(isNotNull(matchCandidates.otherCaseId), isStanding(other.status));
  const withRecord = and(isNull(matchCandidates.otherCaseId), isUnresolved(), exists(recordOfPair()));
  return (
    read()
      .select({
        candidateId: matchCandidates.id,
        caseId: cases.id,
        number: cases.number,
        band: matchCandidates.band,
        proposedAt: matchCandidates.proposedAt,
        bits: matchCandidates.bits,
      })
      .from(cases)
      // A cross join keeps its order: the cases in one's hands are few beside all pairs that wait.
      .crossJoin(matchCandidates)
      .leftJoin(other, eq(other.id, others))
      .where(
        and(
          eq(cases.assigneeId, me),
          eq(mine, cases.id),
          isStanding(),
          isProposed(),
          isOpen(),
          or(withCase, withRecord),
        ),
      )
  );
}

/** Word for word as the indexes of open pairs say it: a value given apart would not find them. */
const isProposed = (): SQL => sql`${matchCandidates.state} = 'proposed'`;

const recordOfPair = () =>
  read().select({ one: sql`1` }).from(archiveRecords).where(eq(archiveRecords.id, matchCandidates.recordId));

/** Candidates as lists show them, in the order of `seenFrom`: the own case by the candidate. */
async function rowsOf(seenFrom: ReadonlyMap<string, string>): Promise<NewCandidate[]> {
  const lines = await linesSeen((row) => seenFrom.get(row.id) ?? '', inArray(matchCandidates.id, [...seenFrom.keys()]));
  const byId = new Map(lines.map((line) => [line.candidateId, line]));
  const own = await otherCases([...new Set(seenFrom.values())]);
  return [...seenFrom].flatMap(([candidateId, caseId]) => {
    const [line, mine] = [byId.get(candidateId), own.get(caseId)];
    return line && mine ? [{ ...line, mine }] : [];
  });
}
