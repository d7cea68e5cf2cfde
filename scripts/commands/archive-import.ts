import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { and, eq, inArray } from 'drizzle-orm';
import { imports, jobs } from '@/db/schema';
import { type ImportProgress, runImport, startImport } from '@/domain/archive/imports';
import { type RejectedRow, rejectedOfImport } from '@/domain/archive/queries';
import { csv } from '@/domain/csv';
import { read } from '@/domain/database';
import { systemActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { dryRun } from './dry-run';
import { openRegister, printJson } from './register';
import { say } from './words';

type ImportOptions = { source: string; format: 'auto' | 'native' | 'obd-card-list'; dryRun?: true };

/** Reads a record file into the index; the last line printed is the summary. */
export async function importRecords(file: string, options: ImportOptions): Promise<void> {
  await openRegister();
  const began = performance.now();
  const target = path.resolve(file);
  const { rejectedFile, ...counts } = options.dryRun
    ? { ...(await dryRun(target, options, onTerminal())), rejectedFile: null }
    : await importFile(target, options);
  const { read: rows, added, updated, unchanged, duplicates, rejected } = counts;
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  printJson({ read: rows, added, updated, unchanged, duplicates, rejected, rejectedFile, seconds });
}

async function importFile(file: string, { source, format }: ImportOptions) {
  const begun = await unfinishedImport(file, source);
  const started = { sourceKey: source, fileName: path.basename(file), path: file, format, queued: false };
  const importId = begun ?? (await startImport(systemActor, started)).importId;
  console.log(say(begun ? 'cli.import-goes-on' : 'cli.import-begins', { importId }));
  const tell = onTerminal();
  const counts = await runImport(importId, file, tell);
  return { ...counts, rejectedFile: counts.rejected > 0 ? await writeRejected(importId, file) : null };
}

/** An import of this very file that broke off, and that no worker holds: it goes on where it stopped. */
async function unfinishedImport(file: string, sourceKey: string): Promise<string | undefined> {
  const open = await read()
    .select({ id: imports.id, sha256: imports.sha256 })
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
  return open.find((row) => row.sha256 === sha256 && !held.has(row.id))?.id;
}

/** Rows read so far and the share of the file, on one line of a terminal. */
function onTerminal(): (progress: ImportProgress, share: number) => void {
  const { stderr } = process;
  let told = 0;
  return ({ read: rows, rejected }, share) => {
    if (!stderr.isTTY || (Date.now() - told < 200 && share < 1)) return;
    told = Date.now();
    const percent = Math.floor(share * 100);
    stderr.write(`\r${say('cli.import-progress', { percent, rows, rejected })}${share >= 1 ? '\n' : ''}`);
  };
}

/** Rows of one reading of the store. */
const batch = 1000;

/** The rejected rows beside the input, with line and reason. @throws DomainError `file.unwritable` */
async function writeRejected(importId: string, file: string): Promise<string> {
  const rejectedFile = `${file}.rejected.csv`;
  const columns = new Set<string>();
  for await (const rows of rejectedRows(importId))
    for (const { row } of rows) for (const name of Object.keys(row ?? {})) columns.add(name);
  try {
    const output = await open(rejectedFile, 'w');
    try {
      await output.write(csv([say('imports.rejected.line'), say('imports.rejected.reason'), ...columns], []));
      for await (const rows of rejectedRows(importId)) {
        const [first = [], ...rest] = rows.map(({ line, reason, row }) => [
          line,
          say(`imports.reason.${reason.split('.')[1]}`),
          ...[...columns].map((name) => row?.[name] ?? ''),
        ]);
        // The mark of the encoding stands only at the head of the file.
        await output.write(csv(first.map(String), rest).replace(/^\uFEFF/, ''));
      }
    } finally {
      await output.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new DomainError('file.unwritable', {}, { detail: rejectedFile });
  }
  return rejectedFile;
}

async function* rejectedRows(importId: string): AsyncGenerator<RejectedRow[]> {
  for (let afterLine = 0; ; ) {
    const rows = await rejectedOfImport(systemActor, { importId, afterLine, limit: batch });
    if (rows.length > 0) yield rows;
    afterLine = rows.at(-1)?.line ?? afterLine;
    if (rows.length < batch) return;
  }
}
