/** `verify`, `backup`, `restore`. */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Command } from 'commander';
import { filesFolderOf } from '@/domain/attachments/files';
import { closeStore } from '@/domain/database';
import { openDatabase } from '@/domain/opening';
import { DomainError } from '@/domain/result';
import { env } from '@/env';
import { checkFile } from './check-file';
import { copyFiles, keepAll } from './paper-files';
import { printJson } from './register';

export function copyCommands(program: Command): void {
  program
    .command('verify')
    .description('checks integrity, foreign keys, the chain of events and the files of papers')
    .argument('[file]', 'a copy; left out, the register itself')
    .action((file?: string) => printJson(checkFile(file ? path.resolve(file) : env.databaseFile)));
  program
    .command('backup')
    .description('a consistent, checked copy with its files while the server runs')
    .argument('<file>', 'where to; must not exist')
    .action((file: string) => printJson(backup(path.resolve(file))));
  program
    .command('restore')
    .description('puts a backup in the place of the register; end the server first')
    .argument('<file>', 'the backup')
    .option('--force', 'replace the register that is there; it is kept beside under another name')
    .action(async (file: string, { force = false }: { force?: boolean }) =>
      printJson(await restore(path.resolve(file), env.databaseFile, force)),
    );
}

/** Written under another name, forced to the disk and checked before it takes its own; its files come first. */
function backup(file: string) {
  if (existsSync(file)) throw new DomainError('backup.exists', {}, { file });
  if (!existsSync(env.databaseFile)) throw new DomainError('database.missing', {}, { file: env.databaseFile });
  const part = `${file}.${process.pid}.part`;
  const folder = filesFolderOf(file);
  const isNew = !existsSync(folder);
  let isDone = false;
  try {
    snapshot(part, folder);
    flush(part);
    const checked = checkFile(part, folder);
    publish(part, file);
    isDone = true;
    return { ...checked, file };
  } catch (error) {
    throw unwritable(error, file);
  } finally {
    rmSync(part, { force: true });
    if (isNew && !isDone) rmSync(folder, { recursive: true, force: true });
  }
}

/** A paper removed between the copy and its files takes its file along: then the copy is made once more. */
function snapshot(part: string, folder: string): void {
  for (let tries = 1; ; tries++) {
    const source = new Database(env.databaseFile, { readonly: true, timeout: 5_000 });
    try {
      source.prepare('VACUUM INTO ?').run(part);
      // It holds everything the register holds.
      chmodSync(part, 0o600);
    } finally {
      source.close();
    }
    try {
      copyFiles(part, filesFolderOf(env.databaseFile), folder);
      return;
    } catch (error) {
      if (!(error instanceof DomainError) || tries >= 3) throw error;
      rmSync(part, { force: true });
    }
  }
}

/** A link, unlike a renaming, never replaces a file that came up meanwhile. */
function publish(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new DomainError('backup.exists', {}, { file });
    throw error;
  }
  flush(path.dirname(file));
}

async function restore(file: string, target: string, force: boolean) {
  checkFile(file);
  const replaces = existsSync(target);
  if (replaces && !force) throw new DomainError('restore.exists', {}, { file: target });
  const part = `${target}.${process.pid}.part`;
  try {
    copyFileSync(file, part);
    // Brings an older copy to this program's schema, and refuses a newer one or one of the wrong kind.
    await openDatabase(part, { migrate: true, demonstration: env.isDemonstration });
    closeStore();
    flush(part);
    // Beside those that lie there: whichever register stands here when it breaks off has its own.
    copyFiles(part, filesFolderOf(file), filesFolderOf(target));
    const checked = checkFile(part, filesFolderOf(target));
    const replaced = replaces ? `${target}.replaced-${stamp()}` : null;
    if (replaced) {
      endWriting(target);
      linkSync(target, replaced);
      keepAll(filesFolderOf(target), filesFolderOf(replaced));
    }
    renameSync(part, target);
    flush(path.dirname(target));
    return { ...checked, file: target, replaced };
  } catch (error) {
    throw unwritable(error, target);
  } finally {
    closeStore();
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
  }
}

const stamp = () => new Date().toISOString().replace(/\D/g, '').slice(0, 14);

/**
 * Brings what stands in the write-ahead log into the file itself. SQLite lets nobody leave that mode while another process has
 * the file open: a running server is noticed by it. A file too broken to be opened is in nobody's use.
 */
function endWriting(target: string): void {
  try {
    const old = new Database(target, { timeout: 0 });
    try {
      old.pragma('journal_mode = DELETE');
    } finally {
      old.close();
    }
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) throw new DomainError('restore.in-use', {}, { file: target });
  }
  for (const end of ['-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What the disk refuses, in words. */
function unwritable(error: unknown, file: string): unknown {
  const refusedByDisk =
    error instanceof Error && ('syscall' in error || /^SQLITE_(CANTOPEN|IOERR|FULL)/.test(codeOf(error)));
  return refusedByDisk ? new DomainError('file.unwritable', {}, { detail: `${file} ${codeOf(error)}` }) : error;
}
