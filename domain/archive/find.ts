/**
 * The lookup into the index of imported records: every word of the query must stand in the name, in any case, in Kazakh or
 * Russian letters. Search by sound and score takes this place: the shape of the question and of the answer stay.
 */
import { and, asc, count, eq, inArray, isNull, like, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRecords, sources } from '@/db/schema';
import { authorize } from '../access';
import { command, query } from '../command';
import { read } from '../database';
import { id, line, whole } from '../input';
import { fold } from '../names';
import { DomainError } from '../result';
import { keepSearch } from './searches';

const questionShape = {
  /** Any part of the name; four digits are taken as the birth year. */
  text: line(300),
  surname: line(),
  givenName: line(),
  patronymic: line(),
  birthYear: line(4),
  birthPlace: line(),
};

export type Question = {
  text: string;
  surname: string;
  givenName: string;
  patronymic: string;
  birthYear: string;
  birthPlace: string;
};

export type FoundRecord = {
  recordId: string;
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
};

const pageShape = { limit: z._default(whole(1, 200), 20), offset: z._default(whole(0, 1_000_000), 0) };

/** Records that answer the question, in the order of the names, with their total number. */
export const findRecords = query(
  'archive.read',
  z.strictObject({ ...questionShape, ...pageShape }),
  async ({ limit, offset, ...question }): Promise<{ total: number; records: FoundRecord[] }> => {
    const where = conditionOf(question);
    const [counted] = await read().select({ total: count() }).from(archiveRecords).where(where);
    const records = await read()
      .select({
        recordId: archiveRecords.id,
        sourceRecordId: archiveRecords.sourceRecordId,
        sourceKey: archiveRecords.sourceKey,
        surname: archiveRecords.surname,
        givenName: archiveRecords.givenName,
        patronymic: archiveRecords.patronymic,
        birth: archiveRecords.birth,
        birthPlace: archiveRecords.birthPlace,
        lossDate: archiveRecords.lossDate,
        lossPlace: archiveRecords.lossPlace,
        rank: archiveRecords.rank,
        unit: archiveRecords.unit,
        fate: archiveRecords.fate,
        citation: archiveRecords.citation,
        url: archiveRecords.url,
      })
      .from(archiveRecords)
      .where(where)
      .orderBy(asc(archiveRecords.searchText), asc(archiveRecords.id))
      .limit(limit)
      .offset(offset);
    return { total: counted?.total ?? 0, records };
  },
);

/** The same question as a condition; refused when it asks for nothing. */
function conditionOf(question: Question): SQL | undefined {
  const names = [question.text, question.surname, question.givenName, question.patronymic];
  const words = fold(names.join(' ')).split(' ').filter(Boolean);
  const year = question.birthYear || words.find((word) => /^1[89]\d\d$/.test(word)) || '';
  const parts = words.filter((word) => word !== year);
  const places = fold(question.birthPlace).split(' ').filter(Boolean);
  if (parts.length === 0 && places.length === 0 && !year)
    throw new DomainError('input.invalid', { text: 'lookup.nothing-asked' });
  if (year && !/^1[89]\d\d$/.test(year)) throw new DomainError('input.invalid', { birthYear: 'input.year' });
  return and(
    isNull(archiveRecords.supersededAt),
    ...parts.slice(0, 12).map((word) => like(archiveRecords.searchText, `%${word}%`)),
    ...places.slice(0, 12).map((word) => like(archiveRecords.placeText, `%${word}%`)),
    year
      ? or(
          isNull(archiveRecords.birthEarliest),
          sql`${archiveRecords.birthEarliest} <= ${`${year}-12-31`} and coalesce(${archiveRecords.birthLatest}, '9999') >= ${`${year}-01-01`}`,
        )
      : undefined,
  );
}

/**
 * Makes and logs a lookup. Made from a case it logs one search for each imported source, the empty ones too; without a case it
 * stands in the audit log only.
 */
export const makeLookup = command(
  'archive.read',
  z.strictObject({ ...questionShape, forCase: z.optional(z.union([id(), z.literal('')])) }),
  async ({ forCase, ...question }, context): Promise<{ total: number }> => {
    const { actor, tx, record } = context;
    const { total } = await findRecords(actor, { ...question, limit: 1 });
    record({ kind: 'lookup.made', ...(forCase ? { caseId: forCase } : {}), data: { results: total } });
    if (!forCase) return { total };
    await authorize(actor, 'search.log', { caseId: forCase });
    const imported = tx.selectDistinct({ key: archiveRecords.sourceKey }).from(archiveRecords);
    const covered = await tx.select({ key: sources.key }).from(sources).where(inArray(sources.key, imported));
    const where = conditionOf(question);
    for (const { key } of covered) {
      const [there] = await tx
        .select({ found: count() })
        .from(archiveRecords)
        .where(and(where, eq(archiveRecords.sourceKey, key)));
      const asked = Object.values(question).filter(Boolean).join(' ');
      await keepSearch(context, {
        caseId: forCase,
        sourceKey: key,
        asked,
        outcome: (there?.found ?? 0) > 0 ? 'found' : 'nothing',
        reason: '',
      });
    }
    return { total };
  },
);
