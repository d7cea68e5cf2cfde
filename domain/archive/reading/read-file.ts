// Reads a record file as a stream: bytes, text, rows, records. Memory stays flat for a file of any size.
import { BROKEN_CHARACTERS, createDecoder, type DecodedText, type Decoder } from './encoding';
import { layoutOf } from './formats';
import { columnKeys, columnName, listColumns } from './header';
import { foreignKind } from './kind';
import { type ReadRow, rowReader } from './read-row';
import { asRefusal, ReadRefusal } from './refusal';
import { type Separator, sniffSeparator } from './separator';
import { type ByteSource, openSource, peek, unpacked } from './source';
import { type SplitRow, Splitter } from './split';

export type ReadOptions = { format?: 'auto' | 'native' | 'obd-card-list' };

export type RecordFile = {
  /** Key of the layout: `native`, `obd-card-list`, `obd-card-list-24`. */
  format: string;
  encoding: string;
  separator: string;
  /** The keys of every `row`, in the order of the file. */
  columns: string[];
  /** To be gone through once; leaving the loop early closes the file. */
  rows: AsyncIterable<ReadRow>;
  /** Bytes taken from the file so far, packed ones where it is packed: progress against its size. */
  bytesRead(): number;
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
  const path = typeof source === 'string' ? source : '';
  let opened: ByteSource | undefined;
  try {
    opened = await openSource(source);
    return await readSource(opened, path, options.format ?? 'auto');
  } catch (error) {
    opened?.close();
    throw asRefusal(error, path);
  }
}

async function readSource(
  opened: ByteSource,
  path: string,
  format: NonNullable<ReadOptions['format']>,
): Promise<RecordFile> {
  const { head, all } = await peek(await unpacked(opened.chunks), SAMPLE);
  if (head.length === 0) throw new ReadRefusal('file.empty');
  const decoder = createDecoder(head);
  const kind = foreignKind(head, decoder.encoding().startsWith('utf-16'));
  if (kind) throw new ReadRefusal('file.not-a-table', kind);

  const separator = sniffSeparator(createDecoder(head).write(head).text);
  const batches = rowBatches(all, decoder, separator)[Symbol.asyncIterator]();
  const first = await nextBatch(batches);
  const header = first?.rows.shift();
  if (!first || !header) throw new ReadRefusal('file.empty');
  if (header.fault) throw new ReadRefusal('file.broken-header');
  const titles = header.cells.map((title) => title.replace(BROKEN_CHARACTERS, '\ufffd'));
  const columns = columnKeys(titles);
  const layout = layoutOf(columns.map(columnName), format);
  if (!layout) throw new ReadRefusal('file.unknown-layout', listColumns(columns));
  const begun = first.rows.length > 0 ? first : await nextBatch(batches);
  if (!begun) throw new ReadRefusal('file.header-only', listColumns(columns));

  const read = rowReader(titles, layout);
  async function* rows(): AsyncGenerator<ReadRow> {
    try {
      for (let batch: Batch | undefined = begun; batch; batch = await nextBatch(batches)) {
        for (const row of batch.rows) yield read(row, batch.suspect);
      }
    } catch (error) {
      throw asRefusal(error, path);
    } finally {
      opened.close();
    }
  }
  return {
    format: layout.key,
    get encoding() {
      return decoder.encoding();
    },
    separator,
    columns,
    rows: rows(),
    bytesRead: opened.bytesRead,
  };
}

/** Rows that ended within one chunk; `suspect`: one of them may hold broken characters. */
type Batch = { rows: SplitRow[]; suspect: boolean };

async function nextBatch(batches: AsyncIterator<Batch>): Promise<Batch | undefined> {
  const next = await batches.next();
  return next.done ? undefined : next.value;
}

/** Batches are never empty. */
async function* rowBatches(
  chunks: AsyncIterable<Buffer>,
  decoder: Decoder,
  separator: Separator,
): AsyncGenerator<Batch> {
  const splitter = new Splitter(separator);
  // What was suspect in earlier chunks stays so until the row it belongs to has ended.
  let carried = false;
  const split = (decoded: DecodedText): Batch => {
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
