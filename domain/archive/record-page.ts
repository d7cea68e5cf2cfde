/** What stands around one archive record on its page: what was read from it, other records of the same man, its cases. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, matchCandidates, placeNames, places } from '@/db/schema';
import type { PlaceKind } from '@/db/schema/places';
import type { Band, FieldVerdict } from '@/domain/matching/verdict';
import { query } from '../command';
import { read } from '../database';
import { whole } from '../input';
import { type RecordLine, recordLines } from '../matching/candidate-queries';
import { isStanding } from '../matching/cases';
import { personOfRecord } from '../matching/persons';
import { possibleBits } from '../matching/search/bands';
import { gazetteerNow } from '../matching/search/facts-search';
import { comparePersons, findMan } from '../matching/search/find';
import type { Name } from '../places/naming';
import { DomainError } from '../result';
import { type Normalised, normalise } from './normalising/normalised';
import { withNotes } from './normalising/notes';
import { type ArchiveRow, recordsByIds } from './records';

/** One part of a written place: a place of the table, or what stands there where the table knows none. */
export type PlaceRead = { kind: PlaceKind; placeId: string | null; names: Name[]; text: string };

const placeFields = ['birthPlace', 'residence', 'draftPlace', 'lossPlace', 'primaryBurial'] as const;
export type PlaceField = (typeof placeFields)[number];

export type SisterRecord = { record: RecordLine; bits: number; band: Band; verdicts: FieldVerdict[] };

const mostSisters = 10;
/** How many of the index's best are looked through for them. */
const lookedThrough = 30;

/**
 * What was read from a record (dates, rank, fate, units, next of kin, camps, places), the records of other documents that likely or
 * possibly speak of the same man, best first, and the cases it is proposed for.
 * @throws DomainError `archive.not-found`
 */
export const recordSurroundings = query(
  'archive.read',
  z.strictObject({ recordId: whole(1, Number.MAX_SAFE_INTEGER) }),
  async ({ recordId }) => {
    const row = (await recordsByIds([recordId])).get(recordId);
    if (!row) throw new DomainError('archive.not-found');
    return {
      readings: normalise(row.record) as Normalised,
      places: await placesOf(row),
      sisters: await sistersOf(row),
      proposedFor: await proposedFor(recordId),
    };
  },
);

export type RecordSurroundings = Awaited<ReturnType<typeof recordSurroundings>>;

async function placesOf({ record }: ArchiveRow): Promise<{ field: PlaceField; written: string; parts: PlaceRead[] }[]> {
  const filled = withNotes(record);
  const gazetteer = await gazetteerNow();
  const read = placeFields
    .filter((field) => filled[field].trim() !== '')
    .map((field) => ({ field, written: filled[field], place: gazetteer.read(filled[field]) }));
  const known = await placesByNumber(read.flatMap(({ place }) => numbersOf(place)));
  return read.map(({ field, written, place }) => ({
    field,
    written,
    parts: [
      part('settlement', place.settlement, known),
      part('district', place.district, known),
      part('region', place.region ? `#${place.region}` : '', known),
    ].filter((one) => one !== null),
  }));
}

const numberOf = (key: string): number => (key.startsWith('#') ? Number(key.slice(1)) : 0);
const numbersOf = (place: { region: number; district: string; settlement: string }): number[] =>
  [place.region, numberOf(place.district), numberOf(place.settlement)].filter((number) => number > 0);

function part(kind: PlaceKind, key: string, known: Awaited<ReturnType<typeof placesByNumber>>): PlaceRead | null {
  if (key === '') return null;
  const place = known.get(numberOf(key));
  return place ? { ...place, text: '' } : { kind, placeId: null, names: [], text: key };
}

async function placesByNumber(numbers: readonly number[]) {
  const rows = await read()
    .select({ id: places.id, number: places.number, kind: places.kind })
    .from(places)
    .where(inArray(places.number, [...new Set(numbers)]));
  const names = await read()
    .select()
    .from(placeNames)
    .where(
      inArray(
        placeNames.placeId,
        rows.map(({ id }) => id),
      ),
    );
  return new Map(
    rows.map(({ id, number, kind }) => {
      const own = names.filter(({ placeId }) => placeId === id);
      const named = own.map(({ name, language, fromYear, toYear }) => ({ name, language, from: fromYear, to: toYear }));
      return [number, { kind, placeId: id, names: named as Name[] }] as const;
    }),
  );
}

/** Several records may all be his, so none has to be ahead of the next: each is held against this one by itself. */
async function sistersOf(row: ArchiveRow): Promise<SisterRecord[]> {
  const person = personOfRecord(row.record);
  const { matches } = await findMan(person, { limit: lookedThrough });
  const others = matches.filter(({ bits, found }) => bits >= possibleBits && !isSameDocument(found, row));
  const lines = await recordLines(others.map(({ recordId }) => recordId));
  const sisters: SisterRecord[] = [];
  for (const { recordId, found } of others.slice(0, mostSisters)) {
    const record = lines.get(recordId);
    const compared = await comparePersons(person, personOfRecord(found.record));
    if (record && compared.band !== 'unlikely') sisters.push({ record, ...compared });
  }
  return sisters.sort((a, b) => b.bits - a.bits);
}

const isSameDocument = (one: ArchiveRow, other: ArchiveRow): boolean =>
  one.recordId === other.recordId ||
  (one.sourceRecordId !== '' && one.sourceKey === other.sourceKey && one.sourceRecordId === other.sourceRecordId);

/** Cases this record waits at as a possible match. */
async function proposedFor(recordId: number) {
  return read()
    .select({
      candidateId: matchCandidates.id,
      state: matchCandidates.state,
      caseId: cases.id,
      number: cases.number,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
    })
    .from(matchCandidates)
    .innerJoin(cases, eq(cases.id, matchCandidates.caseId))
    .where(
      and(
        eq(matchCandidates.recordId, recordId),
        isNull(matchCandidates.goneAt),
        inArray(matchCandidates.state, ['proposed', 'unsure']),
        isStanding(),
      ),
    )
    .orderBy(asc(cases.number));
}
