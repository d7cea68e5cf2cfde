/** Cases about the same man: a cheap look at all of them, the score for the few that are left. */
import { asc } from 'drizzle-orm';
import { cases } from '@/db/schema';
import { read } from '../database';
import { readDate } from '../partial-date';
import type { CasePair } from './candidates';
import { isStanding, personsOfCases } from './cases';
import { comparedDigest } from './compared';
import { nameParts } from './name-parts';
import type { Person } from './person';
import { isWorthLooking } from './plan';
import { comparePersons } from './search/find';
import { baseOf } from './sound/base';
import { skeletonKeys, skeletonOf } from './sound/skeleton';
import { soundsOf } from './sound/sound';

/** Years of birth further apart than this are two men's, whatever the names say. */
const yearsApart = 8;

/** A man with what the cheap look needs of him. */
export type Sketch = {
  person: Person /** Keys of the skeletons of each part of his name. */;
  parts: Set<string>[];
} & Years;
type Years = { earliest: number; latest: number };
export type CaseSketch = Sketch & { caseId: string; number: number };

/** Every case that another may be about the same man as: neither withdrawn nor joined. */
export async function standingCases(): Promise<CaseSketch[]> {
  const rows = await read()
    .select({ id: cases.id, number: cases.number })
    .from(cases)
    .where(isStanding())
    .orderBy(asc(cases.number));
  return sketchesOf(rows);
}

export async function sketchesOf(rows: readonly { id: string; number: number }[]): Promise<CaseSketch[]> {
  const persons = await personsOfCases(rows.map(({ id }) => id));
  return rows.flatMap(({ id, number }) => {
    const person = persons.get(id);
    return person ? [{ caseId: id, number, ...sketch(person) }] : [];
  });
}

export function sketch(person: Person): Sketch {
  const { otherSpellings } = person;
  const { surname, givenName, patronymic } = nameParts(person);
  const parts = [keysOf(surname, 'surname'), keysOf(givenName, 'given'), keysOf(patronymic, 'patronymic')];
  // Another spelling may stand for any part.
  const others = otherSpellings.split(/[,;\n]+/).flatMap((spelling) => [...keysOf(spelling, 'surname')]);
  const known = parts.filter((keys) => keys.size > 0);
  return { person, parts: others.length > 0 ? [...known, new Set(others)] : known, ...yearsOf(person.birth) };
}

function keysOf(written: string, part: 'surname' | 'given' | 'patronymic'): Set<string> {
  const keys = new Set<string>();
  for (const word of written.split(/[\s,;.()-]+/).filter((one) => one.length > 1))
    for (const sound of soundsOf(word)) for (const key of skeletonKeys(skeletonOf(baseOf(sound, part)))) keys.add(key);
  return keys;
}

function yearsOf(birth: string): Years {
  const { earliest, latest } = readDate(birth);
  return {
    earliest: earliest ? Number(earliest.slice(0, 4)) : Number.NEGATIVE_INFINITY,
    latest: latest ? Number(latest.slice(0, 4)) : Number.POSITIVE_INFINITY,
  };
}

/**
 * Whether the score is worth computing: years that can meet, and two parts of the name alike in their consonants, in whatever order
 * (one, where one is all that is known). Renamed beyond sound he is not found this way, and the score could not tell either.
 */
export function mayBeOne(a: Sketch, b: Sketch): boolean {
  if (a.earliest - b.latest > yearsApart || b.earliest - a.latest > yearsApart) return false;
  const needed = Math.min(2, a.parts.length, b.parts.length);
  if (needed === 0) return false;
  const alike = a.parts.filter((mine) => b.parts.some((theirs) => meet(mine, theirs))).length;
  const back = b.parts.filter((mine) => a.parts.some((theirs) => meet(mine, theirs))).length;
  return Math.min(alike, back) >= needed;
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** The other cases that may be about the same man, best first; those not worth a look are left out. */
export async function pairsOf(one: CaseSketch, all: readonly CaseSketch[]): Promise<CasePair[]> {
  const pairs: CasePair[] = [];
  for (const other of all) {
    if (other.caseId === one.caseId || !mayBeOne(one, other)) continue;
    const { bits, band, verdicts } = await comparePersons(one.person, other.person);
    if (!isWorthLooking({ bits, band })) continue;
    const compared = comparedDigest(one.person, other.person);
    pairs.push({ otherCaseId: other.caseId, bits, band, verdicts, compared });
  }
  return pairs.sort((a, b) => b.bits - a.bits);
}
