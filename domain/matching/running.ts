/** Matching of cases against the index and against each other; the worker's side of it. */
import { and, count, eq, isNotNull } from 'drizzle-orm';
import { cases, evidence, matchCandidates } from '@/db/schema';
import { read } from '../database';
import { keepCasePairs, keepRecordPairs, mostProposed, type RecordPair, setAsideRecordPairs } from './candidates';
import { isUnresolved, personOfCase, unresolvedCases } from './cases';
import { comparedDigest } from './compared';
import { type CaseSketch, pairsOf, standingCases } from './pairs';
import { nobody, type Person } from './person';
import { personOfRecord } from './persons';
import { findMan, type Match } from './search/find';

/** Told between two cases, which is where a run can be stopped: it throws to stop. Cases done and in all, proposals so far. */
export type Tell = (progress: { done: number; all: number; proposed: number }) => void | Promise<void>;

/**
 * One case against the index and against all other cases; a case that is resolved by now only against other cases, its record
 * proposals are set aside.
 * @returns how many pairs were proposed that were not before
 */
export async function matchCase(caseId: string): Promise<number> {
  return (await matchToRecords(caseId)) + (await matchToCases(caseId, await standingCases()));
}

/** Every unresolved case against the index, after records came in. Done again from the start when it was stopped: nothing doubles. */
export async function matchRecords(tell: Tell): Promise<number> {
  return overCases(await unresolvedCases(), matchToRecords, tell);
}

/** Every standing case against the index and against all others: a register that was filled without matching. */
export async function matchEverything(tell: Tell = () => {}): Promise<number> {
  const standing = await standingCases();
  const both = async (caseId: string) => (await matchToRecords(caseId)) + (await matchToCases(caseId, standing));
  return overCases(
    standing.map(({ caseId }) => caseId),
    both,
    tell,
  );
}

async function overCases(
  caseIds: readonly string[],
  match: (caseId: string) => Promise<number>,
  tell: Tell,
): Promise<number> {
  let proposed = 0;
  for (const [done, caseId] of caseIds.entries()) {
    await tell({ done, all: caseIds.length, proposed });
    proposed += await match(caseId);
  }
  await tell({ done: caseIds.length, all: caseIds.length, proposed });
  return proposed;
}

async function matchToRecords(caseId: string): Promise<number> {
  const [unresolved] = await read()
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), isUnresolved()));
  if (!unresolved) {
    await setAsideRecordPairs(caseId);
    return 0;
  }
  const person = await personOfCase(caseId);
  const matches = hasName(person) ? await matchesOf(caseId, person) : [];
  const pairs = matches.map((match, at): RecordPair => {
    const { recordId, bits, band, verdicts, found } = match;
    const next = matches[at + 1];
    return {
      ...{ recordId, bits, band, verdicts },
      runnerUp: next ? { recordId: next.recordId, bits: bits - next.bits } : null,
      compared: comparedDigest(person, personOfRecord(found.record)),
    };
  });
  return keepRecordPairs(caseId, pairs);
}

/** As many as can be proposed, and as many more as may turn out decided or attached already. */
async function matchesOf(caseId: string, person: Person): Promise<Match[]> {
  const [kept] = await read()
    .select({ count: count() })
    .from(matchCandidates)
    .where(and(eq(matchCandidates.caseId, caseId), isNotNull(matchCandidates.decidedAt)));
  const [attached] = await read().select({ count: count() }).from(evidence).where(eq(evidence.caseId, caseId));
  const limit = mostProposed + 1 + (kept?.count ?? 0) + (attached?.count ?? 0);
  return (await findMan(person, { limit })).matches;
}

const hasName = ({ surname, givenName, patronymic, otherSpellings }: Person): boolean =>
  [surname, givenName, patronymic, otherSpellings].some((part) => part !== nobody.surname);

async function matchToCases(caseId: string, standing: readonly CaseSketch[]): Promise<number> {
  const one = standing.find((sketch) => sketch.caseId === caseId);
  return one ? keepCasePairs(caseId, await pairsOf(one, standing)) : 0;
}
