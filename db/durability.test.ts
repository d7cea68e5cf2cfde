/** What was acknowledged is on the disk: shown by counting the calls that put it there, and by killing the writer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { start, startCounted } from '@/domain/testing/processes';
import { settings } from './schema';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  await database.store.tx((tx) =>
    tx
      .insert(settings)
      .values({ key: 'counter', value: 0 })
      .then(() => undefined),
  );
});
afterEach(() => database.close());

/** The calls of a summary of strace, by the column named `calls`. */
function callsIn(summary: string): number {
  const rows = readFileSync(summary, 'utf8')
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  return rows.filter((row) => /^f(data)?sync$/.test(row.at(-1) ?? '')).reduce((sum, row) => sum + Number(row[3]), 0);
}

it('a hundred commits reach the disk by a hundred syncs; as the driver comes they do not', async () => {
  const [ours, plain] = [join(database.folder, 'ours'), join(database.folder, 'plain')];
  await startCounted(ours, 'fsync,fdatasync', 'write-rows', database.file, 'row', '100').ended();
  expect(callsIn(ours)).toBeGreaterThanOrEqual(100);
  await startCounted(plain, 'fsync,fdatasync', 'write-plainly', database.file).ended();
  expect(callsIn(plain)).toBeLessThan(50);
});

it('ten writers killed at any moment: every acknowledged row is there, and the counter counts the rows', async () => {
  const acknowledged: string[] = [];
  // Two at a time, so that one also dies waiting for the other's lock.
  for (const [round, delay] of [3, 17, 41, 8, 29].entries()) {
    const pair = [`a${round}`, `b${round}`].map((label) => start('write-rows', database.file, label));
    await Promise.all(pair.map((one) => one.said(5)));
    for (const [n, one] of pair.entries()) {
      await new Promise((resolve) => setTimeout(resolve, delay * (n + 1)));
      await one.kill();
      acknowledged.push(...one.lines());
    }
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(50);
  const after = new Database(database.file);
  const rows = new Set(after.prepare("SELECT key FROM settings WHERE key LIKE '%-%'").pluck().all());
  expect(acknowledged.filter((key) => !rows.has(key))).toEqual([]);
  // What was in the middle of its commit may be there unacknowledged, but never more than one row a writer.
  expect(rows.size - acknowledged.length).toBeLessThanOrEqual(10);
  expect(Number(after.prepare("SELECT value FROM settings WHERE key = 'counter'").pluck().get())).toBe(rows.size);
  expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
  after.close();
});
