/** Archive records as they are read: what a row means is computed with the mapping of its import, at each reading. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { archiveRecords, imports } from '@/db/schema';
import { read } from '../database';
import { identifier } from './identity';
import { sameDocumentId } from './reading/document-id';
import { type MappedRecord, recordMapper } from './reading/formats';

export type ArchiveRow = {
  recordId: number;
  importNumber: number;
  importId: string;
  sourceKey: string;
  version: number;
  superseded: boolean;
  /** Every column of the file as written, by its name. */
  row: Record<string, string>;
  record: MappedRecord;
  /** The number of the document in its source, '' where it has none; the same for both numbers of one document. */
  sourceRecordId: string;
};

/**
 * A reader of the rows of one import.
 * @param columns of the file in their order
 * @param mapping which of them fills which value of a record
 */
export function reader(
  columns: readonly string[],
  mapping: Readonly<Record<string, string>>,
): (values: readonly string[]) => { row: Record<string, string>; record: MappedRecord } {
  const map = recordMapper(columns, mapping);
  return (values) => {
    const row: Record<string, string> = {};
    for (let index = 0; index < columns.length; index++) row[columns[index] ?? ''] = values[index] ?? '';
    return { row, record: map(values) };
  };
}

/** Ids of one statement, well below the engine's limit of bound values. */
const together = 500;

/** Records by their ids, whatever their import; ids that are not there are left out. Superseded versions are given too. */
export async function recordsByIds(ids: readonly number[]): Promise<Map<number, ArchiveRow>> {
  const found: (typeof archiveRecords.$inferSelect)[] = [];
  for (let at = 0; at < ids.length; at += together)
    found.push(
      ...(await read()
        .select()
        .from(archiveRecords)
        .where(inArray(archiveRecords.id, ids.slice(at, at + together)))),
    );
  const readers = await readersOf([...new Set(found.map((one) => one.importNumber))]);
  return new Map(
    found.flatMap((one) => {
      const origin = readers.get(one.importNumber);
      if (!origin) return [];
      const { row, record } = origin.read(one.row);
      const found: ArchiveRow = {
        recordId: one.id,
        importNumber: one.importNumber,
        importId: origin.importId,
        sourceKey: origin.sourceKey,
        version: one.version,
        superseded: one.supersededAt !== null,
        row,
        record,
        sourceRecordId: sameDocumentId(record.sourceRecordId),
      };
      return [[one.id, found] as const];
    }),
  );
}

/** The record in force of one document of a source, by the document's number there; null where there is none. */
export async function recordOfDocument(sourceKey: string, documentNumber: string): Promise<ArchiveRow | null> {
  const number = sameDocumentId(documentNumber);
  const ids = await read()
    .select({ id: archiveRecords.id })
    .from(archiveRecords)
    .where(and(eq(archiveRecords.identity, identifier(sourceKey)(number, '')), isNull(archiveRecords.supersededAt)));
  const found = await recordsByIds(ids.map(({ id }) => id));
  for (const row of found.values()) if (row.sourceRecordId === number) return row;
  return null;
}

type Origin = { importId: string; sourceKey: string; read: ReturnType<typeof reader> };

async function readersOf(numbers: readonly number[]): Promise<Map<number, Origin>> {
  const origins = new Map<number, Origin>();
  for (let at = 0; at < numbers.length; at += together) {
    const rows = await read()
      .select({
        number: imports.number,
        importId: imports.id,
        sourceKey: imports.sourceKey,
        columns: imports.columns,
        mapping: imports.mapping,
      })
      .from(imports)
      .where(inArray(imports.number, numbers.slice(at, at + together)));
    for (const { number, importId, sourceKey, columns, mapping } of rows)
      origins.set(number, { importId, sourceKey, read: reader(columns, mapping) });
  }
  return origins;
}
