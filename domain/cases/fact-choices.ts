/** Where sources disagree a person says by which of them the case goes; the others stay beside it. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { factChoices } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { id, oneOf, optionalId, requiredText, version } from '../input';
import { queueCaseMatching } from '../matching/queue';
import { foldedSpellings } from '../names';
import { readDate } from '../partial-date';
import { DomainError } from '../result';
import { type CarriedField, type FactField, factFields, isCarried } from './fact-fields';
import { isChosen } from './fact-groups';
import { readFacts } from './facts';
import { type CaseRow, caseForWriting, updateCase, writeNote } from './moving';

/**
 * Chooses one value of a fact as the one the case goes by, with a reason; an earlier choice of that field ends. A field the case has a
 * column for is corrected in the same change, and the spelling of a name that gives way stays among the other spellings.
 * @throws DomainError `fact.not-found` when no source of the case says this, `fact.chosen-already`
 */
export const chooseFact = command(
  'fact.choose',
  z.strictObject({
    caseId: id(),
    version: version(),
    field: oneOf(factFields),
    value: requiredText(),
    origin: oneOf(['application', 'evidence', 'staff']),
    originId: optionalId(),
    reason: requiredText(),
  }),
  async (input, context) => {
    const { actor, tx, record } = context;
    const row = await caseForWriting(tx, input.caseId, input.version);
    const { field, origin } = input;
    const originId = input.originId ?? null;
    const fact = (await readFacts(row.id)).find((one) => one.field === field);
    const value = fact?.groups
      .flatMap((group) => group.values)
      .find((one) => isChosen({ ...one, value: normal(one.value) }, { origin, originId, value: normal(input.value) }));
    if (!value) throw new DomainError('fact.not-found');
    const before = fact?.choice;
    if (before && !before.gone && isChosen(value, before)) throw new DomainError('fact.chosen-already');
    await endChoices(context, row.id, [field]);
    const noteId = await writeNote(context, row.id, 'reason', input.reason);
    const choiceId = newId();
    const chosen = { id: choiceId, caseId: row.id, field, value: value.value, origin, originId, noteId };
    await tx.insert(factChoices).values({ ...chosen, chosenBy: staffIdOf(actor), chosenAt: now() });
    record({ kind: 'fact.chosen', caseId: row.id, subjectId: choiceId, data: { choiceId, field, noteId } });
    await goBy(context, row, field, value.value);
    return { choiceId };
  },
);

/** As a form gives it back: ends trimmed, one kind of line end. */
const normal = (text: string) => text.replaceAll('\r\n', '\n').normalize('NFC').trim();

/** Takes a choice back; what the case says stays until it is corrected. */
export const endFactChoice = command(
  'fact.choose',
  z.strictObject({ caseId: id(), version: version(), choiceId: id() }),
  async (input, context) => {
    const row = await caseForWriting(context.tx, input.caseId, input.version);
    const [choice] = await context.tx
      .select({ field: factChoices.field })
      .from(factChoices)
      .where(and(eq(factChoices.id, input.choiceId), eq(factChoices.caseId, row.id), isNull(factChoices.endedAt)));
    if (!choice) throw new DomainError('fact.not-found');
    await endChoices(context, row.id, [choice.field as FactField]);
    await updateCase(context.tx, row, {});
    await queueCaseMatching(context, row.id);
  },
);

/** Ends the standing choices of these fields: another was made, or the case was corrected by hand. */
export async function endChoices({ tx, record }: Context, caseId: string, fields: readonly string[]): Promise<void> {
  const ended = await tx
    .update(factChoices)
    .set({ endedAt: now() })
    .where(and(eq(factChoices.caseId, caseId), inArray(factChoices.field, [...fields]), isNull(factChoices.endedAt)))
    .returning({ id: factChoices.id, field: factChoices.field });
  for (const { id: choiceId, field } of ended)
    record({ kind: 'fact.choice-ended', caseId, subjectId: choiceId, data: { choiceId, field } });
}

async function goBy(context: Context, row: CaseRow, field: FactField, value: string): Promise<void> {
  const { tx, record } = context;
  if (isCarried(field) && row[field] !== value) {
    await updateCase(tx, row, correction(row, field, value));
    record({ kind: 'case.corrected', caseId: row.id, data: { fields: [field] } });
  } else await updateCase(tx, row, {});
  await queueCaseMatching(context, row.id);
}

/** So many letters a form takes back. */
const longestSpellings = 1000;

function correction(row: CaseRow, field: CarriedField, value: string): Partial<CaseRow> {
  if (field === 'birth') {
    const { edtf, earliest, latest } = readDate(value);
    return { birth: value, birthEdtf: edtf, birthEarliest: earliest, birthLatest: latest };
  }
  if (field === 'birthPlace' || field === 'draftPlace') return { [field]: value };
  const kept = withSpelling(row.otherSpellings, row[field]);
  const next = { ...row, [field]: value };
  return {
    [field]: value,
    otherSpellings: kept,
    searchText: foldedSpellings([next.surname, next.givenName, next.patronymic, kept]),
  };
}

/** Searching never depends on one spelling: the one that gives way is found by as before. */
function withSpelling(others: string, spelling: string): string {
  const there = others.split(/[,;\s]+/).map((word) => word.toLowerCase());
  if (spelling === '' || there.includes(spelling.toLowerCase())) return others;
  const longer = [others, spelling].filter(Boolean).join(', ');
  return longer.length <= longestSpellings ? longer : others;
}
