/** Cases for programs: the soldier and the work on him, nothing of those who asked. Rows of applications are not read at all. */
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  burialPlaces,
  burials,
  caseJoins,
  cases,
  conclusionEvidence,
  type conclusions,
  evidence,
  searches,
} from '@/db/schema';
import { type Fate, isWithheld } from '../cases/fates';
import { confirmedConclusion } from '../cases/guards';
import { statusOf } from '../cases/moving';
import { statuses } from '../cases/pipeline';
import { query } from '../command';
import { read } from '../database';
import { id, line, oneOf } from '../input';
import { fold } from '../names';
import { readDate } from '../partial-date';
import { DomainError } from '../result';
import { cursor, limit, type PageOf, pageFrom } from './cursor';
import { placeShape } from './place-shape';
import { recordReading } from './reading';
import type { caseLine, caseWhole, writtenDate } from './shapes';

type CaseRow = typeof cases.$inferSelect;
type Whole = z.infer<typeof caseWhole>;

/** Milliseconds as a moment in UTC. */
export const moment = (at: number): string => new Date(at).toISOString();

/** A date as written, read by the date reader. */
export function dateShape(written: string): z.infer<typeof writtenDate> {
  const { edtf, earliest, latest } = readDate(written);
  return { written, edtf, earliest, latest };
}

/**
 * Cases by their numbers; the first page leaves an event. `text`: the beginnings or parts of any spelling of the name, each word to be
 * found.
 * @throws DomainError `input.invalid` for a cursor that is none of ours
 */
export const openCases = query(
  'case.read',
  z.strictObject({
    text: line(200),
    status: z._default(z.union([oneOf(statuses), z.literal('')]), ''),
    limit: limit(),
    cursor: cursor(),
  }),
  async ({ text, status, limit: most, cursor: after }, actor): Promise<PageOf<z.infer<typeof caseLine>>> => {
    const words = fold(text).split(' ').filter(Boolean).slice(0, 12);
    const rows = await read()
      .select()
      .from(cases)
      .where(
        and(
          after === '' ? undefined : gt(cases.number, numberOf(after)),
          status === '' ? undefined : eq(cases.status, status),
          ...words.map((word) => sql`instr(${cases.searchText}, ${word}) > 0`),
        ),
      )
      .orderBy(asc(cases.number))
      .limit(most + 1);
    const { items, next } = pageFrom(rows, most, ({ number }) => number);
    if (after === '') await recordReading(actor, { kind: 'case.exported', data: { form: 'cases' } });
    return { items: items.map(lineShape), next };
  },
);

function numberOf(after: string): number {
  if (!/^\d{1,15}$/.test(after)) throw new DomainError('input.invalid', { cursor: 'input.unknown' });
  return Number(after);
}

const lineShape = (row: CaseRow): z.infer<typeof caseLine> => ({
  id: row.id,
  number: row.number,
  origin: row.origin,
  status: statusOf(row),
  statusSince: moment(row.statusSince),
  receivedAt: moment(row.receivedAt),
  surname: row.surname,
  givenName: row.givenName,
  patronymic: row.patronymic,
  birth: dateShape(row.birth),
  birthPlace: row.birthPlace,
  draftPlace: row.draftPlace,
});

/** One case. A fate that is not released is not told, nor the burial that would tell it. @throws DomainError `case.not-found` */
export const openCase = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }): Promise<Whole> => {
  const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
  if (!row) throw new DomainError('case.not-found');
  const [join] = await read()
    .select({ intoId: caseJoins.intoId })
    .from(caseJoins)
    .where(and(eq(caseJoins.caseId, caseId), isNull(caseJoins.partedAt)));
  const looked = await read()
    .select({ source: searches.sourceKey, outcome: searches.outcome, searchedAt: searches.searchedAt })
    .from(searches)
    .where(and(eq(searches.caseId, caseId), isNull(searches.withdrawnAt)))
    .orderBy(asc(searches.searchedAt), asc(searches.id));
  const documents = await read()
    .select({ id: evidence.id, recordId: evidence.recordId, citation: evidence.citation })
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.attachedAt), asc(evidence.id));
  const inForce = await confirmedConclusion(caseId);
  return {
    ...lineShape(row),
    otherSpellings: row.otherSpellings,
    joinedInto: join?.intoId ?? null,
    searches: looked.map((search) => ({ ...search, searchedAt: moment(search.searchedAt) })),
    evidence: documents,
    conclusion: inForce ? await conclusionShape(inForce) : null,
    burials: inForce && !isWithheld(inForce) ? await burialsOf(caseId) : [],
  };
});

async function conclusionShape(row: typeof conclusions.$inferSelect): Promise<NonNullable<Whole['conclusion']>> {
  const withheld = isWithheld(row);
  const rests = await read()
    .select({ id: evidence.id })
    .from(conclusionEvidence)
    .innerJoin(evidence, eq(evidence.id, conclusionEvidence.evidenceId))
    .where(and(eq(conclusionEvidence.conclusionId, row.id), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.attachedAt), asc(evidence.id));
  return {
    withheld,
    fate: withheld ? null : (row.fate as Fate),
    fateDate: withheld ? null : dateShape(row.fateDate),
    confirmedAt: row.decidedAt === null ? null : moment(row.decidedAt),
    evidence: withheld ? [] : rests.map((one) => one.id),
  };
}

async function burialsOf(caseId: string): Promise<Whole['burials']> {
  const rows = await read()
    .select({ id: burials.id, kind: burials.kind, precision: burials.precision, place: burialPlaces })
    .from(burials)
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(and(eq(burials.caseId, caseId), isNull(burials.endedAt)))
    .orderBy(asc(burials.establishedAt), asc(burials.id));
  return rows.map(({ place, ...burial }) => ({ ...burial, place: placeShape(place) }));
}
