/** One demonstration register for unit tests, journeys and benchmarks, made anew when what it is made of has changed. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { hashOf, root } from '../prepare.mjs';
import { isRunning } from './once';

const folder = path.join(root, 'node_modules', '.cache', 'izdeu');
const madeOf = ['db', 'domain', 'scripts/demonstration'];
/** So long an older one is kept, in milliseconds: another run may be about to copy it. */
const keptFor = 2 * 3600_000;

/**
 * The full register, closed and with its clock not yet started. Nobody opens this file itself: copy it first.
 * Whoever asks while another process makes it waits for that one.
 */
export async function demonstrationFile(): Promise<string> {
  const file = path.join(folder, `demonstration-${hashOf(madeOf).slice(0, 16)}.db`);
  mkdirSync(folder, { recursive: true });
  while (!existsSync(file)) {
    if (takeLock(`${file}.lock`)) await make(file).finally(() => rmSync(`${file}.lock`, { force: true }));
    else await pause(250);
  }
  return file;
}

async function make(file: string): Promise<void> {
  if (existsSync(file)) return;
  dropOld();
  const made = `${file}.${process.pid}`;
  const script = path.join(root, 'scripts', 'demonstration', 'make-file.ts');
  try {
    // In a process of its own: the caller may have another register open, or a fixed clock.
    await promisify(execFile)(process.execPath, ['--import', 'tsx', script, made], { cwd: root });
    renameSync(made, file);
  } finally {
    for (const left of ['', '-wal', '-shm']) rmSync(`${made}${left}`, { force: true });
  }
}

/** A lock whose process is gone counts for nothing. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = readLock(lock);
    // No number: just created, and not written yet.
    if (holder && !isRunning(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function readLock(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return process.pid;
  }
}

/** Registers of sources that are long gone. */
function dropOld(): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (name.startsWith('demonstration-') && Date.now() - statSync(file).mtimeMs > keptFor)
      rmSync(file, { force: true });
  }
}
