import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveRecords, imports, rejectedRows } from '@/db/schema';
import { asOnlyWriter } from '@/domain/archive/taking-in/lease';
import { read } from '@/domain/database';
import { catchUp } from '@/domain/matching/index/catching-up';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';

let database: TestDatabase;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  database.close();
});

const root = path.resolve(import.meta.dirname, '../..');

/** The import as it is typed. */
function importing(file: string, source = 'obd-memorial') {
  const words = ['--import', 'tsx', 'scripts/izdeu.ts', 'archive', 'import', file, '--source', source];
  const env = {
    ...process.env,
    DATABASE_FILE: path.join(database.folder, 'test.db'),
    NEXTAUTH_SECRET: 'only-for-this-test-0123456789-0123456789',
    BASE_URL: '',
    LANG: 'en',
  };
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  let said = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    said += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const ended = once(child, 'close').then(([code]) => {
    children.delete(child);
    return { code: code as number | null, said, errors };
  });
  return { child, ended, errors: () => errors };
}

/** Makes the file large enough to be read by a thread. */
const notes = 'Жазба '.repeat(10);

/** Every eleventh row has no name, every hundredth stands there twice. */
function records(name: string, rows: number): string {
  const file = path.join(database.folder, name);
  const line = (n: number) =>
    n % 11 === 0 ? `${n},,,,` : `${n % 100 === 1 ? n - 1 : n},Сарсенов${n % 97},Ергали,1915,${notes}`;
  const lines = Array.from({ length: rows }, (_, n) => line(n));
  writeFileSync(file, `${['source_record_id,surname,given_name,birth_date,notes', ...lines].join('\n')}\n`);
  return file;
}

const importRows = () => read().select().from(imports).orderBy(asc(imports.number));
async function waitFor(isThere: () => Promise<boolean>, ended: Promise<unknown>): Promise<boolean> {
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    if (await isThere()) return true;
    await pause(5);
  }
  return false;
}

/** All that an import leaves, but for its name and times. */
async function left() {
  const [row] = await importRows();
  const { identity, version, content, row: values, importNumber } = archiveRecords;
  return {
    counts: row && [
      row.state,
      row.read,
      row.added,
      row.updated,
      row.unchanged,
      row.duplicates,
      row.rejected,
      row.lastLine,
    ],
    records: await read()
      .select({ identity, version, content, values, importNumber })
      .from(archiveRecords)
      .orderBy(asc(archiveRecords.id)),
    rejected: await read()
      .select({ line: rejectedRows.line, reason: rejectedRows.reason })
      .from(rejectedRows)
      .orderBy(asc(rejectedRows.line)),
  };
}

describe('an import killed at any moment', () => {
  it('and run again leaves what one run without a kill leaves', { timeout: 240_000 }, async () => {
    const file = records('killed.csv', 30_000);
    let kills = 0;
    for (let n = 1; n <= 5; n++) {
      const { child, ended } = importing(file);
      const least = Math.floor(((n - Math.random()) * 28_000) / 5);
      const isThere = async () => ((await importRows())[0]?.read ?? 0) > least;
      if (!(await waitFor(isThere, ended))) break;
      child.kill('SIGKILL');
      await ended;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(2);
    const last = await importing(file).ended;
    expect(last).toMatchObject({ code: 0 });
    const whatKillsLeft = await left();
    // Whatever the kills left out of the search index was caught up.
    expect(await catchUp()).toBe(0);

    database.close();
    database = await openTestDatabase();
    const again = records('killed.csv', 30_000);
    expect(await importing(again).ended).toMatchObject({ code: 0 });
    expect(whatKillsLeft).toEqual(await left());
  });
});

describe('two imports at once', () => {
  it('take turns, and both are whole', { timeout: 120_000 }, async () => {
    const files = [records('first.csv', 5000), records('second.csv', 3000)] as const;
    const [first, second] = await asOnlyWriter(async () => {
      const both = [importing(files[0]), importing(files[1], 'own-register')] as const;
      for (const { errors, ended } of both)
        expect(await waitFor(async () => errors().includes('Another import is running'), ended)).toBe(true);
      return both;
    });
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(await first.ended).toMatchObject({ code: 0 });
    const rows = await importRows();
    expect(rows.map((row) => [row.state, row.read, row.unchanged]).sort()).toEqual([
      ['done', 3000, 0],
      ['done', 5000, 0],
    ]);
    const numbers = await read()
      .select({ number: archiveRecords.importNumber })
      .from(archiveRecords)
      .orderBy(asc(archiveRecords.id));
    expect(numbers).toHaveLength(rows.reduce((sum, row) => sum + row.added + row.updated, 0));
    // Rows of the two do not mix: each wrote alone.
    const turns = numbers.filter(({ number }, at) => at === 0 || number !== numbers[at - 1]?.number);
    expect(turns).toHaveLength(2);
  });
});
