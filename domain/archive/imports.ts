/** Imports of record files: started by a person, run in the worker or the command line in short transactions. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { and, eq, inArray, isNull, max, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRecords, evidence, imports, rejectedRows, sources } from '@/db/schema';
import { authorize } from '../access';
import { bookkeep, change } from '../change';
import { now } from '../clock';
import { command, preparedCommand } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { id, oneOf, requiredLine } from '../input';
import { queueJob } from '../jobs';
import { type Actor, systemActor } from '../permissions';
import { DomainError } from '../result';
import { keepRecords } from './keep-records';
import { type RecordFile, readRecordFile } from './reading/read-file';
import type { ReadRow } from './reading/read-row';
import { asRefusal, ReadRefusal } from './reading/refusal';

export const formats = ['auto', 'native', 'obd-card-list'] as const;
/** Rows of one write transaction: short enough to keep every transaction under 50 ms. */
const batchSize = 100;

const startShape = {
  sourceKey: requiredLine(80),
  fileName: requiredLine(300),
  /** Where the file lies on this machine; given by our own code, never typed. */
  path: requiredLine(1000),
  format: oneOf(formats),
};

/** Enters an import; the worker takes it up when `queued`. */
export const startImport = preparedCommand(
  'archive.import',
  z.strictObject({ ...startShape, queued: z.boolean() }),
  (input) => hashFile(input.path),
  async (input, context, sha256): Promise<{ importId: string }> => {
    const { actor, tx, record } = context;
    const [source] = await tx.select({ key: sources.key }).from(sources).where(eq(sources.key, input.sourceKey));
    if (!source) throw new DomainError('input.invalid', { sourceKey: 'source.not-found' });
    const importId = newId();
    await tx.insert(imports).values({
      id: importId,
      sourceKey: input.sourceKey,
      fileName: input.fileName,
      sha256,
      format: input.format,
      state: 'waiting',
      read: 0,
      added: 0,
      updated: 0,
      unchanged: 0,
      duplicates: 0,
      rejected: 0,
      lastLine: 0,
      importedBy: 'staffId' in actor ? actor.staffId : null,
      startedAt: now(),
    });
    record({ kind: 'import.started', subjectId: importId, data: { importId, sourceKey: input.sourceKey } });
    if (input.queued) await queueJob(context, 'archive.import', { importId, path: input.path });
    return { importId };
  },
);

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    throw refusalOf(asRefusal(error, path));
  }
  return hash.digest('hex');
}

/** A file's refusal in the domain's words; anything else as it is. */
function refusalOf(error: unknown): unknown {
  return error instanceof ReadRefusal
    ? new DomainError(error.code, { file: error.code }, { detail: error.detail })
    : error;
}

export type ImportProgress = {
  read: number;
  added: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  rejected: number;
};

/**
 * Runs an entered import to its end, going on where it was interrupted. Rejected rows are kept with line and reason.
 * @param onProgress told after every batch, with the share of the file read (0..1)
 * @throws DomainError `file.*` when the file cannot be read at all; the import is then marked as failed
 */
export async function runImport(
  importId: string,
  path: string,
  onProgress: (progress: ImportProgress, share: number) => void | Promise<void> = () => {},
  actor: Actor = systemActor,
): Promise<ImportProgress> {
  await authorize(actor, actor.role === 'system' ? 'archive.run-import' : 'archive.import');
  const row = await importRow(importId);
  if (row.state === 'done' || row.state === 'withdrawn') return row;
  try {
    const size = (await stat(path)).size || 1;
    const file = await readRecordFile(path, { format: row.format as (typeof formats)[number] });
    await takeIn(row, file, async (progress) => onProgress(progress, Math.min(1, file.bytesRead() / size)));
  } catch (error) {
    const refusal = refusalOf(asRefusal(error, path));
    if (!(refusal instanceof DomainError)) throw error;
    await fail(actor, importId, refusal.code);
    throw refusal;
  }
  return finish(actor, importId);
}

