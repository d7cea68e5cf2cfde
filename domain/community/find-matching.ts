/**
 * Found men held against the cases that wait. Nothing of it is kept: it is worked out when somebody looks, from the cases and finds as
 * they stand, so a case that opens or changes a minute later meets the find by itself.
 */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { caseJoins, cases, finds, foundMen, foundMenRefused } from '@/db/schema';
import { read } from '../database';
import { isUnresolved, personsOfCases } from '../matching/cases';
import { isWorthLooking } from '../matching/plan';
import { likelyLead } from '../matching/search/bands';
import { untilNextEvent } from '../statistics/kept-figures';
import { type CaseNames, lookingFor, menFor } from './found-look';
import { compareFound, type FoundMan, type FoundMatch, type Readings } from './found-person';

/** A case that may be about a found man. */
export type FoundProposal = FoundMatch & { caseId: string };

/** A man to be held against cases, by whatever id he goes. */
export type AskedMan = Readings & { id: string };

/** Cases proposed for one man at most. */
const mostProposals = 8;
/** Cases whose score is worked out for one man at most; the look lets few through. */
const mostScored = 400;
/** After so many cases the process answers others first. */
const breathAfter = 4000;

/** The open cases that may be about each of these men, best first; cases a person has put aside for him are left out. */
export const proposalsOf = (men: readonly AskedMan[]): Promise<Map<string, FoundProposal[]>> =>
  untilNextEvent(`finds ${men.map(({ id }) => id).join()}`, () => proposalsNow(men));

async function proposalsNow(men: readonly AskedMan[]): Promise<Map<string, FoundProposal[]>> {
  const found = new Map<string, FoundProposal[]>(men.map(({ id }) => [id, []]));
  if (men.length === 0) return found;
  const refused = await refusedPairs(men.map(({ id }) => id));
  const worth = await looked(men, await caseNames());
  for (const man of men) {
    const caseIds = (worth.get(man.id) ?? [])
      .filter((caseId) => !refused.has(`${man.id} ${caseId}`))
      .slice(0, mostScored);
    found.set(man.id, await scored(man, caseIds));
  }
  return found;
}

async function scored(man: AskedMan, caseIds: readonly string[]): Promise<FoundProposal[]> {
  const proposals: FoundProposal[] = [];
  for (const [caseId, person] of await personsOfCases(caseIds)) {
    const match = await compareFound(person, man);
    if (isWorthLooking(match)) proposals.push({ caseId, ...match });
  }
  proposals.sort((a, b) => b.bits - a.bits || (a.caseId < b.caseId ? -1 : 1));
  const [best, next] = proposals;
  // Two cases that come equally into question: neither is likely.
  if (best && next && best.bits - next.bits < likelyLead) best.band = 'possible';
  for (const other of proposals.slice(1)) if (other.band === 'likely') other.band = 'possible';
  return proposals.slice(0, mostProposals);
}

/** The open men of finds who may be the man of one of these cases, as the cheap look sees it. */
export async function menLike(caseIds: readonly string[]): Promise<FoundMan[]> {
  const men = await openMen();
  if (men.length === 0 || caseIds.length === 0) return [];
  const worth = await looked(men, await caseNames(caseIds));
  return men.filter(({ id }) => (worth.get(id) ?? []).length > 0);
}

/** Men whose case nobody knows, of finds that are open. */
export const openMen = async (): Promise<FoundMan[]> => {
  const rows = await read()
    .select({ man: foundMen })
    .from(foundMen)
    .innerJoin(finds, eq(finds.id, foundMen.findId))
    .where(and(eq(finds.state, 'open'), isNull(foundMen.caseId)))
    .orderBy(asc(finds.number), asc(foundMen.position));
  return rows.map(({ man }) => man);
};

async function looked(men: readonly AskedMan[], names: readonly CaseNames[]): Promise<Map<string, string[]>> {
  const looking = lookingFor(men);
  const worth = new Map<string, string[]>();
  for (const [at, one] of names.entries()) {
    if (at % breathAfter === breathAfter - 1) await new Promise((resolve) => setImmediate(resolve));
    for (const { id } of menFor(looking, one)) worth.set(id, [...(worth.get(id) ?? []), one.caseId]);
  }
  return worth;
}

const named = {
  id: cases.id,
  surname: cases.surname,
  givenName: cases.givenName,
  patronymic: cases.patronymic,
  otherSpellings: cases.otherSpellings,
};

/** Names of unresolved cases, those of cases joined to them with them. */
async function caseNames(caseIds?: readonly string[]): Promise<CaseNames[]> {
  const chosen = caseIds && inArray(cases.id, [...caseIds]);
  const rows = await read()
    .select({ ...named, earliest: cases.birthEarliest, latest: cases.birthLatest })
    .from(cases)
    .where(and(isUnresolved(), chosen))
    .orderBy(asc(cases.number));
  const joined = await read()
    .select({ ...named, intoId: caseJoins.intoId })
    .from(caseJoins)
    .innerJoin(cases, eq(cases.id, caseJoins.caseId))
    .where(and(isNull(caseJoins.partedAt), caseIds && inArray(caseJoins.intoId, [...caseIds])));
  const others = new Map<string, string[]>();
  for (const one of joined) others.set(one.intoId, [...(others.get(one.intoId) ?? []), wholeName(one)]);
  return rows.map((row) => ({
    caseId: row.id,
    // Another spelling may stand for any part.
    parts: [row.surname, row.givenName, row.patronymic, row.otherSpellings, ...(others.get(row.id) ?? [])],
    earliest: yearOf(row.earliest, Number.NEGATIVE_INFINITY),
    latest: yearOf(row.latest, Number.POSITIVE_INFINITY),
  }));
}

const wholeName = (one: Record<'surname' | 'givenName' | 'patronymic' | 'otherSpellings', string>) =>
  [one.surname, one.givenName, one.patronymic, one.otherSpellings].join(' ');

const yearOf = (day: string | null, otherwise: number): number => (day ? Number(day.slice(0, 4)) : otherwise);

async function refusedPairs(manIds: readonly string[]): Promise<Set<string>> {
  const rows = await read()
    .select({ manId: foundMenRefused.manId, caseId: foundMenRefused.caseId })
    .from(foundMenRefused)
    .where(inArray(foundMenRefused.manId, [...manIds]));
  return new Set(rows.map(({ manId, caseId }) => `${manId} ${caseId}`));
}
