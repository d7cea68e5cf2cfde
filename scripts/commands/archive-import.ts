import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import { imports, jobs } from '@/db/schema';
import type { ImportFormat } from '@/domain/archive/agreed-mapping';
import { startImport } from '@/domain/archive/imports';
import { type ImportCounts, runImport } from '@/domain/archive/taking-in/run';
import { read } from '@/domain/database';
import { systemActor } from '@/domain/permissions';
import { dryRun } from './dry-run';
import { importProgress, sayWaiting } from './import-progress';
import { openRegister, printJson } from './register';
import { writeRejected } from './rejected-file';
import { say } from './words';

type ImportOptions = { source: string; format: ImportFormat; map?: Record<string, string>; dryRun?: true };

/** Reads a record file into the index; the last line printed is the summary. */
export async function importRecords(file: string, options: ImportOptions): Promise<void> {
  await openRegister();
  const began = performance.now();
  const target = path.resolve(file);
  const { rejectedFile, ...counts } = options.dryRun
    ? { ...(await dryRun(target, options, importProgress())), rejectedFile: null }
    : await importFile(target, options);
  const { read: rows, added, updated, unchanged, duplicates, rejected } = counts;
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  printJson({ read: rows, added, updated, unchanged, duplicates, rejected, rejectedFile, seconds });
}

type Imported = ImportCounts & { rejectedFile: string | null };

async function importFile(file: string, { source, format, map }: ImportOptions): Promise<Imported> {
  const begun = await unfinishedImport(file, source);
  const mapping = map && { mapping: map };
  const started = { sourceKey: source, fileName: path.basename(file), path: file, format, queued: false, ...mapping };
  const importId = begun ?? (await startImport(systemActor, started)).importId;
  console.log(say(begun ? 'cli.import-goes-on' : 'cli.import-begins', { importId }));
  const counts = await runImport(importId, file, importProgress(), { onWaiting: sayWaiting() });
  return { ...counts, rejectedFile: counts.rejected > 0 ? await writeRejected(importId, file) : null };
}

/** An import of this very file that broke off, and that no worker holds: it goes on where it stopped. */
async function unfinishedImport(file: string, sourceKey: string): Promise<string | undefined> {
  const open = await read()
    .select({ id: imports.id, sha256: imports.sha256, stopAskedAt: imports.stopAskedAt })
    .from(imports)
    .where(and(eq(imports.sourceKey, sourceKey), inArray(imports.state, ['waiting', 'running'])));
  if (open.length === 0) return undefined;
  const queued = await read()
    .select({ input: jobs.input })
    .from(jobs)
    .where(and(eq(jobs.kind, 'archive.import'), inArray(jobs.state, ['queued', 'running'])));
  const held = new Set(queued.map(({ input }) => input.importId));
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch {
    // The import itself says what is wrong with the file.
    return undefined;
  }
  const sha256 = hash.digest('hex');
  return open.find((row) => row.sha256 === sha256 && row.stopAskedAt === null && !held.has(row.id))?.id;
}
