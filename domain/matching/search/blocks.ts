/** Blocks of postings as a search reads them: where each begins is held in memory, the blocks themselves while there is room. */
import type Database from 'better-sqlite3';
import { blockKey, PostingReader, placeInSegment, placeOf } from '../index/postings';
import { Recent } from './recent';

/** Bytes of blocks kept in memory. */
const mostBytes = 20_000_000;

type Segment = { id: number; signature: string; starts: Float64Array };

export class PostingBlocks {
  #segments: Segment[] = [];
  readonly #list;
  readonly #starts;
  readonly #data;
  readonly #recent = new Recent(mostBytes);
  readonly #reader = new PostingReader();

  constructor(connection: Database.Database) {
    this.#list = connection.prepare('SELECT id, records, postings FROM index_segments ORDER BY id').raw();
    this.#starts = connection
      .prepare<[number, number]>('SELECT key FROM index_postings WHERE key >= ? AND key < ? ORDER BY key')
      .pluck();
    this.#data = connection.prepare<[number]>('SELECT data FROM index_postings WHERE key = ?').pluck();
  }

  /** Looks which segments there are now. A segment never changes; its number may come again for another. */
  refresh(): void {
    const now = this.#list.all() as [number, number, number][];
    const before = new Map(this.#segments.map((segment) => [segment.signature, segment]));
    const signatures = now.map((facts) => facts.join(':'));
    if (signatures.length === before.size && signatures.every((signature) => before.has(signature))) return;
    this.#recent.clear();
    this.#segments = now.map(([id], at) => {
      const signature = signatures[at] as string;
      const known = before.get(signature);
      if (known) return known;
      const starts = Float64Array.from(this.#starts.all(blockKey(id, 0), blockKey(id + 1, 0)) as number[]);
      return { id, signature, starts };
    });
  }

  /**
   * Tells the records under a key whose year's code is between two, and those without a year (code 0).
   * @param most how many postings at most are told in each segment
   */
  tell(key: number, from: number, to: number, most: number, tell: (record: number) => void): void {
    for (const segment of this.#segments) this.#tellIn(segment, key, from, to, most, tell);
  }

  #tellIn(
    { id, starts }: Segment,
    key: number,
    from: number,
    to: number,
    most: number,
    tell: (record: number) => void,
  ): void {
    const none = placeOf(key, 0);
    const first = placeOf(key, from);
    const last = placeOf(key, to);
    const end = blockKey(id, last);
    const reader = this.#reader;
    let left = most;
    let at = Math.max(0, lastNotAbove(starts, blockKey(id, none)));
    while (at < starts.length && (starts[at] as number) <= end) {
      const start = starts[at] as number;
      const data = this.#blockAt(start);
      if (!data) return;
      reader.open(placeInSegment(start), data);
      while (reader.next()) {
        const { place } = reader;
        if (place > last) return;
        if (place !== none && place < first) continue;
        if (left-- <= 0) return;
        tell(reader.record);
      }
      // Between the records without a year and the first year asked for there may be many blocks: leap over them.
      at = Math.max(at + 1, reader.place < first ? lastNotAbove(starts, blockKey(id, first)) : 0);
    }
  }

  #blockAt(start: number): Uint8Array | undefined {
    let data = this.#recent.get(start);
    if (!data) {
      data = this.#data.get(start) as Uint8Array | undefined;
      if (data) this.#recent.set(start, data);
    }
    return data;
  }
}

/** Index of the last number that is not above `key`; -1 where all are. */
function lastNotAbove(numbers: Float64Array, key: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
