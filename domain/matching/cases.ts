/** Cases as men to be matched: which of them still wait, and what each says of him. */
import { and, asc, eq, inArray, isNull, notExists, notInArray, type SQLWrapper, sql } from 'drizzle-orm';
import { applications, burials, caseJoins, cases, factChoices } from '@/db/schema';
import { known } from '../applications/fields';
import { readKin } from '../archive/normalising/kin';
import { read } from '../database';
import { fullName } from '../names';
import { DomainError } from '../result';
import { nobody, type Person } from './person';

/** Statuses in which nobody looks for him under this case: it ended at the family's wish, or another case stands for it. */
const ended = ['withdrawn', 'joined'];

const hasBurial = () =>
  read()
    .select({ one: sql`1` })
    .from(burials)
    .where(and(eq(burials.caseId, cases.id), isNull(burials.endedAt)));

/** True where `cases` holds a row of an unresolved case: no confirmed burial, neither withdrawn nor joined (product.md). */
export const isUnresolved = () => and(notInArray(cases.status, ended), notExists(hasBurial()));

/** True where `cases`, or what `status` is of, holds a row that another case may be about the same man as. */
export const isStanding = (status: SQLWrapper = cases.status) => notInArray(sql`${status}`, ended);

/** Ids of every unresolved case, oldest number first. */
export async function unresolvedCases(): Promise<string[]> {
  const rows = await read().select({ id: cases.id }).from(cases).where(isUnresolved()).orderBy(asc(cases.number));
  return rows.map(({ id }) => id);
}

/** @throws DomainError `case.not-found` */
export async function personOfCase(caseId: string): Promise<Person> {
  const person = (await personsOfCases([caseId])).get(caseId);
  if (!person) throw new DomainError('case.not-found');
  return person;
}

/** A statement takes so many ids at once. */
const batch = 500;

/**
 * What these cases say of their men: the case's own facts, then what its relatives wrote where the case has no place for it. Cases
 * joined to one add their spellings and their relatives' words. Unknown ids are left out.
 */
export async function personsOfCases(caseIds: readonly string[]): Promise<Map<string, Person>> {
  const persons = new Map<string, Person>();
  for (let first = 0; first < caseIds.length; first += batch) {
    const leading = caseIds.slice(first, first + batch);
    const joined = await read()
      .select({ caseId: caseJoins.caseId, intoId: caseJoins.intoId })
      .from(caseJoins)
      .where(and(inArray(caseJoins.intoId, leading), isNull(caseJoins.partedAt)));
    const intoOf = new Map(joined.map(({ caseId, intoId }) => [caseId, intoId]));
    const members = [...leading, ...intoOf.keys()];
    const rows = await read().select().from(cases).where(inArray(cases.id, members)).orderBy(asc(cases.number));
    const written = await read()
      .select({ caseId: applications.caseId, answers: applications.answers })
      .from(applications)
      .where(and(inArray(applications.caseId, members), isNull(applications.withdrawnAt)))
      .orderBy(asc(applications.receivedAt));
    const chosen = await chosenFacts(leading);
    for (const row of rows.filter(({ id }) => leading.includes(id))) {
      const own = (caseId: string) => caseId === row.id || intoOf.get(caseId) === row.id;
      const others = rows.filter(({ id }) => id !== row.id && own(id));
      const answers = written.filter(({ caseId }) => own(caseId)).map((one) => one.answers);
      persons.set(row.id, { ...personOf(row, others, answers), ...chosen.get(row.id) });
    }
  }
  return persons;
}

/** Facts without a column of the case that a document was chosen for; what relatives wrote is read with their answers. */
const choosable = ['residence', 'unit', 'rank', 'kin'] as const satisfies readonly (keyof Person)[];

async function chosenFacts(caseIds: readonly string[]): Promise<Map<string, Partial<Person>>> {
  const rows = await read()
    .select({ caseId: factChoices.caseId, field: factChoices.field, value: factChoices.value })
    .from(factChoices)
    .where(
      and(
        inArray(factChoices.caseId, [...caseIds]),
        isNull(factChoices.endedAt),
        eq(factChoices.origin, 'evidence'),
        inArray(factChoices.field, [...choosable]),
      ),
    );
  const found = new Map<string, Partial<Person>>();
  for (const { caseId, field, value } of rows) found.set(caseId, { ...found.get(caseId), [field]: value });
  return found;
}

type CaseRow = typeof cases.$inferSelect;

function personOf(row: CaseRow, joined: CaseRow[], answers: Record<string, string>[]): Person {
  const first = (name: string) => answers.map((one) => known(one[name])).find(Boolean) ?? '';
  const all = (...names: string[]) => [
    ...new Set(answers.flatMap((one) => names.map((name) => known(one[name])).filter(Boolean))),
  ];
  const spellings = joined.flatMap((one) => [fullName(one), one.otherSpellings]);
  const fromJoined = (field: 'birth' | 'birthPlace' | 'draftPlace') =>
    row[field] || joined.map((one) => one[field]).find(Boolean) || '';
  return {
    ...nobody,
    surname: row.surname,
    givenName: row.givenName,
    patronymic: row.patronymic,
    otherSpellings: [...new Set([row.otherSpellings, ...spellings])].filter(Boolean).join('\n'),
    birth: fromJoined('birth'),
    birthPlace: fromJoined('birthPlace') || first('birthPlaceNow'),
    residence: first('residence') || first('familyAddress'),
    draftPlace: fromJoined('draftPlace'),
    unit: first('unit'),
    rank: first('rank'),
    kin: kinOf(all('parents'), all('wife')),
  };
}

/**
 * Next of kin, as loss reports name them: the strongest key there is. Where the relatives wrote bare names, the form's own words say
 * who they are, parents in the order asked for.
 */
export function kinOf(parents: readonly string[], wives: readonly string[]): string {
  const isNamed = (text: string) => readKin(text).some(({ relation }) => relation !== null);
  const bare = (text: string) => text.split(/[,;\n]+| и | және | мен /).map((name) => name.trim());
  const ofParents = (text: string) => {
    const [father = '', mother = '', ...more] = bare(text).filter(Boolean);
    return more.length > 0 ? text : [`әкесі ${father}`, mother && `анасы ${mother}`].filter(Boolean).join('; ');
  };
  return [
    ...wives.map((text) => (isNamed(text) ? text : `әйелі ${text}`)),
    ...parents.map((text) => (isNamed(text) ? text : ofParents(text))),
  ].join('; ');
}
