/** Brings a database file to this program's schema, or refuses without touching it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';

type Step = { tag: string; when: number; statements: string[]; hash: string };

/** Triggers every migrated database must have: a table rebuild drops them without a word. */
export const expectedTriggers = ['archive_records_as_written', 'events_no_delete', 'events_no_update'];

/**
 * Applies the migrations that are missing, each in one transaction with foreign keys off, so that a table rebuild cannot
 * cascade; counts the rows of every table before and after and checks foreign keys and triggers before it commits.
 * @throws when the database is newer than the program, or when a migration would lose rows.
 */
export function migrate(writer: Database.Database, folder = join(process.cwd(), 'db/migrations/sqlite')): string[] {
  const steps = readSteps(folder);
  writer.exec(
    'CREATE TABLE IF NOT EXISTS migrations (tag TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at INTEGER NOT NULL)',
  );
  const applied: string[] = [];
  writer.pragma('foreign_keys = OFF');
  try {
    for (const step of steps) if (applyOnce(writer, step, steps)) applied.push(step.tag);
    refuseForeign(writer, steps);
  } finally {
    writer.pragma('foreign_keys = ON');
  }
  return applied;
}

function readSteps(folder: string): Step[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  return journal.entries.map(({ tag, when }) => {
    const sql = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    return {
      tag,
      when,
      statements: sql.split('--> statement-breakpoint'),
      hash: createHash('sha256').update(sql).digest('hex'),
    };
  });
}

function applyOnce(writer: Database.Database, step: Step, steps: Step[]): boolean {
  writer.exec('BEGIN IMMEDIATE');
  try {
    refuseForeign(writer, steps);
    const known = writer.prepare('SELECT hash FROM migrations WHERE tag = ?').pluck().get(step.tag);
    if (known !== undefined) {
      writer.exec('COMMIT');
      return false;
    }
    const before = rowCounts(writer);
    const triggersBefore = triggersOf(writer);
    for (const statement of step.statements) if (statement.trim()) writer.exec(statement);
    const after = rowCounts(writer);
    for (const [table, rows] of before) {
      const kept = after.get(table) ?? 0;
      if (kept < rows) throw new Error(`Migration ${step.tag} would lose ${rows - kept} rows of ${table}`);
    }
    if ((writer.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new Error(`Migration ${step.tag} breaks foreign keys`);
    refuseMissingTriggers(
      writer,
      expectedTriggers.filter((name) => step === steps.at(-1) || triggersBefore.has(name)),
    );
    writer
      .prepare('INSERT INTO migrations (tag, hash, applied_at) VALUES (?, ?, ?)')
      .run(step.tag, step.hash, Date.now());
    writer.exec('COMMIT');
    return true;
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  }
}

/** A database that a newer program has migrated, or one migrated from other texts, is not ours to touch. */
function refuseForeign(writer: Database.Database, steps: Step[]): void {
  const known = new Map(steps.map((step) => [step.tag, step.hash]));
  for (const row of writer.prepare('SELECT tag, hash FROM migrations').all() as { tag: string; hash: string }[])
    if (known.get(row.tag) !== row.hash)
      throw new Error(
        `The database holds the migration "${row.tag}" that this program does not know: use the newer program`,
      );
}

function refuseMissingTriggers(writer: Database.Database, expected: readonly string[]): void {
  const there = triggersOf(writer);
  const missing = expected.filter((name) => !there.has(name));
  if (missing.length > 0) throw new Error(`Triggers are missing after migration: ${missing.join(', ')}`);
}

const triggersOf = (writer: Database.Database) =>
  new Set(writer.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all());

function rowCounts(writer: Database.Database): Map<string, number> {
  const tables = writer
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  return new Map(tables.map((name) => [name, Number(writer.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]));
}
