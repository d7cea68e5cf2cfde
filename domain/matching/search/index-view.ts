/** The search index as a search reads it: statements prepared once, what was read kept while it stays true. */
import type Database from 'better-sqlite3';
import { get32, rowBytes } from '../index/compact-row';
import { firstOf } from '../index/rows';
import { readTotals, type Totals } from '../index/state';
import { PostingBlocks } from './blocks';
import { Recent } from './recent';

/** Bytes kept in memory of names, of keys to them and of compact rows. */
const most = { names: 24_000_000, keys: 8_000_000, rows: 32_000_000 };
const nothing = new Uint8Array(0);

export class IndexView {
  totals: Totals;
  readonly #blocks: PostingBlocks;
  readonly #keyed;
  readonly #named;
  readonly #rowsAt;
  readonly #generation;
  readonly #connection: Database.Database;
  readonly #keys = new Recent(most.keys);
  readonly #names = new Recent(most.names);
  readonly #rows = new Recent(most.rows);

  constructor(connection: Database.Database) {
    this.#connection = connection;
    this.#keyed = connection.prepare<[number]>('SELECT skeletons FROM sound_keys WHERE key = ?').pluck();
    this.#named = connection.prepare<[number]>('SELECT names FROM sound_skeletons WHERE id = ?').pluck();
    this.#rowsAt = connection.prepare<[number]>('SELECT data FROM index_rows WHERE first = ?').pluck();
    this.#generation = connection
      .prepare("SELECT value ->> 'generation' FROM index_state WHERE key = 'totals'")
      .pluck();
    this.#blocks = new PostingBlocks(connection);
    this.totals = readTotals(connection);
    this.#blocks.refresh();
  }

  /** Looks whether the index has grown since; to be called once a search. @returns whether it has */
  refresh(): boolean {
    this.#blocks.refresh();
    if (Number(this.#generation.get() ?? 0) === this.totals.generation) return false;
    this.totals = readTotals(this.#connection);
    this.#keys.clear();
    this.#names.clear();
    this.#rows.clear();
    return true;
  }

  /** Ids of the skeletons under a key, four bytes each. */
  skeletonsUnder(key: number): number[] {
    const packed = kept(this.#keys, key, this.#keyed);
    const ids: number[] = [];
    for (let at = 0; at < packed.length; at += 4) ids.push(get32(packed, at));
    return ids;
  }

  /** The packed names under a skeleton, empty where there are none. */
  namesUnder(skeleton: number): Uint8Array {
    return kept(this.#names, skeleton, this.#named);
  }

  /** See `PostingBlocks.tell`. */
  postings(key: number, from: number, to: number, atMost: number, tell: (record: number) => void): void {
    this.#blocks.tell(key, from, to, atMost, tell);
  }

  /** The packed rows in which a record's compact row stands; null when the index has none. */
  rowsWith(record: number): Uint8Array | null {
    const first = firstOf(record);
    const rows = kept(this.#rows, first, this.#rowsAt);
    const at = (record - first) * rowBytes;
    // A record has a source, so that its last two bytes are never both 0.
    return at + rowBytes <= rows.length && (rows[at + 22] !== 0 || rows[at + 23] !== 0) ? rows : null;
  }
}

function kept(recent: Recent, key: number, statement: Database.Statement<[number]>): Uint8Array {
  let bytes = recent.get(key);
  if (!bytes) {
    bytes = (statement.get(key) as Uint8Array | undefined) ?? nothing;
    recent.set(key, bytes);
  }
  return bytes;
}
