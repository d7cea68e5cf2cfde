// Reads a record file as a stream: bytes, text, rows, records. Memory stays flat for a file of any size.
import { BROKEN_CHARACTERS, createDecoder, type DecodedText, type Decoder } from './encoding';
import { guessedMapping, layoutOf, type Mapping, mappedFields } from './formats';
import { columnKeys, columnName, listColumns } from './header';
import { foreignKind } from './kind';
import { type ReadRow, rowReader } from './read-row';
import { asRefusal, ReadRefusal } from './refusal';
import { type Separator, sniffSeparator } from './separator';
import { type ByteSource, openSource, peek, unpacked } from './source';
import { type SplitRow, Splitter } from './split';

export type ReadOptions = {
  format?: 'auto' | 'native' | 'obd-card-list';
  /** Which column (as in `columns`) fills what; without it the layout says so. A table with a mapping needs no known layout. */
  mapping?: Mapping;
  /** Opens a table of no known layout too, with nothing mapped: to be shown and mapped by hand. */
  anyLayout?: boolean;
};

type Opened = {
  /** Key of the layout: `native`, `obd-card-list`, `obd-card-list-24`; `other` where none is known. */
  format: string;
  encoding: string;
  separator: string;
  /** The keys of every `row`, in the order of the file. */
  columns: string[];
  mapping: Mapping;
  /** Whether the mapping is another than the one the layout makes. */
  byHand: boolean;
  /** Bytes taken from the file so far, packed ones where it is packed: progress against its size. */
  bytesRead(): number;
};

export type RecordTable = Opened & {
  /** Rows as they were cut, many at a time; to be gone through once; leaving the loop early closes the file. */
  batches: AsyncIterable<SplitBatch>;
  /** Closes a file whose rows nobody goes through. */
  close(): void;
};

export type RecordFile = Opened & {
  /** To be gone through once; leaving the loop early closes the file. */
  rows: AsyncIterable<ReadRow>;
};

/** Bytes looked at to tell encoding, separator and kind. */
const SAMPLE = 65_536;

/**
 * Opens a record file (a path or a stream of bytes), finds out encoding, packing, separator and layout, and reads its
 * rows one by one. A bad row comes as a `reason` and does not stop the reading.
 *
 * Throws `ReadRefusal` for what cannot be read at all; a file that turns out broken off, damaged or a bomb only later
 * throws it out of `rows`, after the rows before.
 */
export async function readRecordFile(
  source: string | NodeJS.ReadableStream,
  options: ReadOptions = {},
): Promise<RecordFile> {
  const table = await openRecordTable(source, options);
  const read = rowReader(table.columns, table.mapping);
  async function* rows(): AsyncGenerator<ReadRow> {
    for await (const batch of table.batches) for (const row of batch.rows) yield read(row, batch.suspect);
  }
  const { format, separator, columns, mapping, byHand, bytesRead } = table;
  return {
    format,
    get encoding() {
      return table.encoding;
    },
    separator,
    columns,
    mapping,
    byHand,
    bytesRead,
    rows: rows(),
  };
}

/** The same, with its rows as they were cut: for taking in many. */
export async function openRecordTable(
  source: string | NodeJS.ReadableStream,
  options: ReadOptions = {},
): Promise<RecordTable> {
  const path = typeof source === 'string' ? source : '';
  let opened: ByteSource | undefined;
  try {
    opened = await openSource(source);
    return await openSourceTable(opened, path, options);
  } catch (error) {
    opened?.close();
    throw asRefusal(error, path);
  }
}

async function openSourceTable(opened: ByteSource, path: string, options: ReadOptions): Promise<RecordTable> {
  const { head, all } = await peek(await unpacked(opened.chunks), SAMPLE);
  if (head.length === 0) throw new ReadRefusal('file.empty');
  const decoder = createDecoder(head);
  const kind = foreignKind(head, decoder.encoding().startsWith('utf-16'));
  if (kind) throw new ReadRefusal('file.not-a-table', kind);

  const separator = sniffSeparator(createDecoder(head).write(head).text);
  const splits = rowBatches(all, decoder, separator)[Symbol.asyncIterator]();
  const first = await nextBatch(splits);
  const header = first?.rows.shift();
  if (!first || !header) throw new ReadRefusal('file.empty');
  if (header.fault) throw new ReadRefusal('file.broken-header');
  const titles = header.cells.map((title) => title.replace(BROKEN_CHARACTERS, '\ufffd'));
  const columns = columnKeys(titles);
  const layout = layoutOf(columns.map(columnName), options.format ?? 'auto');
  if (!layout && !options.mapping && !options.anyLayout)
    throw new ReadRefusal('file.unknown-layout', listColumns(columns));
  const begun = first.rows.length > 0 ? first : await nextBatch(splits);
  if (!begun) throw new ReadRefusal('file.header-only', listColumns(columns));

  const guessed = layout ? guessedMapping(layout, columns) : {};
  const mapping = options.mapping ?? guessed;

  async function* batches(): AsyncGenerator<SplitBatch> {
    try {
      for (let batch: SplitBatch | undefined = begun; batch; batch = await nextBatch(splits)) yield batch;
    } catch (error) {
      throw asRefusal(error, path);
    } finally {
      opened.close();
    }
  }
  return {
    format: layout?.key ?? 'other',
    get encoding() {
      return decoder.encoding();
    },
    separator,
    columns,
    mapping,
    byHand: mappedFields.some((field) => mapping[field] !== guessed[field]),
    batches: batches(),
    bytesRead: opened.bytesRead,
    close: opened.close,
  };
}

/** Rows that ended within one chunk; `suspect`: one of them may hold broken characters. */
export type SplitBatch = { rows: SplitRow[]; suspect: boolean };

async function nextBatch(batches: AsyncIterator<SplitBatch>): Promise<SplitBatch | undefined> {
  const next = await batches.next();
  return next.done ? undefined : next.value;
}

/** Batches are never empty. */
async function* rowBatches(
  chunks: AsyncIterable<Buffer>,
  decoder: Decoder,
  separator: Separator,
): AsyncGenerator<SplitBatch> {
  const splitter = new Splitter(separator);
  // What was suspect in earlier chunks stays so until the row it belongs to has ended.
  let carried = false;
  const split = (decoded: DecodedText): SplitBatch => {
    const rows = splitter.push(decoded.text);
    const suspect = carried || decoded.suspect;
    carried = decoded.suspect || (carried && rows.length === 0);
    return { rows, suspect };
  };
  for await (const chunk of chunks) {
    const batch = split(decoder.write(chunk));
    if (batch.rows.length > 0) yield batch;
  }
  const last = split(decoder.end());
  const rest = splitter.end();
  if (last.rows.length + rest.length > 0) {
    yield { rows: [...last.rows, ...rest], suspect: last.suspect || carried };
  }
}
