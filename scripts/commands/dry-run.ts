/** What an import would do, found out without writing: a million rows must not hold the write lock only to be taken back. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { archiveRecords, sources } from '@/db/schema';
import type { ImportProgress } from '@/domain/archive/imports';
import { sameDocumentId } from '@/domain/archive/reading/document-id';
import { type RecordFile, readRecordFile } from '@/domain/archive/reading/read-file';
import type { ReadRow } from '@/domain/archive/reading/read-row';
import { asRefusal, ReadRefusal } from '@/domain/archive/reading/refusal';
import { read } from '@/domain/database';
import { DomainError } from '@/domain/result';

type Options = { source: string; format: 'auto' | 'native' | 'obd-card-list' };
type GoodRow = Extract<ReadRow, { record: unknown }>;

const batchSize = 500;

/** The counts an import of this file would end with; kept like `keepRecords` by a test that holds one against the other. */
export async function dryRun(
  file: string,
  { source, format }: Options,
  tell: (progress: ImportProgress, share: number) => void,
): Promise<ImportProgress> {
  const [known] = await read().select({ key: sources.key }).from(sources).where(eq(sources.key, source));
  if (!known) throw new DomainError('input.invalid', { source: 'source.not-found' });
  const counts = { read: 0, added: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 };
  try {
    const { size } = await stat(file);
    const records = await readRecordFile(file, { format });
    await count(records, source, counts, () => tell(counts, size ? Math.min(1, records.bytesRead() / size) : 1));
  } catch (error) {
    const refusal = asRefusal(error, file);
    if (!(refusal instanceof ReadRefusal)) throw error;
    throw new DomainError(refusal.code, {}, { detail: refusal.detail });
  }
  return counts;
}

async function count(file: RecordFile, source: string, counts: ImportProgress, tell: () => void): Promise<void> {
  /** Rows of this file by their record number: what the import would have kept of them last. */
  const seen = new Map<string, string>();
  let batch: GoodRow[] = [];
  const flush = async () => {
    await countBatch(batch, source, seen, counts);
    batch = [];
    tell();
  };
  for await (const row of file.rows) {
    counts.read += 1;
    if ('record' in row) batch.push(row);
    else counts.rejected += 1;
    if (batch.length >= batchSize) await flush();
  }
  await flush();
}

async function countBatch(batch: GoodRow[], source: string, seen: Map<string, string>, counts: ImportProgress) {
  const rows = batch.map(({ row, record }) => {
    const contentHash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
    const written = record.sourceRecordId.trim();
    const same = sameDocumentId(written);
    return { contentHash, key: same || `row:${contentHash.slice(0, 32)}`, raised: same !== written };
  });
  const kept = await keptHashes(
    source,
    rows.map((row) => row.key),
  );
  for (const { key, contentHash, raised } of rows) {
    const here = seen.get(key);
    const before = here ?? kept.get(key);
    if (before === contentHash) counts[here === undefined ? 'unchanged' : 'duplicates'] += 1;
    else if (here !== undefined && raised) counts.duplicates += 1;
    else {
      counts[before === undefined ? 'added' : 'updated'] += 1;
      seen.set(key, contentHash);
    }
  }
}

async function keptHashes(source: string, keys: string[]): Promise<Map<string, string>> {
  const rows = await read()
    .select({ key: archiveRecords.sourceRecordId, contentHash: archiveRecords.contentHash })
    .from(archiveRecords)
    .where(
      and(
        eq(archiveRecords.sourceKey, source),
        inArray(archiveRecords.sourceRecordId, [...new Set(keys)]),
        isNull(archiveRecords.supersededAt),
      ),
    );
  return new Map(rows.map((row) => [row.key, row.contentHash]));
}
