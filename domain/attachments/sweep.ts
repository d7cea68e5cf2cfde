/** House-keeping of papers; called by the worker. */
import { rmSync, statSync, unlinkSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { and, eq, exists, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { attachments, drafts, jobs, letters, reports, uploads } from '@/db/schema';
import { bookkeep, change } from '../change';
import { now } from '../clock';
import { read } from '../database';
import { queueJob } from '../jobs';
import { systemActor } from '../permissions';
import { filePath, filesFolder, partsFolder } from './files';
import { refusePicture } from './preparing';

/** A file on its way is forgotten this long after it was begun, in milliseconds. */
const uploadLife = 24 * 3600_000;

/** Forgets files that never arrived and papers of drafts nobody sent, and deletes every file that no paper names any more. */
export async function sweepPapers(): Promise<void> {
  await forgetUploads();
  await removeUnsent();
  await askAgain();
  await deleteUnnamed();
}

async function forgetUploads(): Promise<void> {
  await bookkeep(async (tx) => {
    await tx.delete(uploads).where(lt(uploads.createdAt, Date.now() - uploadLife));
  });
  const folder = partsFolder();
  // Listed before the uploads are read: what stands here and belongs to none of them never will.
  const names = await namesIn(folder);
  const known = new Set((await read().select({ id: uploads.id }).from(uploads)).map(({ id }) => id));
  for (const name of names) {
    const file = path.join(folder, name);
    const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (!known.has(name) && (!isPictureInWork(name) || age > 3600_000)) rmSync(file, { force: true });
  }
}

/** Pictures, sheets of letters and reports are made here; one that lies for an hour was left by a crash. */
const isPictureInWork = (name: string) => /\.(?:jpg|pdf|xlsx)$/.test(name);

async function removeUnsent(): Promise<void> {
  await bookkeep(async (tx) => {
    const expired = exists(
      read()
        .select({ one: sql`1` })
        .from(drafts)
        .where(and(eq(drafts.id, attachments.draftId), eq(drafts.usable, false))),
    );
    await tx
      .update(attachments)
      .set({ removedAt: now(), name: '' })
      .where(and(isNull(attachments.applicationId), isNull(attachments.removedAt), expired));
  });
}

/** Jobs in which a picture was tried, after which it is given up; a job itself is tried three times. */
const mostJobs = 3;

/** A picture whose job was given up (the disk was full, the machine went down) is tried anew, and refused in the end. */
async function askAgain(): Promise<void> {
  const left = await read()
    .select({ id: attachments.id })
    .from(attachments)
    .where(and(eq(attachments.state, 'waiting'), isNull(attachments.removedAt)));
  for (const { id: attachmentId } of left) {
    const its = await read()
      .select({ state: jobs.state })
      .from(jobs)
      .where(and(eq(jobs.kind, 'attachment.prepare'), eq(jobs.input, { attachmentId })));
    if (its.some(({ state }) => state === 'queued' || state === 'running')) continue;
    if (its.length >= mostJobs) await refusePicture(systemActor, { attachmentId, code: 'paper.broken' });
    else
      await change(systemActor, async (tx, record) => {
        await queueJob({ actor: systemActor, tx, record }, 'attachment.prepare', { attachmentId });
      });
  }
}

async function deleteUnnamed(): Promise<void> {
  const folder = filesFolder();
  const named = new Set<string>();
  const { state: is, sha256: original, viewSha256: view, thumbSha256: thumb } = attachments;
  const rows = read().select({ is, original, view, thumb }).from(attachments).where(isNull(attachments.removedAt));
  for (const row of await rows)
    for (const one of [row.is === 'refused' ? null : row.original, row.view, row.thumb]) if (one) named.add(one);
  const sheets = await read()
    .select({ sheet: letters.sheetSha256 })
    .from(letters)
    .where(isNotNull(letters.sheetSha256));
  for (const { sheet } of sheets) if (sheet) named.add(sheet);
  for (const { file } of await read().select({ file: reports.sha256 }).from(reports)) if (file) named.add(file);
  for (const group of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(group)) continue;
    for (const name of await namesIn(path.join(folder, group)))
      if (/^[0-9a-f]{64}$/.test(name) && !named.has(name)) await deleteFile(name);
  }
}

/** Looked at once more inside a transaction: a file takes its place inside one, too. */
async function deleteFile(sha256: string): Promise<void> {
  await bookkeep(async () => {
    const original = and(eq(attachments.sha256, sha256), ne(attachments.state, 'refused'));
    const [row] = await read()
      .select({ id: attachments.id })
      .from(attachments)
      .where(
        and(
          isNull(attachments.removedAt),
          or(original, eq(attachments.viewSha256, sha256), eq(attachments.thumbSha256, sha256)),
        ),
      )
      .limit(1);
    const [letter] = await read()
      .select({ id: letters.id })
      .from(letters)
      .where(eq(letters.sheetSha256, sha256))
      .limit(1);
    const [report] = await read().select({ id: reports.id }).from(reports).where(eq(reports.sha256, sha256)).limit(1);
    if (!row && !letter && !report) unlinkSync(filePath(sha256));
  });
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
