/** Opens the database of this process: the right file, in this program's schema, with its own clock. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { migrate } from '@/db/migrate';
import { settings } from '@/db/schema';
import type { Store } from '@/db/store';
import { fillQueue } from './cases/queue-filling';
import { fillSpells } from './cases/spells-filling';
import { bookkeep } from './change';
import { setClockOffset } from './clock';
import { closeStore, read, useStore as takeStore } from './database';
import { DomainError } from './result';
import { startOfDay } from './working-days';

/** Keys of the table `settings`. */
export const settingKeys = {
  /** True in a register of invented people, and there only. */
  demonstration: 'demonstration',
  /** How far a demonstration's clock is from the machine's, in milliseconds. */
  clockOffset: 'clock-offset',
  /** A demonstration's passwords by e-mail address, printed at each start. */
  demonstrationPasswords: 'demonstration-passwords',
} as const;

/** When a demonstration's clock begins, in milliseconds since 1970: 1 February 2020, nine in the morning in the museum. */
export const demonstrationBegins = startOfDay('2020-02-01') + 9 * 3600_000;

type Opening = {
  /** Bring the schema up to date, and make the file where there is none. */
  migrate?: boolean;
  /** Whether a demonstration is meant; left out, it is what the environment says: no DATABASE_FILE. */
  demonstration?: boolean;
};

/**
 * Opens `file` as the store of this process. A real installation never opens a demonstration, a demonstration nothing else.
 * @throws DomainError `database.*` naming the file; nothing is then open, and the file is as it was
 */
export async function openDatabase(
  file: string,
  { migrate: migrating = false, demonstration = !process.env.DATABASE_FILE }: Opening = {},
): Promise<Store> {
  if (!existsSync(file)) {
    // A demonstration is made by its own script, never by opening a file that is not there.
    if (!migrating || demonstration) throw new DomainError('database.missing', {}, { file });
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
  }
  const store = opened(file);
  // The supervisor starts a fresh process, which reads what the disk really holds.
  store.onBroken = () => setTimeout(() => process.exit(1), 500).unref();
  try {
    refuseUnfit(store, file, { migrating, demonstration });
    if (migrating) {
      migrate(store.engine.writer);
      await fillQueue();
      await fillSpells();
    }
    setClockOffset(demonstration ? await clockOffset() : 0);
    return store;
  } catch (error) {
    closeStore();
    throw error;
  }
}

function opened(file: string): Store {
  try {
    return takeStore(file);
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') throw new DomainError('database.not-a-database', {}, { file });
    if (codeOf(error).startsWith('SQLITE_CANTOPEN')) throw new DomainError('database.unreadable', {}, { file });
    throw error;
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Read in plain statements: a table may be missing, or be of another version. */
function refuseUnfit(store: Store, file: string, want: { migrating: boolean; demonstration: boolean }): void {
  const { reader } = store.engine;
  const column = (table: string, sql: string): unknown[] => {
    const there = reader.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table);
    return there ? reader.prepare(sql).pluck().all() : [];
  };
  const marked = column('settings', `SELECT 1 FROM settings WHERE key = '${settingKeys.demonstration}'`).length > 0;
  if (marked && !want.demonstration) throw new DomainError('database.is-demonstration', {}, { file });
  if (!marked && want.demonstration) throw new DomainError('database.not-demonstration', {}, { file });

  const known = migrationTags();
  const applied = new Set(column('migrations', 'SELECT tag FROM migrations'));
  if ([...applied].some((tag) => !known.includes(String(tag)))) throw new DomainError('database.newer', {}, { file });
  if (!want.migrating && known.some((tag) => !applied.has(tag)))
    throw new DomainError('database.not-migrated', {}, { file });
}

function migrationTags(): string[] {
  const journal = path.join(process.cwd(), 'db/migrations/sqlite/meta/_journal.json');
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  return entries.map(({ tag }) => tag);
}

/** The first opening starts the demonstration's clock; every later one, in whichever process, goes on from there. */
async function clockOffset(): Promise<number> {
  const kept = async () => {
    const [row] = await read().select().from(settings).where(eq(settings.key, settingKeys.clockOffset));
    return typeof row?.value === 'number' ? row.value : undefined;
  };
  const known = await kept();
  if (known !== undefined) return known;
  const value = demonstrationBegins - Date.now();
  return bookkeep(async (tx) => {
    await tx.insert(settings).values({ key: settingKeys.clockOffset, value }).onConflictDoNothing();
    return (await kept()) ?? value;
  });
}
