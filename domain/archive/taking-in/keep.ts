/** Puts read rows into the archive index. One of the two places that know the engine: statements are prepared once, for millions of rows. */
import { now } from '@/domain/clock';
import { theStore } from '@/domain/database';
import { newId } from '@/domain/identity';
import { DomainError } from '@/domain/result';
import { sameDocumentId } from '../reading/document-id';
import { recordMapper } from '../reading/formats';
import type { Opening, TakenBatch } from './batches';
import { isHeld } from './lease';

export type ImportCounts = {
  read: number;
  added: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  rejected: number;
};

type Known = { id: number; importNumber: number; version: number; content: number };
type KnownRow = [identity: number, id: number, importNumber: number, version: number, content: number];

/** Rows looked up and kept between two looks at the clock. */
const together = 250;

/** Which rows of a batch are kept: as far as it came, and the ids given (0 where a row was not kept). */
export type Kept = { good: number; bad: number; ids: Float64Array };

/** Keeps the rows of one import. Every method runs inside a transaction of the store. */
export class RecordKeeper {
  readonly #importId: string;
  readonly #number: number;
  readonly #holder: string;
  readonly #statements = prepared();
  readonly #readers = new Map<number, ReturnType<typeof recordMapper>>();
  #opening: Opening = { format: '', columns: [], mapping: {} };

  constructor(row: { id: string; number: number }, holder: string) {
    this.#importId = row.id;
    this.#number = row.number;
    this.#holder = holder;
  }

  opened(opening: Opening): void {
    this.#opening = opening;
  }

