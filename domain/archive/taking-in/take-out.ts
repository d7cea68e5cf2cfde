/** Takes everything an import brought in out again, in short transactions; earlier versions come back. */
import { and, eq, isNotNull, notInArray } from 'drizzle-orm';
import { imports } from '@/db/schema';
import { bookkeep, change } from '@/domain/change';
import { now } from '@/domain/clock';
import { read, theStore } from '@/domain/database';
import { queueAllMatching } from '@/domain/matching/queue';
import { type Actor, systemActor } from '@/domain/permissions';
import { asOnlyWriter, refuseUnheld, type Writing } from './lease';

/** A transaction lasts so long at most, in milliseconds. */
const atMost = 35;
const leastIds = 50;
const mostIds = 20_000;

type ImportRow = typeof imports.$inferSelect;

/**
 * Takes out the import that a person asked to stop or to withdraw. Interrupted at any point it can be run again.
 * @param onProgress told the share that is done (0..1) after every transaction
 */
export async function takeOutImport(
  importId: string,
  onProgress: (share: number) => void | Promise<void> = () => {},
  actor: Actor = systemActor,
): Promise<void> {
  await asOnlyWriter(async (writing) => {
    const [row] = await read().select().from(imports).where(eq(imports.id, importId));
    if (row && isAsked(row)) await takeOut(row, writing, onProgress, actor);
  });
}

/** Finishes what was asked and interrupted, before anything else is written: nothing new may rest on rows that are about to go. */
export async function takeOutAsked(writing: Writing, but: string): Promise<void> {
  const asked = await read()
    .select()
    .from(imports)
    .where(and(isNotNull(imports.stopAskedAt), notInArray(imports.state, ['cancelled', 'withdrawn'])));
  for (const row of asked) if (row.id !== but) await takeOut(row, writing, () => {}, systemActor);
}

const isAsked = (row: ImportRow) => row.stopAskedAt !== null && row.state !== 'cancelled' && row.state !== 'withdrawn';

/** The caller is the only writer. */
export async function takeOut(
  row: ImportRow,
  { holder }: Writing,
  onProgress: (share: number) => void | Promise<void>,
  actor: Actor,
): Promise<void> {
  const { firstRecord: first, lastRecord: last } = row;
  if (first !== null && last !== null) {
    const remove = removal();
    let ids = leastIds;
    for (let to = last; to >= first; ) {
      const from = Math.max(first, to - ids + 1);
      const began = performance.now();
      const upTo = to;
      await bookkeep(async () => {
        refuseUnheld(holder);
        remove(row.number, from, upTo);
      });
      const took = performance.now() - began;
      ids = Math.min(mostIds, Math.max(leastIds, Math.floor(took > atMost ? ids / 2 : ids * 1.5)));
      to = from - 1;
      await onProgress((last - to) / (last - first + 1));
    }
  }
  await change(actor, async (tx, record) => {
    refuseUnheld(holder);
    const wasWhole = row.state === 'done' || row.state === 'failed';
    await tx
      .update(imports)
      .set(wasWhole ? { state: 'withdrawn' } : { state: 'cancelled', finishedAt: now() })
      .where(eq(imports.id, row.id));
    record({
      kind: wasWhole ? 'import.withdrawn' : 'import.cancelled',
      subjectId: row.id,
      data: { importId: row.id, records: row.added + row.updated },
    });
    // What was proposed from its records must go, and earlier versions that came back are looked at again.
    if (row.added + row.updated > 0) await queueAllMatching({ actor, tx });
  });
}

/** From the newest to the oldest, so that of several versions the one before comes back each time. */
function removal(): (importNumber: number, from: number, to: number) => void {
  const { writer } = theStore().engine;
  const replacing = writer
    .prepare(
      `SELECT DISTINCT identity FROM archive_records
       WHERE id BETWEEN ? AND ? AND import_number = ? AND version > 1`,
    )
    .pluck();
  const remove = writer.prepare('DELETE FROM archive_records WHERE id BETWEEN ? AND ? AND import_number = ?');
  const restore = writer.prepare(
    `UPDATE archive_records SET superseded_at = NULL
     WHERE superseded_at IS NOT NULL
       AND id = (SELECT id FROM archive_records WHERE identity = ? ORDER BY version DESC LIMIT 1)`,
  );
  return (importNumber, from, to) => {
    const identities = replacing.all(from, to, importNumber);
    remove.run(from, to, importNumber);
    for (const identity of identities) restore.run(identity);
  };
}