async function takeIn(
  row: ImportRow,
  file: RecordFile,
  onProgress: (progress: ImportProgress) => Promise<void>,
): Promise<void> {
  let batch: ReadRow[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const taken = batch;
    batch = [];
    await onProgress(await keepBatch(row, file.format, taken));
  };
  for await (const one of file.rows) {
    if (one.line <= row.lastLine) continue;
    batch.push(one);
    if (batch.length >= batchSize) await flush();
  }
  await flush();
}

type ImportRow = typeof imports.$inferSelect;

/** One batch: rows, rejections, counts and the last line together, so that a kill between batches loses and doubles nothing. */
function keepBatch(row: ImportRow, format: string, batch: readonly ReadRow[]): Promise<ImportProgress> {
  return bookkeep(async (tx) => {
    const good = batch.flatMap((one) => ('record' in one ? [one] : []));
    const bad = batch.flatMap((one) => ('record' in one ? [] : [one]));
    const kept = await keepRecords(tx, row.id, row.sourceKey, good);
    if (bad.length > 0)
      await tx
        .insert(rejectedRows)
        .values(bad.map((one) => ({ id: newId(), importId: row.id, line: one.line, reason: one.reason, row: one.row })))
        .onConflictDoNothing();
    const [updated] = await tx
      .update(imports)
      .set({
        state: 'running',
        format,
        read: sql`${imports.read} + ${batch.length}`,
        added: sql`${imports.added} + ${kept.added}`,
        updated: sql`${imports.updated} + ${kept.updated}`,
        unchanged: sql`${imports.unchanged} + ${kept.unchanged}`,
        duplicates: sql`${imports.duplicates} + ${kept.duplicates}`,
        rejected: sql`${imports.rejected} + ${bad.length}`,
        lastLine: batch.at(-1)?.line ?? row.lastLine,
      })
      .where(eq(imports.id, row.id))
      .returning();
    if (!updated) throw new DomainError('import.not-found');
    return updated;
  });
}

async function finish(actor: Actor, importId: string): Promise<ImportProgress> {
  return change(actor, async (tx, record) => {
    const [done] = await tx
      .update(imports)
      .set({ state: 'done', finishedAt: now() })
      .where(eq(imports.id, importId))
      .returning();
    if (!done) throw new DomainError('import.not-found');
    const { read: rows, added, updated, rejected } = done;
    record({ kind: 'import.finished', subjectId: importId, data: { importId, read: rows, added, updated, rejected } });
    return done;
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

/** Takes one import out whole; refused while a case rests on one of its records. Earlier versions come back. */
export const withdrawImport = command(
  'archive.withdraw',
  z.strictObject({ importId: id() }),
  async ({ importId }, { tx, record }) => {
    const row = await importRow(importId);
    if (row.state === 'withdrawn' || row.state === 'running') throw new DomainError('import.not-withdrawable');
    const mine = tx.select({ id: archiveRecords.id }).from(archiveRecords).where(eq(archiveRecords.importId, importId));
    const used = await tx
      .select({ caseId: evidence.caseId })
      .from(evidence)
      .where(and(inArray(evidence.recordId, mine), isNull(evidence.removedAt)));
    if (used.length > 0)
      throw new DomainError('import.in-use', {}, { cases: new Set(used.map((one) => one.caseId)).size });
    const removed = await tx.delete(archiveRecords).where(eq(archiveRecords.importId, importId)).returning({
      sourceKey: archiveRecords.sourceKey,
      sourceRecordId: archiveRecords.sourceRecordId,
    });
    for (const { sourceKey, sourceRecordId } of removed) {
      const same = and(eq(archiveRecords.sourceKey, sourceKey), eq(archiveRecords.sourceRecordId, sourceRecordId));
      const [before] = await tx
        .select({ version: max(archiveRecords.version) })
        .from(archiveRecords)
        .where(same);
      if (before?.version)
        await tx
          .update(archiveRecords)
          .set({ supersededAt: null })
          .where(and(same, eq(archiveRecords.version, before.version)));
    }
    await tx.update(imports).set({ state: 'withdrawn' }).where(eq(imports.id, importId));
    record({ kind: 'import.withdrawn', subjectId: importId, data: { importId, records: removed.length } });
  },
);
