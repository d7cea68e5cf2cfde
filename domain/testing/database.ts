/** A database of its own for every test: migrated once a run, copied for each, removed when closed. */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@/db/migrate';
import type { Store } from '@/db/store';
import { closeStore, useStore as openStoreAt } from '../database';
import { systemActor } from '../permissions';
import { loadReference } from '../reference';
import { fillStaffPool } from './staff';

export type TestDatabase = {
  /** For files of the test; removed with the database. */
  readonly folder: string;
  readonly file: string;
  readonly store: Store;
  close(): void;
};

/** Opens a fresh copy as the store of this process: every table, the reference data, and a pool of staff. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'izdeu-test-'));
  const file = join(folder, 'test.db');
  copyFileSync(await template(), file);
  return { folder, file, store: openStoreAt(file), close: () => remove(folder) };
}

/** Opens a database without tables, for tests of the store and of migration. */
export function openEmptyDatabase(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'izdeu-test-'));
  const file = join(folder, 'test.db');
  return { folder, file, store: openStoreAt(file), close: () => remove(folder) };
}

function remove(folder: string): void {
  closeStore();
  rmSync(folder, { recursive: true, force: true });
}

const migrations = join(process.cwd(), 'db/migrations/sqlite');
const stem = 'izdeu-template-';
/** The processes of one test run share a parent, and with it the template. */
const runKey = `${process.ppid}-${hashOfMigrations()}`;
/** A template of an earlier run, in milliseconds. */
const staleAfter = 10 * 60_000;

async function template(): Promise<string> {
  const made = join(tmpdir(), `${stem}${runKey}.db`);
  if (!existsSync(made)) {
    removeStale();
    const folder = mkdtempSync(join(tmpdir(), 'izdeu-test-'));
    const file = join(folder, 'template.db');
    migrate(openStoreAt(file).engine.writer);
    await loadReference(systemActor, {});
    await fillStaffPool();
    closeStore();
    // Renamed whole: another process of the run sees all of it or nothing.
    renameSync(file, made);
    rmSync(folder, { recursive: true, force: true });
  }
  return made;
}

function removeStale(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(stem))) {
    const path = join(tmpdir(), name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > staleAfter) rmSync(path, { force: true });
  }
}

function hashOfMigrations(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(migrations).sort())
    if (name.endsWith('.sql')) hash.update(readFileSync(join(migrations, name)));
  return hash.digest('hex').slice(0, 16);
}
