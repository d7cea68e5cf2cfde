/** Records that name one fact beside a man's name: a unit, a commissariat, a camp or its number, a file of an archive, a document. */
import { and, inArray, isNull } from 'drizzle-orm';
import { archiveRecords, imports } from '@/db/schema';
import { identifier } from '../../archive/identity';
import { campNumbers, withNotes } from '../../archive/normalising/notes';
import { readUnit, unitKey } from '../../archive/normalising/unit';
import { sameDocumentId } from '../../archive/reading/document-id';
import { type ArchiveRow, recordsByIds } from '../../archive/records';
import { read } from '../../database';
import type { Gazetteer } from '../../places/gazetteer';
import { citationKey, factKey } from '../index/keys';
import { placeFacts } from '../place-sound';
import { askingNow } from './asking';

export type Fact =
  | { kind: 'unit' | 'drafted' | 'camp'; value: string }
  | { kind: 'document'; value: string }
  | { kind: 'citation'; fond: string; opis: string; delo: string };

/** Postings of one fact that are looked at: whole divisions stand under one key. */
const mostLookedAt = 2_000;
const mostFound = 400;

/**
 * Ids of the records in force that state a fact, by the same normalising as the index's; in the order of the records, at most 400.
 * Nothing is found by a unit without a number, a commissariat whose place cannot be read, a citation without its last part (delo).
 */
export async function recordsByFact(fact: Fact): Promise<number[]> {
  if (fact.kind === 'document') return documents(fact.value);
  const { view, gazetteer } = await askingNow();
  const sought = soughtBy(fact, gazetteer);
  const ids = new Set<number>();
  for (const key of sought.keys) view.postings(key, 0, 0, mostLookedAt, (record) => ids.add(record));
  const found: number[] = [];
  const inOrder = [...ids].sort((a, b) => a - b);
  for (let at = 0; at < inOrder.length && found.length < mostFound; at += mostFound)
    // Two facts may share one key, and withdrawn versions stay in the index until it is made anew.
    for (const row of (await recordsByIds(inOrder.slice(at, at + mostFound))).values())
      if (!row.superseded && sought.isIn(row)) found.push(row.recordId);
  return found.sort((a, b) => a - b).slice(0, mostFound);
}

/** The gazetteer of the places as they are in this database, made once. */
export const gazetteerNow = async (): Promise<Gazetteer> => (await askingNow()).gazetteer;

type Sought = { keys: number[]; isIn: (row: ArchiveRow) => boolean };

function soughtBy(fact: Exclude<Fact, { kind: 'document' }>, gazetteer: Gazetteer): Sought {
  if (fact.kind === 'citation') {
    const key = citationKey(fact.fond, fact.opis, fact.delo);
    const isIn = ({ record }: ArchiveRow) =>
      same(record.fond, fact.fond) && same(record.opis, fact.opis) && same(record.delo, fact.delo);
    return { keys: fact.delo ? [key] : [], isIn };
  }
  const values = valuesOf(fact.kind, gazetteer);
  const asked = new Set(values(fact.value));
  return {
    keys: [...asked].map((value) => factKey(fact.kind, value)),
    isIn: ({ record }) => {
      const filled = withNotes(record);
      const written = { unit: filled.unit, drafted: filled.draftPlace, camp: `${filled.captivity} ${filled.notes}` };
      return values(written[fact.kind]).some((value) => asked.has(value));
    },
  };
}

const same = (a: string, b: string) => squeezed(a) === squeezed(b);
const squeezed = (part: string) => part.replace(/\s+/g, '').toLowerCase();

/** What the index keeps of a text (see domain/matching/facts.ts). */
function valuesOf(kind: 'unit' | 'drafted' | 'camp', gazetteer: Gazetteer): (written: string) => string[] {
  if (kind === 'unit') return (written) => readUnit(written).map(unitKey);
  if (kind === 'camp') return campNumbers;
  return (written) => {
    const { district, settlement } = placeFacts(gazetteer, written);
    const where = district ?? settlement;
    return where ? [String(where.id)] : [];
  };
}

/** A document by its number in any of the sources that were imported. */
async function documents(value: string): Promise<number[]> {
  const number = sameDocumentId(value);
  if (number === '') return [];
  const keys = await read().selectDistinct({ key: imports.sourceKey }).from(imports);
  const identities = keys.map(({ key }) => identifier(key)(number, ''));
  const rows = await read()
    .select({ id: archiveRecords.id })
    .from(archiveRecords)
    .where(and(inArray(archiveRecords.identity, identities), isNull(archiveRecords.supersededAt)))
    .limit(mostFound);
  const found = await recordsByIds(rows.map(({ id }) => id));
  return [...found.values()].filter((row) => row.sourceRecordId === number).map(({ recordId }) => recordId);
}
