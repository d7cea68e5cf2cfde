/** The reverse way: men of a list of graves or finds against the cases that wait. */
import { asc } from 'drizzle-orm';
import { cases } from '@/db/schema';
import type { Band, FieldVerdict } from '@/domain/matching/verdict';
import { read } from '../database';
import { isUnresolved } from './cases';
import { type CaseSketch, mayBeOne, sketch, sketchesOf } from './pairs';
import type { Person } from './person';
import { isWorthLooking } from './plan';
import { comparePersons } from './search/find';

export type ListMatch = { caseNumber: number; caseId: string; bits: number; band: Band; verdicts: FieldVerdict[] };

/** Read once for a whole list: `matchPerson` of every row asks the same cases. */
export async function waitingCases(): Promise<CaseSketch[]> {
  const rows = await read()
    .select({ id: cases.id, number: cases.number })
    .from(cases)
    .where(isUnresolved())
    .orderBy(asc(cases.number));
  return sketchesOf(rows);
}

/** Unresolved cases that may be about this man, best first. @param limit at most so many */
export async function matchPerson(person: Person, waiting: readonly CaseSketch[], limit: number): Promise<ListMatch[]> {
  const one = sketch(person);
  const matches: ListMatch[] = [];
  for (const other of waiting) {
    if (!mayBeOne(other, one)) continue;
    const { bits, band, verdicts } = await comparePersons(other.person, person);
    if (isWorthLooking({ bits, band }))
      matches.push({ caseNumber: other.number, caseId: other.caseId, bits, band, verdicts });
  }
  return matches.sort((a, b) => b.bits - a.bits).slice(0, limit);
}
