/** The lookup into the index of imported records: by sound and score, or by a fact that a record states. */
import { gt, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { imports, sources } from '@/db/schema';
import type { Band, FieldVerdict } from '@/domain/matching/verdict';
import { authorize } from '../access';
import type { Fate } from '../cases/fates';
import { preparedCommand, query } from '../command';
import { read } from '../database';
import { flag, id, whole } from '../input';
import type { Person } from '../matching/person';
import { personOfRecord } from '../matching/persons';
import { type Fact, gazetteerNow, recordsByFact } from '../matching/search/facts-search';
import { comparePersons, findMan, type Match } from '../matching/search/find';
import { spellingsOf } from '../matching/search/spellings';
import { readDate } from '../partial-date';
import { readFate } from './normalising/fate';
import { withNotes } from './normalising/notes';
import { type Asked, askedBy, filterFields, type Question, questionFields, questionShape } from './question';
import { type ArchiveRow, recordsByIds } from './records';
import { keepSearch } from './searches';

export type FactKind = Fact['kind'];

export type FoundRecord = {
  recordId: number;
  sourceRecordId: string;
  sourceKey: string;
  surname: string;
  givenName: string;
  patronymic: string;
  birth: string;
  birthPlace: string;
  lossDate: string;
  lossPlace: string;
  rank: string;
  unit: string;
  fate: string;
  citation: string;
  url: string;
  /** Bits for his being the man asked for, to one decimal. */
  score: number;
  band: Band;
  verdicts: FieldVerdict[];
  /** What was asked beside a name and stands in the record. */
  facts: FactKind[];
};

export type Answer = { total: number; records: FoundRecord[]; spellings: string[]; asked: Person };

/** So many of the best are ever shown of one question. */
const mostShown = 200;

/**
 * Records that answer the question, best first: those that state the document, file or camp asked for, then by score.
 * `total`: how many can be paged through, 200 at most; `asked`: the question as it was understood.
 * @param input `most`: how many of the best are looked at (1 to 200); `weak`: also those whose score speaks against him
 * @throws DomainError `input.invalid` when nothing is asked that can be found
 */
export const findRecords = query(
  'archive.read',
  z.strictObject({
    ...questionShape,
    limit: z._default(whole(1, mostShown), 20),
    offset: z._default(whole(0, 1_000_000), 0),
    most: z._default(whole(1, mostShown), mostShown),
    weak: flag(),
  }),
  async ({ limit, offset, most, weak, ...question }): Promise<Answer> => {
    const { found, spellings, asked } = await answersTo(question, most, weak);
    return {
      total: found.length,
      records: found.slice(offset, offset + limit).map(foundRecord),
      spellings,
      asked: asked.person,
    };
  },
);

type Found = Match & { facts: FactKind[] };

/** Facts that one record in thousands states: they find him whatever his name; the others weigh in the score. */
const telling: readonly FactKind[] = ['document', 'citation', 'camp'];

async function answersTo(
  question: Question,
  most: number,
  weak: boolean,
): Promise<{ found: Found[]; spellings: string[]; asked: Asked }> {
  const asked = askedBy(question, await gazetteerNow());
  const narrowing = narrowingOf(question);
  if (question.source && !(await isImported(question.source))) return { found: [], spellings: [], asked };
  const stated = await statedBy(asked.facts.filter(({ kind }) => !asked.hasName || telling.includes(kind)));
  const { matches, spellings } = asked.hasName
    ? await findMan(asked.person, { ...narrowing, limit: most })
    : { matches: [], spellings: [] };
  const found = new Map<number, Found>();
  for (const match of matches)
    if (weak || match.bits > 0) found.set(match.recordId, { ...match, facts: [...(stated.get(match.recordId) ?? [])] });
  const others = [...stated].filter(([recordId]) => !found.has(recordId)).slice(0, mostShown);
  const rows = await recordsByIds(others.map(([recordId]) => recordId));
  for (const [recordId, facts] of others) {
    const row = rows.get(recordId);
    if (!row || !admits(narrowing, row)) continue;
    const compared = await comparePersons(asked.person, personOfRecord(row.record));
    if (asked.hasName && compared.bits <= 0) continue;
    // A fact alone says where to look, not who he is.
    found.set(recordId, { recordId, found: row, facts: [...facts], ...compared });
  }
  const inOrder = [...found.values()].sort(
    (a, b) => Number(b.facts.length > 0) - Number(a.facts.length > 0) || b.bits - a.bits || a.recordId - b.recordId,
  );
  const shown = inOrder.slice(0, most);
  return { found: shown, spellings: matches.length > 0 ? spellings : spellingsOf(asked.person, []), asked };
}

/** Records by what they state; where several facts are asked for, those that state every one. */
async function statedBy(facts: readonly Fact[]): Promise<Map<number, FactKind[]>> {
  let stated: Map<number, FactKind[]> | undefined;
  for (const fact of facts) {
    const next = new Map<number, FactKind[]>();
    for (const recordId of await recordsByFact(fact)) {
      const before = stated === undefined ? [] : stated.get(recordId);
      if (before) next.set(recordId, [...before, fact.kind]);
    }
    stated = next;
  }
  return stated ?? new Map();
}

type Narrowing = ReturnType<typeof narrowingOf>;

function narrowingOf({ source, fate, lossFrom, lossTo }: Question) {
  return {
    sources: source ? [source] : undefined,
    fates: fate ? [fate as Fate] : undefined,
    lossFrom: lossFrom ? Number(lossFrom) : undefined,
    lossTo: lossTo ? Number(lossTo) : undefined,
  };
}

function admits(
  { sources: keys, fates, lossFrom, lossTo }: Narrowing,
  { sourceKey, record: written }: ArchiveRow,
): boolean {
  const record = withNotes(written);
  const fate = readFate(record.fate);
  if (keys && !keys.includes(sourceKey)) return false;
  if (fates && (fate === null || !fates.includes(fate))) return false;
  if (lossFrom === undefined && lossTo === undefined) return true;
  const year = Number(readDate(record.lossDate).earliest?.slice(0, 4) ?? Number.NaN);
  return year >= (lossFrom ?? 0) && year <= (lossTo ?? 9999);
}

const isImported = async (sourceKey: string): Promise<boolean> => (await importedSources()).includes(sourceKey);

/** Keys of the sources of which the index holds records. */
async function importedSources(): Promise<string[]> {
  const imported = read().selectDistinct({ key: imports.sourceKey }).from(imports).where(gt(imports.added, 0));
  const rows = await read().select({ key: sources.key }).from(sources).where(inArray(sources.key, imported));
  return rows.map(({ key }) => key);
}

function foundRecord({ recordId, found, bits, band, verdicts, facts }: Found): FoundRecord {
  const { sourceRecordId, sourceKey, record } = found;
  const { surname, givenName, patronymic, birth, birthPlace, lossDate, lossPlace, rank, unit, fate, citation, url } =
    record;
  return {
    ...{ recordId, sourceRecordId, sourceKey, surname, givenName, patronymic, birth, birthPlace },
    ...{ lossDate, lossPlace, rank, unit, fate, citation, url },
    ...{ score: rounded(bits), band, facts },
    verdicts: verdicts.map((verdict) => ({ ...verdict, bits: rounded(verdict.bits) })),
  };
}

const rounded = (bits: number): number => Math.round(bits * 10) / 10 + 0;

/**
 * Makes and logs a lookup. Made from a case it logs one search for each imported source it covered, the empty ones too: found where
 * a record is likely or possibly his, or states the document, file or camp asked for. Without a case it stands in the audit log only.
 */
export const makeLookup = preparedCommand(
  'archive.read',
  z.strictObject({ ...questionShape, forCase: z.optional(z.union([id(), z.literal('')])) }),
  async ({ forCase, ...question }) => ({
    found: (await answersTo(question, mostShown, false)).found,
    covered: question.source
      ? (await importedSources()).filter((key) => key === question.source)
      : await importedSources(),
  }),
  async ({ forCase, ...question }, context, { found, covered }): Promise<{ total: number }> => {
    const { actor, record } = context;
    const total = found.length;
    record({ kind: 'lookup.made', ...(forCase ? { caseId: forCase } : {}), data: { results: total } });
    if (!forCase) return { total };
    await authorize(actor, 'search.log', { caseId: forCase });
    const yielding = new Set(
      found.filter(({ band, facts }) => band !== 'unlikely' || facts.length > 0).map((one) => one.found.sourceKey),
    );
    const asked = askedText(question);
    for (const sourceKey of covered) {
      const outcome = yielding.has(sourceKey) ? 'found' : 'nothing';
      await keepSearch(context, { caseId: forCase, sourceKey, asked, outcome, reason: '' });
    }
    return { total };
  },
);

/** What was asked as the case keeps it, its filters in brackets; the source stands beside it. */
function askedText(question: Question): string {
  const words = questionFields
    .filter((field) => !(filterFields as readonly string[]).includes(field))
    .map((field) => question[field]);
  const filters = [question.fate, [question.lossFrom, question.lossTo].filter(Boolean).join('–')].filter(Boolean);
  return [...words, filters.length > 0 ? `(${filters.join(', ')})` : ''].filter(Boolean).join(' ').slice(0, 500);
}
