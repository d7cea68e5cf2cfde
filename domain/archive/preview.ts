/** What a prepared import would take, shown before anything is taken. */
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { imports } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id, requiredLine } from '../input';
import { DomainError } from '../result';
import { type ImportFormat, refusalOf } from './agreed-mapping';
import { type MappedField, type MappedRecord, type Mapping, mappedFields } from './reading/formats';
import { openRecordTable } from './reading/read-file';
import { type RejectedRow, rowReader } from './reading/read-row';
import { asRefusal } from './reading/refusal';

/** Rows shown. */
const shown = 20;
/** A value is shown up to here: a cell may hold a megabyte. */
const longest = 200;

export type Preview = {
  encoding: string;
  separator: string;
  /** Key of the layout that was recognised; `other` where none is known. */
  format: string;
  columns: string[];
  /** Columns that fill the values of a record, by their place in the file from 0. */
  places: Partial<Record<MappedField, number>>;
  rows: { line: number; cells: string[]; rejected: RejectedRow['reason'] | null }[];
  /** The first good row as it would be understood. */
  sample: MappedRecord | null;
};

/**
 * The beginning of a prepared file: how it is written, its first rows, and the first record as it would be taken.
 * @param places another mapping to try: columns by the value they fill
 * @throws DomainError `import.not-found`; `file.*` when the file cannot be read any more
 */
export const importPreview = query(
  'archive.import',
  z.strictObject({
    importId: id(),
    /** Where the file lies; given by our own code, never typed. */
    path: requiredLine(1000),
    places: z.optional(z.record(z.string(), z.string())),
  }),
  async ({ importId, path, places }): Promise<Preview> => {
    const [row] = await read().select().from(imports).where(eq(imports.id, importId));
    if (!row) throw new DomainError('import.not-found');
    const mapping = places ? mappingAt(places, row.columns) : (row.mapping as Mapping);
    try {
      return await readPreview(path, row.format as ImportFormat, mapping);
    } catch (error) {
      throw refusalOf(asRefusal(error, path));
    }
  },
);

async function readPreview(path: string, format: ImportFormat, mapping: Mapping): Promise<Preview> {
  const table = await openRecordTable(path, { format, mapping });
  const { columns } = table;
  const understand = rowReader(columns, mapping);
  const rows: Preview['rows'] = [];
  let sample: MappedRecord | null = null;
  for await (const batch of table.batches) {
    for (const split of batch.rows) {
      const row = understand(split, batch.suspect);
      if ('record' in row) sample ??= row.record;
      const cells = split.cells
        .slice(0, columns.length)
        .map((cell) => cell.slice(0, longest).replace(/\p{Cs}/gu, '\ufffd'));
      rows.push({ line: split.line, cells, rejected: 'record' in row ? null : row.reason });
      if (rows.length >= shown) break;
    }
    if (rows.length >= shown) break;
  }
  table.close();
  const { encoding, separator } = table;
  return { encoding, separator, format: table.format, columns, places: placesOf(mapping, columns), rows, sample };
}

function mappingAt(places: Readonly<Record<string, string>>, columns: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const field of mappedFields) {
    const place = places[field];
    const column = place && /^\d{1,4}$/.test(place) ? columns[Number(place)] : undefined;
    if (column !== undefined) mapping[field] = column;
  }
  return mapping;
}

function placesOf(mapping: Mapping, columns: readonly string[]): Preview['places'] {
  const places: Preview['places'] = {};
  for (const field of mappedFields) {
    const place = columns.indexOf(mapping[field] ?? '\0');
    if (place >= 0) places[field] = place;
  }
  return places;
}
