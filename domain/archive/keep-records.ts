/** Taking read rows into the archive index: as written, versioned, with what can be searched beside it. */
import { createHash } from 'node:crypto';
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { archiveRecords } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { now } from '../clock';
import { newId } from '../identity';
import { fold, foldedSpellings } from '../names';
import { readDate } from '../partial-date';
import { sameDocumentId } from './reading/document-id';
import type { MappedRecord } from './reading/formats';

export type Kept = { added: number; updated: number; unchanged: number; duplicates: number };
type GoodRow = { row: Record<string, string>; record: MappedRecord };
type Known = { id: string; importId: string; sourceRecordId: string; version: number; contentHash: string };

/** Keeps a batch of rows; a row already there is not kept twice, a changed one becomes a new version. */
export async function keepRecords(
  tx: WriteDb,
  importId: string,
  sourceKey: string,
  rows: readonly GoodRow[],
): Promise<Kept> {
  const kept: Kept = { added: 0, updated: 0, unchanged: 0, duplicates: 0 };
  const prepared = rows.map(({ row, record }) => {
    const contentHash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
    const written = sameDocumentId(record.sourceRecordId);
    return { row, record, contentHash, sourceRecordId: written || `row:${contentHash.slice(0, 32)}` };
  });
  const known = await newestVersions(tx, sourceKey, [...new Set(prepared.map((one) => one.sourceRecordId))]);
  const fresh: (typeof archiveRecords.$inferInsert)[] = [];
  for (const { row, record, contentHash, sourceRecordId } of prepared) {
    const before = known.get(sourceRecordId);
    if (before && before.contentHash === contentHash) {
      kept[before.importId === importId ? 'duplicates' : 'unchanged'] += 1;
      continue;
    }
    if (before) {
      // The same document under both of its numbers in one file is a duplicate, not a change.
      if (before.importId === importId && isRaised(record.sourceRecordId)) {
        kept.duplicates += 1;
        continue;
      }
      kept.updated += 1;
      if (!fresh.some((one) => one.id === before.id))
        await tx.update(archiveRecords).set({ supersededAt: now() }).where(eq(archiveRecords.id, before.id));
      else for (const one of fresh) if (one.id === before.id) one.supersededAt = now();
    } else kept.added += 1;
    const version = (before?.version ?? 0) + 1;
    const id = newId();
    fresh.push({ id, importId, sourceKey, sourceRecordId, version, contentHash, row, ...columnsOf(record) });
    known.set(sourceRecordId, { id, importId, sourceRecordId, version, contentHash });
  }
  if (fresh.length > 0) await tx.insert(archiveRecords).values(fresh);
  return kept;
}

const isRaised = (id: string) => sameDocumentId(id) !== id.trim();

async function newestVersions(tx: WriteDb, sourceKey: string, recordIds: string[]): Promise<Map<string, Known>> {
  const rows = await tx
    .select({
      id: archiveRecords.id,
      importId: archiveRecords.importId,
      sourceRecordId: archiveRecords.sourceRecordId,
      version: archiveRecords.version,
      contentHash: archiveRecords.contentHash,
    })
    .from(archiveRecords)
    .where(
      and(
        eq(archiveRecords.sourceKey, sourceKey),
        inArray(archiveRecords.sourceRecordId, recordIds),
        isNull(archiveRecords.supersededAt),
      ),
    )
    .orderBy(desc(archiveRecords.version));
  return new Map(rows.map((row) => [row.sourceRecordId, row]));
}

function columnsOf(record: MappedRecord) {
  const birth = readDate(record.birth);
  const loss = readDate(record.lossDate);
  return {
    surname: record.surname,
    givenName: record.givenName,
    patronymic: record.patronymic,
    birth: record.birth,
    birthPlace: record.birthPlace,
    draftPlace: record.draftPlace,
    rank: record.rank,
    unit: record.unit,
    fate: record.fate,
    lossDate: record.lossDate,
    lossPlace: record.lossPlace,
    primaryBurial: record.primaryBurial,
    currentBurial: record.currentBurial,
    citation: record.citation,
    url: record.url,
    notes: record.notes,
    kin: record.kin,
    searchText: foldedSpellings([record.surname, record.givenName, record.patronymic]),
    placeText: fold([record.birthPlace, record.residence, record.draftPlace].join(' ')),
    birthEdtf: birth.edtf,
    birthEarliest: birth.earliest,
    birthLatest: birth.latest,
    lossEdtf: loss.edtf,
    lossEarliest: loss.earliest,
    lossLatest: loss.latest,
  };
}
