import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type Database from 'better-sqlite3';
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { start } from '@/domain/testing/processes';
import { expectedTriggers, migrate } from './migrate';
import * as schema from './schema';

const ours = 'db/migrations/sqlite';
const tags = readdirSync(ours)
  .filter((name) => name.endsWith('.sql'))
  .map((name) => name.slice(0, -4));

let database: TestDatabase;
let writer: Database.Database;
const use = (opened: TestDatabase) => {
  database = opened;
  writer = opened.store.engine.writer;
};
afterEach(() => database.close());

const count = (table: string) => writer.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

/** All that a migration could change: tables, triggers, applied steps, rows. */
function everything() {
  const objects = writer.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all() as { name: string }[];
  const tables = writer.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  return {
    objects,
    rows: tables.map((name) => [name, count(`"${name}"`)]),
    foreignKeys: writer.pragma('foreign_keys'),
  };
}

/** Our migrations with more after them, in a folder of their own. */
function withMore(...texts: string[]): string {
  const folder = join(database.folder, `more-${texts.length}-${Math.random()}`);
  cpSync(ours, folder, { recursive: true });
  const journal = join(folder, 'meta/_journal.json');
  const known = JSON.parse(readFileSync(journal, 'utf8'));
  for (const [n, text] of texts.entries()) {
    const tag = `9${n}_more`;
    writeFileSync(join(folder, `${tag}.sql`), text);
    known.entries.push({ idx: tags.length + n, version: '6', when: Date.now() + n, tag, breakpoints: true });
  }
  writeFileSync(journal, JSON.stringify(known));
  return folder;
}

const broken = '--> statement-breakpoint\n';
/** A parent and its children, and the rebuild of the parent as drizzle-kit writes it. */
const family = [
  'CREATE TABLE parent (id text PRIMARY KEY, name text);',
  'CREATE TABLE child (id text PRIMARY KEY, parent_id text REFERENCES parent(id) ON DELETE CASCADE);',
  "INSERT INTO parent VALUES ('p', 'as it was');",
  "INSERT INTO child VALUES ('c1', 'p'), ('c2', 'p');",
].join(broken);
const rebuild = [
  'PRAGMA foreign_keys=OFF;',
  'CREATE TABLE __new_parent (id text PRIMARY KEY, name text NOT NULL);',
  'INSERT INTO __new_parent(id, name) SELECT id, name FROM parent;',
  'DROP TABLE parent;',
  'ALTER TABLE __new_parent RENAME TO parent;',
  'PRAGMA foreign_keys=ON;',
].join(broken);

