import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { now } from './clock';
import { closeStore, theStore } from './database';
import { demonstrationBegins, openDatabase, settingKeys } from './opening';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'izdeu-opening-'));
  file = path.join(folder, 'data', 'register.db');
});
afterEach(async () => {
  closeStore();
  rmSync(folder, { recursive: true });
});

const real = { demonstration: false } as const;
const demonstration = { demonstration: true } as const;

async function make(): Promise<void> {
  await openDatabase(file, { ...real, migrate: true });
  closeStore();
}

function change(sql: string): void {
  const raw = new Database(file);
  raw.exec(sql);
  raw.close();
}
const mark = () => change(`INSERT INTO settings (key, value) VALUES ('${settingKeys.demonstration}', 'true')`);

const refusal = (code: string) => expect.objectContaining({ code, details: { file } });

describe('a register', () => {
  it('is made only when asked to migrate', async () => {
    await expect(openDatabase(file, real)).rejects.toEqual(refusal('database.missing'));
    expect(existsSync(file)).toBe(false);
    await make();
    const store = await openDatabase(file, real);
    expect(store).toBe(theStore());
    expect(store.engine.reader.prepare('SELECT count(*) FROM cases').pluck().get()).toBe(0);
  });

  it('of another version is refused and left as it is', async () => {
    await make();
    change('DELETE FROM migrations WHERE tag = (SELECT max(tag) FROM migrations)');
    const before = readFileSync(file);
    await expect(openDatabase(file, real)).rejects.toEqual(refusal('database.not-migrated'));
    change("INSERT INTO migrations VALUES ('9999_from_the_future', 'x', 1)");
    for (const migrate of [true, false])
      await expect(openDatabase(file, { ...real, migrate })).rejects.toEqual(refusal('database.newer'));
    change("DELETE FROM migrations WHERE tag LIKE '9999%'");
    expect(readFileSync(file).length).toBe(before.length);
    expect(() => theStore()).toThrow('No database is open');
  });

  it('is not any file', async () => {
    await make();
    writeFileSync(file, 'a letter to the museum, saved under the wrong name');
    await expect(openDatabase(file, { ...real, migrate: true })).rejects.toEqual(refusal('database.not-a-database'));
    expect(readFileSync(file, 'utf8')).toContain('letter');
  });

  it('and a demonstration are never taken for each other', async () => {
    await make();
    await expect(openDatabase(file, demonstration)).rejects.toEqual(refusal('database.not-demonstration'));
    mark();
    for (const migrate of [true, false])
      await expect(openDatabase(file, { ...real, migrate })).rejects.toEqual(refusal('database.is-demonstration'));
    await expect(openDatabase(file, demonstration)).resolves.toBeDefined();
  });

  it('is a demonstration where the environment names no file', async () => {
    const before = process.env.DATABASE_FILE;
    await make();
    process.env.DATABASE_FILE = file;
    await openDatabase(file);
    delete process.env.DATABASE_FILE;
    await expect(openDatabase(file)).rejects.toEqual(refusal('database.not-demonstration'));
    if (before !== undefined) process.env.DATABASE_FILE = before;
  });
});

describe('the clock', () => {
  const second = 1_000;

  it('of a real register is the machine’s, whatever was open before', async () => {
    await make();
    mark();
    await openDatabase(file, demonstration);
    change(`DELETE FROM settings WHERE key = '${settingKeys.demonstration}'`);
    await openDatabase(file, real);
    const before = Date.now();
    const told = now();
    expect(told).toBeGreaterThanOrEqual(before);
    expect(told).toBeLessThanOrEqual(Date.now());
  });

  it('of a demonstration begins at the first opening and runs on', async () => {
    await make();
    mark();
    const begun = Date.now();
    await openDatabase(file, demonstration);
    const sinceBegun = now() - demonstrationBegins;
    expect(sinceBegun).toBeLessThanOrEqual(Date.now() - begun);
    expect(new Date(demonstrationBegins).toISOString()).toBe('2020-02-01T03:00:00.000Z');
    // Two hours later, in another process.
    change(`UPDATE settings SET value = value + ${7200 * second} WHERE key = '${settingKeys.clockOffset}'`);
    await openDatabase(file, demonstration);
    const since = now() - demonstrationBegins - 7200 * second;
    expect(since).toBeGreaterThanOrEqual(0);
    expect(since).toBeLessThanOrEqual(Date.now() - begun);
  });
});
