/** What is known of the man of a case, each fact with every source that states it. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, cases, evidence, factChoices, notes, staff } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { askingNow } from '../matching/search/asking';
import { DomainError } from '../result';
import { type FactField, factFields, isCarried } from './fact-fields';
import { type Fact, type FactChoice, factOf } from './fact-groups';
import { descriptionsOf, factValues } from './fact-sources';
import { memberIds } from './guards';

/**
 * The facts of a case in the order of a page; those nobody says anything of have no groups. Cases joined to it add their sources.
 * `described`: what staff wrote down of documents outside the archive index, by the piece of evidence.
 * @throws DomainError `case.not-found`
 */
export const factsOf = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const own = await read()
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), isNull(evidence.removedAt), isNull(evidence.recordId)));
  const described = await descriptionsOf(own.map((one) => one.id));
  return {
    facts: await readFacts(caseId),
    described: Object.fromEntries([...described].map(([key, says]) => [key, Object.fromEntries(says)])) as Record<
      string,
      Partial<Record<FactField, string>>
    >,
  };
});

export type CaseFacts = Awaited<ReturnType<typeof factsOf>>;

/** The facts of a case, for other parts of the domain; inside a change they are read from its transaction. */
export async function readFacts(caseId: string): Promise<Fact[]> {
  const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new DomainError('case.not-found');
  const values = await factValues(row, await memberIds(caseId));
  const choices = await choicesOf(caseId);
  const atlas = await askingNow();
  return factFields.map((field) =>
    factOf(
      field,
      values.filter((value) => value.field === field),
      isCarried(field) ? row[field] : null,
      choices.find((choice) => choice.field === field) ?? null,
      atlas,
    ),
  );
}

/**
 * What the case goes by, field by field, as written; a field is left out while nothing is known of it or its sources disagree. Of what
 * became of him only a confirmed conclusion tells.
 */
export async function settledFacts(caseId: string): Promise<Partial<Record<FactField, string>>> {
  const facts = await readFacts(caseId);
  return Object.fromEntries(
    facts.filter(({ goesBy, open }) => goesBy !== '' && !open).map(({ field, goesBy }) => [field, goesBy]),
  );
}

/** The choices that stand. */
async function choicesOf(caseId: string): Promise<Omit<FactChoice, 'gone'>[]> {
  const rows = await read()
    .select({ choice: factChoices, by: staff.name, reason: notes.text })
    .from(factChoices)
    .innerJoin(staff, eq(staff.id, factChoices.chosenBy))
    .innerJoin(notes, eq(notes.id, factChoices.noteId))
    .where(and(eq(factChoices.caseId, caseId), isNull(factChoices.endedAt)));
  const sources = await sourceNames(rows.flatMap(({ choice }) => choice.originId ?? []));
  return rows.map(({ choice: { id, field, value, origin, originId, chosenAt }, by, reason }) => ({
    choiceId: id,
    field: field as FactField,
    value,
    origin,
    originId,
    source: sources.get(originId ?? '') ?? '',
    by,
    at: chosenAt,
    reason,
  }));
}

/** Citations and references, of sources that were taken out of the case, too. */
async function sourceNames(ids: string[]): Promise<Map<string, string>> {
  const documents = await read()
    .select({ id: evidence.id, name: evidence.citation })
    .from(evidence)
    .where(inArray(evidence.id, ids));
  const relatives = await read()
    .select({ id: applications.id, name: applications.reference })
    .from(applications)
    .where(inArray(applications.id, ids));
  return new Map([...documents, ...relatives].map(({ id, name }) => [id, name]));
}