describe('from nothing', () => {
  beforeEach(() => use(openEmptyDatabase()));

  it('every step is applied once; the second run applies nothing', () => {
    expect(migrate(writer)).toEqual(tags);
    const after = everything();
    expect(migrate(writer)).toEqual([]);
    expect(everything()).toEqual(after);
    expect(writer.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('makes the columns of the schema in the code, no more and no less', () => {
    migrate(writer);
    const tables = Object.values(schema).filter((one) => is(one, SQLiteTable));
    const inCode = tables.map((one) => {
      const { name, columns } = getTableConfig(one as unknown as SQLiteTable);
      return [name, columns.map((column) => `${column.name} ${column.getSQLType()} ${column.notNull}`).sort()];
    });
    const inFile = tables.map((one) => {
      const { name } = getTableConfig(one as unknown as SQLiteTable);
      const columns = writer.pragma(`table_info("${name}")`) as { name: string; type: string; notnull: number }[];
      return [
        name,
        columns.map((column) => `${column.name} ${column.type.toLowerCase()} ${column.notnull === 1}`).sort(),
      ];
    });
    expect(inFile).toEqual(inCode);
    const others = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    const names = tables.map((one) => getTableConfig(one as unknown as SQLiteTable).name);
    // The full text is a virtual table, with tables of its own behind it.
    const fullText = ['', '_config', '_content', '_data', '_idx'].map((part) => `case_text${part}`);
    expect(writer.prepare(others).pluck().all().sort()).toEqual([...names, ...fullText, 'migrations'].sort());
  });

  it('drizzle-kit finds nothing left to generate', () => {
    const folder = join(database.folder, 'generated');
    cpSync(ours, folder, { recursive: true });
    const kit = [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      '--dialect',
      'sqlite',
      '--schema',
      'db/schema/index.ts',
    ];
    const said = execFileSync(process.execPath, [...kit, '--out', relative('.', folder)], { encoding: 'utf8' });
    expect(said).toContain('No schema changes');
    expect(readdirSync(folder).sort()).toEqual(readdirSync(ours).sort());
  });
});

describe('with rows', () => {
  beforeEach(async () => use(await openTestDatabase()));

  it('a table rebuild keeps the children that would cascade', () => {
    migrate(writer, withMore(family));
    migrate(writer, withMore(family, rebuild));
    expect([count('parent'), count('child')]).toEqual([1, 2]);
    expect(writer.prepare("SELECT sql FROM sqlite_master WHERE name = 'parent'").pluck().get()).toContain('NOT NULL');
    expect(() => writer.exec("INSERT INTO child VALUES ('c3', 'nobody')")).toThrow('FOREIGN KEY');
  });

  it('as drizzle’s own migrator runs it, inside a transaction with foreign keys on, they vanish: the control', () => {
    migrate(writer, withMore(family));
    writer.exec('BEGIN');
    for (const statement of rebuild.split('--> statement-breakpoint')) writer.exec(statement);
    expect([count('parent'), count('child')]).toEqual([1, 0]);
    writer.exec('ROLLBACK');
  });

  it.each([
    ['some rows', 'DELETE FROM holidays WHERE rowid % 2 = 0;', /lose \d+ rows of holidays/],
    ['a table with rows', 'DROP TABLE holidays;', /lose \d+ rows of holidays/],
    ['a trigger', 'DROP TRIGGER events_no_update;', /events_no_update/],
    ['a trigger by a rebuild', rebuildOf('events'), /events_no_delete, events_no_update/],
    [
      'what others refer to',
      `${family}${broken}DELETE FROM parent;${broken}INSERT INTO parent VALUES ('q', '');`,
      /foreign/,
    ],
    ['its way in the middle', `CREATE TABLE half (id text);${broken}SELECT nonsense FROM nowhere;`, /nowhere/],
  ])('a step that loses %s is refused and leaves everything as it was', (_, text, message) => {
    const before = everything();
    expect(() => migrate(writer, withMore(text))).toThrow(message);
    expect(everything()).toEqual(before);
  });

  it('a trigger dropped by one of two steps is refused at that step', () => {
    const drop = 'DROP TRIGGER archive_records_as_written;';
    expect(() => migrate(writer, withMore(drop, 'CREATE TABLE fine (id text);'))).toThrow('archive_records_as_written');
    expect(migrate(writer, withMore())).toEqual([]);
    const there = writer.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
    expect(there).toEqual(expect.arrayContaining(expectedTriggers));
  });

  it('a database of a newer program, or of other texts, is not touched', () => {
    migrate(writer, withMore('CREATE TABLE newer (id text);'));
    const before = everything();
    expect(() => migrate(writer)).toThrow('use the newer program');
    expect(() => migrate(writer, withMore('CREATE TABLE other (id text);'))).toThrow('90_more');
    expect(everything()).toEqual(before);
  });

  it('killed half-way it is as before, and can be migrated', async () => {
    const slow = `CREATE TABLE done (id text);${broken}CREATE TABLE slow AS
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000) SELECT i FROM n;`;
    const before = everything();
    const other = start('migrate-file', database.file, withMore(slow));
    await other.said(1);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(() => writer.exec('BEGIN IMMEDIATE')).toThrow('locked');
    await other.kill();
    expect(other.lines()).toEqual(['begun']);
    expect(everything()).toEqual(before);
    expect(writer.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(migrate(writer, withMore('CREATE TABLE done (id text);'))).toEqual(['90_more']);
  });
});

/** A rebuild that keeps every row and loses the triggers of the table. */
function rebuildOf(table: string): string {
  return [
    `CREATE TABLE __new_${table} AS SELECT * FROM ${table};`,
    `DROP TABLE ${table};`,
    `ALTER TABLE __new_${table} RENAME TO ${table};`,
  ].join(broken);
}