  /**
   * Keeps rows of a batch from where `kept` stands until `until` (milliseconds of `performance.now()`): rows, rejections, counts
   * and the last line together, so that a kill between transactions loses and doubles nothing.
   * @returns the import's counts, and whether a person asked for it to stop
   * @throws DomainError `import.lease-lost` when another process took the writing over
   */
  keep(batch: TakenBatch, kept: Kept, until: number): { counts: ImportCounts; isStopped: boolean } {
    if (!isHeld(this.#holder)) throw new DomainError('import.lease-lost');
    const counts: ImportCounts = { read: 0, added: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0 };
    let nextId = this.#nextId();
    const firstId = nextId;
    let lastLine = 0;
    do {
      const to = Math.min(kept.good + together, batch.count);
      nextId = this.#keepGood(batch, kept, to, counts, nextId);
      counts.read += to - kept.good;
      kept.good = to;
      lastLine = to === batch.count ? batch.lastLine : (batch.lines[to - 1] ?? 0);
      while (kept.bad < batch.bad.length && (batch.bad[kept.bad]?.line ?? 0) <= lastLine) {
        this.#reject(batch, kept.bad);
        kept.bad += 1;
        counts.read += 1;
        counts.rejected += 1;
      }
    } while (kept.good < batch.count && performance.now() < until);
    return this.#count(counts, lastLine, firstId, nextId);
  }

  /** Ids are given once: records that were taken out leave a gap, which the search index relies on. */
  #nextId(): number {
    return Number(this.#statements.nextId.get());
  }

  #keepGood(batch: TakenBatch, kept: Kept, to: number, counts: ImportCounts, freeId: number): number {
    const { insert, supersede } = this.#statements;
    const known = this.#knownOf(batch.identities.subarray(kept.good, to));
    let id = freeId;
    for (let at = kept.good; at < to; at++) {
      const identity = batch.identities[at] ?? 0;
      const content = batch.contents[at] ?? 0;
      const text = batch.texts[at] ?? '[]';
      const there = known.get(identity);
      const before = there && this.#sameDocument(there, content, text);
      if (before) {
        if (before.content === content) {
          counts[before.importNumber === this.#number ? 'duplicates' : 'unchanged'] += 1;
          continue;
        }
        // The same document under both of its numbers in one file is a duplicate, not a change.
        if (before.importNumber === this.#number && batch.raised[at] === 1) {
          counts.duplicates += 1;
          continue;
        }
        supersede.run(now(), before.id);
        counts.updated += 1;
      } else counts.added += 1;
      const version = (before?.version ?? 0) + 1;
      insert.run(id, this.#number, identity, version, content, text);
      const mine: Known = { id, importNumber: this.#number, version, content };
      known.set(identity, there ? [...there.filter((one) => one !== before), mine] : [mine]);
      kept.ids[at] = id;
      id += 1;
    }
    return id;
  }

  #knownOf(identities: Float64Array): Map<number, Known[]> {
    const known = new Map<number, Known[]>();
    const rows = this.#statements.known.all(`[${identities.join(',')}]`) as KnownRow[];
    for (const [identity, id, importNumber, version, content] of rows) {
      const there = known.get(identity);
      // A number that stands twice among those asked comes back twice.
      if (there?.some((one) => one.id === id)) continue;
      const one: Known = { id, importNumber, version, content };
      if (there) there.push(one);
      else known.set(identity, [one]);
    }
    return known;
  }

  /** Of the records in force under one identity the one of this very document: two hashes may meet, two men must not become one. */
  #sameDocument(there: readonly Known[], content: number, text: string): Known | undefined {
    const same = there.find((one) => one.content === content);
    if (same) return same;
    const number = sameDocumentId(this.#numberIn(this.#number, text));
    if (number === '') return undefined;
    return there.find((one) => {
      const stored = String(this.#statements.rowOf.get(one.id));
      return sameDocumentId(this.#numberIn(one.importNumber, stored)) === number;
    });
  }

  #numberIn(importNumber: number, text: string): string {
    let map = this.#readers.get(importNumber);
    if (!map) {
      map = recordMapper(...this.#columnsOf(importNumber));
      this.#readers.set(importNumber, map);
    }
    return map(JSON.parse(text) as string[]).sourceRecordId;
  }

  #columnsOf(importNumber: number): [string[], Record<string, string>] {
    if (importNumber === this.#number) return [this.#opening.columns, this.#opening.mapping as Record<string, string>];
    const found = this.#statements.columnsOf.get(importNumber) as [string, string] | undefined;
    return found ? [JSON.parse(found[0]) as string[], JSON.parse(found[1]) as Record<string, string>] : [[], {}];
  }

  #reject(batch: TakenBatch, at: number): void {
    const bad = batch.bad[at];
    if (!bad) return;
    const { line, reason, detail = '', row } = bad;
    this.#statements.reject.run(newId(), this.#importId, line, reason, detail, row ? JSON.stringify(row) : null);
  }

  #count(counts: ImportCounts, lastLine: number, firstId: number, nextId: number) {
    const { format, columns, mapping } = this.#opening;
    const isAny = nextId > firstId;
    const row = this.#statements.count.get({
      ...counts,
      lastLine,
      format,
      columns: JSON.stringify(columns),
      mapping: JSON.stringify(mapping),
      id: this.#importId,
      firstId: isAny ? firstId : null,
      lastId: isAny ? nextId - 1 : null,
    }) as (ImportCounts & { stopAskedAt: number | null }) | undefined;
    if (!row) throw new DomainError('import.not-found');
    const { stopAskedAt, ...totals } = row;
    return { counts: totals, isStopped: stopAskedAt !== null };
  }
}

/** Nothing is given to `imports.last_record` but ids, and no row of `imports` ever goes: the greatest of both was given before. */
function prepared() {
  const { writer } = theStore().engine;
  return {
    nextId: writer
      .prepare(
        `SELECT max(coalesce((SELECT max(id) FROM archive_records), 0), coalesce((SELECT max(last_record) FROM imports), 0)) + 1`,
      )
      .pluck(),
    known: writer
      .prepare(
        `SELECT r.identity, r.id, r.import_number, r.version, r.content
         FROM json_each(?) j CROSS JOIN archive_records r ON r.identity = j.value WHERE r.superseded_at IS NULL`,
      )
      .raw(),
    insert: writer.prepare(
      `INSERT INTO archive_records (id, import_number, identity, version, content, row, superseded_at)
       VALUES (?, ?, ?, ?, ?, ?, NULL)`,
    ),
    supersede: writer.prepare('UPDATE archive_records SET superseded_at = ? WHERE id = ?'),
    rowOf: writer.prepare('SELECT row FROM archive_records WHERE id = ?').pluck(),
    columnsOf: writer.prepare('SELECT columns, mapping FROM imports WHERE number = ?').raw(),
    reject: writer.prepare(
      `INSERT INTO rejected_rows (id, import_id, line, reason, detail, row) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    count: writer.prepare(
      `UPDATE imports SET state = 'running', format = $format, columns = $columns, mapping = $mapping,
         read = read + $read, added = added + $added, updated = updated + $updated, unchanged = unchanged + $unchanged,
         duplicates = duplicates + $duplicates, rejected = rejected + $rejected, last_line = $lastLine,
         first_record = coalesce(first_record, $firstId), last_record = coalesce($lastId, last_record)
       WHERE id = $id
       RETURNING read, added, updated, unchanged, duplicates, rejected, stop_asked_at AS stopAskedAt`,
    ),
  };
}
