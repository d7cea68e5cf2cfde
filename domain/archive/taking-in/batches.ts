/** Reads a record file into batches that are ready to be kept: texts, hashes and facts. Runs in a thread; knows no database. */
import { type FactsBatch, FactsPacker } from '@/domain/matching/facts';
import { Gazetteer, type PlaceLine } from '@/domain/places/gazetteer';
import { hash53 } from '../hash';
import { contentSeed, identifier, rowText } from '../identity';
import { sameDocumentId } from '../reading/document-id';
import { type Mapping, recordMapper } from '../reading/formats';
import { openRecordTable } from '../reading/read-file';
import { type RejectedRow, rowJudge } from '../reading/read-row';

export type ReadingTask = {
  path: string;
  format: 'auto' | 'native' | 'obd-card-list';
  /** As agreed to in the preview, or as it was guessed when the import began; undefined lets the layout say it. */
  mapping: Mapping | undefined;
  /** Rows up to this line are in already. */
  afterLine: number;
  sourceKey: string;
  /** The source's number in the search index. */
  source: number;
  places: readonly PlaceLine[];
  /** Rows of one batch at most. */
  rows: number;
};

/** What is known of the file before its first row. */
export type Opening = { format: string; columns: string[]; mapping: Mapping };

/** Rows in the order of the file: good ones side by side in arrays, rejected ones as they are. */
export type TakenBatch = {
  count: number;
  /** The values as JSON. */
  texts: string[];
  lines: Float64Array;
  identities: Float64Array;
  contents: Float64Array;
  /** 1 where the document's number was given raised. */
  raised: Uint8Array;
  facts: FactsBatch;
  bad: RejectedRow[];
  lastLine: number;
  /** Bytes of the file read so far. */
  bytes: number;
};

/** Characters of one batch at most, past which it is handed over however few its rows. */
const mostText = 2_097_152;

/** @throws ReadRefusal when the file cannot be read at all, or breaks off */
export async function readBatches(
  task: ReadingTask,
  opened: (opening: Opening) => void,
  take: (batch: TakenBatch) => Promise<void>,
): Promise<void> {
  const { format, mapping } = task;
  const table = await openRecordTable(task.path, { format, ...(mapping && { mapping }) });
  opened({ format: table.format, columns: table.columns, mapping: table.mapping });
  const maker = new BatchMaker(task, table);
  for await (const { rows, suspect } of table.batches) {
    for (const row of rows) {
      if (row.line <= task.afterLine) continue;
      maker.add(row, suspect);
      if (maker.isFull) await take(maker.take(table.bytesRead()));
    }
  }
  if (!maker.isEmpty) await take(maker.take(table.bytesRead()));
}

class BatchMaker {
  readonly #judge: ReturnType<typeof rowJudge>;
  readonly #map: ReturnType<typeof recordMapper>;
  readonly #identity: ReturnType<typeof identifier>;
  readonly #seed: number;
  readonly #columns: number;
  readonly #source: number;
  readonly #most: number;
  readonly #packer: FactsPacker;
  readonly #lines: Float64Array;
  readonly #identities: Float64Array;
  readonly #contents: Float64Array;
  readonly #raised: Uint8Array;
  #texts: string[] = [];
  #bad: RejectedRow[] = [];
  #text = 0;
  #lastLine = 0;

  constructor(
    task: ReadingTask,
    { columns, mapping, byHand }: { columns: string[]; mapping: Mapping; byHand: boolean },
  ) {
    this.#judge = rowJudge(columns, mapping);
    this.#map = recordMapper(columns, mapping);
    this.#identity = identifier(task.sourceKey);
    this.#seed = contentSeed(columns, mapping, byHand);
    this.#columns = columns.length;
    this.#source = task.source;
    this.#most = task.rows;
    this.#packer = new FactsPacker(new Gazetteer(task.places, 'exactly'));
    this.#lines = new Float64Array(task.rows);
    this.#identities = new Float64Array(task.rows);
    this.#contents = new Float64Array(task.rows);
    this.#raised = new Uint8Array(task.rows);
  }

  add(split: Parameters<ReturnType<typeof rowJudge>>[0], suspect: boolean): void {
    this.#lastLine = split.line;
    const bad = this.#judge(split, suspect);
    if (bad) {
      this.#bad.push(bad);
      for (const cell of split.cells) this.#text += cell.length;
      return;
    }
    const record = this.#map(split.cells);
    const text = rowText(split.cells, this.#columns);
    const at = this.#texts.length;
    const number = sameDocumentId(record.sourceRecordId);
    this.#lines[at] = split.line;
    this.#identities[at] = this.#identity(number, text);
    this.#contents[at] = hash53(text, this.#seed);
    this.#raised[at] = number === record.sourceRecordId || number === record.sourceRecordId.trim() ? 0 : 1;
    this.#texts.push(text);
    this.#text += text.length;
    this.#packer.add(record, this.#source);
  }

  get isFull(): boolean {
    return this.#texts.length + this.#bad.length >= this.#most || this.#text >= mostText;
  }

  get isEmpty(): boolean {
    return this.#texts.length + this.#bad.length === 0;
  }

  take(bytes: number): TakenBatch {
    const texts = this.#texts;
    const bad = this.#bad;
    const count = texts.length;
    this.#texts = [];
    this.#bad = [];
    this.#text = 0;
    return {
      count,
      texts,
      lines: this.#lines.slice(0, count),
      identities: this.#identities.slice(0, count),
      contents: this.#contents.slice(0, count),
      raised: this.#raised.slice(0, count),
      facts: this.#packer.take(),
      bad,
      lastLine: this.#lastLine,
      bytes,
    };
  }
}
