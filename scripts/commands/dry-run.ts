/** What an import would do, found out without writing: a million rows must not hold the write lock only to be taken back. */
import { stat } from 'node:fs/promises';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { archiveRecords, sources } from '@/db/schema';
import { agreedMapping, type ImportFormat } from '@/domain/archive/agreed-mapping';
import { hash53 } from '@/domain/archive/hash';
import { contentSeed, identifier, rowText } from '@/domain/archive/identity';
import { sameDocumentId } from '@/domain/archive/reading/document-id';
import { type RecordFile, readRecordFile } from '@/domain/archive/reading/read-file';
import type { ReadRow } from '@/domain/archive/reading/read-row';
import { asRefusal, ReadRefusal } from '@/domain/archive/reading/refusal';
import { fillHashes } from '@/domain/archive/taking-in/fill-hashes';
import type { ImportCounts as ImportProgress } from '@/domain/archive/taking-in/run';
import { read } from '@/domain/database';
import { DomainError } from '@/domain/result';

type Options = { source: string; format: ImportFormat; map?: Record<string, string> };
type GoodRow = Extract<ReadRow, { record: unknown }>;

const batchSize = 500;

/** The counts an import of this file would end with; kept like `keepRecords` by a test that holds one against the other. */
export async function dryRun(
  file: string,
  { source, format, map }: Options,
  tell: (progress: ImportProgress, share: number) => void,
): Promise<ImportProgress> {
  const [known] = await read().select({ key: sources.key }).from(sources).where(eq(sources.key, source));
  if (!known) throw new DomainError('input.invalid', { source: 'source.not-found' });
  const counts = { read: 0, added: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 };
  try {
    const { size } = await stat(file);
    const agreed = map && (await agreedMapping(file, format, map));
    const records = await readRecordFile(file, { format, ...(agreed && { mapping: agreed.mapping }) });
    await fillHashes();
    await count(records, source, counts, () => tell(counts, size ? Math.min(1, records.bytesRead() / size) : 1));
  } catch (error) {
    const refusal = asRefusal(error, file);
    if (!(refusal instanceof ReadRefusal)) throw error;
    throw new DomainError(refusal.code, {}, { detail: refusal.detail });
  }
  return counts;
}

type Table = { columns: string[]; seed: number; identity: ReturnType<typeof identifier> };

async function count(file: RecordFile, source: string, counts: ImportProgress, tell: () => void): Promise<void> {
  const { columns, mapping, byHand } = file;
  const table: Table = { columns, seed: contentSeed(columns, mapping, byHand), identity: identifier(source) };
  /** Rows of this file by their record number: what the import would have kept of them last. */
  const seen = new Map<string, number>();
  let batch: GoodRow[] = [];
  const flush = async () => {
    await countBatch(batch, seen, counts, table);
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

async function countBatch(batch: GoodRow[], seen: Map<string, number>, counts: ImportProgress, table: Table) {
  const rows = batch.map(({ row, record }) => {
    const text = rowText(
      table.columns.map((name) => row[name] ?? ''),
      table.columns.length,
    );
    const written = record.sourceRecordId.trim();
    const same = sameDocumentId(written);
    const identity = table.identity(same, text);
    return { identity, content: hash53(text, table.seed), key: same || `row:${identity}`, raised: same !== written };
  });
  const kept = await keptContents(rows.map(({ identity }) => identity));
  for (const { identity, key, content, raised } of rows) {
    const here = seen.get(key);
    const before = here ?? kept.get(identity);
    if (before === content) counts[here === undefined ? 'unchanged' : 'duplicates'] += 1;
    else if (here !== undefined && raised) counts.duplicates += 1;
    else {
      counts[before === undefined ? 'added' : 'updated'] += 1;
      seen.set(key, content);
    }
  }
}

async function keptContents(identities: number[]): Promise<Map<number, number>> {
  const rows = await read()
    .select({ identity: archiveRecords.identity, content: archiveRecords.content })
    .from(archiveRecords)
    .where(and(inArray(archiveRecords.identity, [...new Set(identities)]), isNull(archiveRecords.supersededAt)));
  return new Map(rows.map((row) => [row.identity, row.content]));
}
