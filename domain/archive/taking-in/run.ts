/** Runs an import: one thread reads, this one writes in short transactions, and the search index is filled along with it. */
import { stat } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { imports } from '@/db/schema';
import { authorize } from '@/domain/access';
import { bookkeep, change } from '@/domain/change';
import { now } from '@/domain/clock';
import { read } from '@/domain/database';
import { catchUp, sourceNumber } from '@/domain/matching/index/catching-up';
import { IndexWriter } from '@/domain/matching/index/writer';
import { queueRecordMatching } from '@/domain/matching/queue';
import { type Actor, systemActor } from '@/domain/permissions';
import { gazetteerLines } from '@/domain/places/queries';
import { DomainError } from '@/domain/result';
import { type ImportFormat, refusalOf } from '../agreed-mapping';
import type { Mapping } from '../reading/formats';
import { asRefusal } from '../reading/refusal';
import type { TakenBatch } from './batches';
import { fillHashes } from './fill-hashes';
import { type ImportCounts, type Kept, RecordKeeper } from './keep';
import { asOnlyWriter, type Writing } from './lease';
import { readFileInto } from './reading';
import { takeOut, takeOutAsked } from './take-out';

export type { ImportCounts } from './keep';

/** A write transaction lasts so long at most, in milliseconds, its end on the disk included. */
const longest = 50;
const rowsOfABatch = 4000;

type ImportRow = typeof imports.$inferSelect;

export type RunOptions = {
  actor?: Actor;
  /** Rows handed over at once. */
  rows?: number;
  /** Told about once a second while another import writes. */
  onWaiting?: () => void | Promise<void>;
};

type OnProgress = (counts: ImportCounts, share: number) => void | Promise<void>;

/**
 * Runs an entered import to its end, going on where it was interrupted. Rejected rows are kept with line and reason.
 * @param onProgress told after every transaction, with the share of the file read (0..1)
 * @throws DomainError `file.*` when the file cannot be read at all or breaks off: the import is then marked as failed;
 * `import.full` when the disk is: it goes on there when run again; `import.cancelled` when a person stopped it: nothing of it is left
 */
export async function runImport(
  importId: string,
  path: string,
  onProgress: OnProgress = () => {},
  { actor = systemActor, rows = rowsOfABatch, onWaiting = () => {} }: RunOptions = {},
): Promise<ImportCounts> {
  await authorize(actor, actor.role === 'system' ? 'archive.run-import' : 'archive.import');
  const before = await importRow(importId);
  if (isOver(before)) return countsOf(before);
  return asOnlyWriter(async (writing) => {
    await takeOutAsked(writing, importId);
    // It may have been run or stopped by somebody else while this one waited.
    const row = await importRow(importId);
    if (isOver(row)) return countsOf(row);
    if (row.stopAskedAt !== null) return cancelled(importId, writing, actor);
    await fillHashes();
    await catchUp();
    try {
      const isStopped = await takeIn(row, path, writing, rows, onProgress);
      return isStopped ? await cancelled(importId, writing, actor) : await finish(actor, importId);
    } catch (error) {
      const refusal = refusalOf(asRefusal(error, path));
      if (!(refusal instanceof DomainError)) throw error;
      if (refusal.code.startsWith('file.')) await fail(actor, importId, refusal.code);
      throw refusal.code === 'disk.full' ? new DomainError('import.full') : refusal;
    }
  }, onWaiting);
}

const isOver = ({ state }: ImportRow) => state === 'done' || state === 'withdrawn' || state === 'cancelled';

async function cancelled(importId: string, writing: Writing, actor: Actor): Promise<never> {
  await takeOut(await importRow(importId), writing, () => {}, actor);
  throw new DomainError('import.cancelled');
}

class StopAsked extends Error {}

/** @returns whether a person asked for it to stop */
async function takeIn(
  row: ImportRow,
  path: string,
  writing: Writing,
  rows: number,
  onProgress: OnProgress,
): Promise<boolean> {
  const size = await stat(path).then(
    (found) => found.size || 1,
    () => 1,
  );
  const keeper = new RecordKeeper(row, writing.holder);
  const index = await IndexWriter.open();
  const task = {
    path,
    format: row.format as ImportFormat,
    mapping: Object.keys(row.mapping).length > 0 ? (row.mapping as Mapping) : undefined,
    afterLine: row.lastLine,
    sourceKey: row.sourceKey,
    source: await sourceNumber(row.sourceKey),
    places: await gazetteerLines(),
    rows,
  };
  try {
    await readFileInto(task, {
      opened: (opening) => keeper.opened(opening),
      take: async (batch) => {
        const counts = await keepBatch(keeper, index, batch, async (reached) =>
          onProgress(reached, Math.min(1, batch.bytes / size)),
        );
        if (counts.isStopped) throw new StopAsked();
      },
    });
  } catch (error) {
    if (error instanceof StopAsked) return true;
    // What is in stays in and is found: the import can be run again.
    await index.finish().catch(() => undefined);
    throw error;
  }
  await index.finish();
  return false;
}

/** Rows first, then the index: what a kill leaves out of the index is caught up from the rows. */
async function keepBatch(
  keeper: RecordKeeper,
  index: IndexWriter,
  batch: TakenBatch,
  onProgress: (counts: ImportCounts) => Promise<void>,
): Promise<{ isStopped: boolean }> {
  const kept: Kept = { good: 0, bad: 0, ids: new Float64Array(batch.count) };
  do {
    const { counts, isStopped } = await bookkeep(async () => keeper.keep(batch, kept, performance.now() + longest / 2));
    // Other writers of this process wait for a turn; and a signal would not be heard for seconds.
    await breathe();
    await onProgress(counts);
    if (isStopped) return { isStopped };
  } while (kept.good < batch.count || kept.bad < batch.bad.length);
  if (batch.count > 0) await index.add(batch.facts, kept.ids);
  return { isStopped: false };
}

async function finish(actor: Actor, importId: string): Promise<ImportCounts> {
  return change(actor, async (tx, record) => {
    const [done] = await tx
      .update(imports)
      .set({ state: 'done', refusal: null, finishedAt: now() })
      .where(eq(imports.id, importId))
      .returning();
    if (!done) throw new DomainError('import.not-found');
    const { read: rows, added, updated, rejected } = done;
    record({ kind: 'import.finished', subjectId: importId, data: { importId, read: rows, added, updated, rejected } });
    if (added + updated > 0) await queueRecordMatching({ actor, tx }, importId);
    return countsOf(done);
  });
}

async function fail(actor: Actor, importId: string, code: DomainError['code']): Promise<void> {
  await change(actor, async (tx, record) => {
    await tx.update(imports).set({ state: 'failed', refusal: code, finishedAt: now() }).where(eq(imports.id, importId));
    record({ kind: 'import.failed', subjectId: importId, data: { importId, code } });
  });
}

async function importRow(importId: string): Promise<ImportRow> {
  const [row] = await read().select().from(imports).where(eq(imports.id, importId));
  if (!row) throw new DomainError('import.not-found');
  return row;
}

const countsOf = ({ read: rows, added, updated, unchanged, duplicates, rejected }: ImportRow): ImportCounts => ({
  read: rows,
  added,
  updated,
  unchanged,
  duplicates,
  rejected,
});
