/** The only connections: reads through `store.db`, writes only inside `store.tx`. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { dropBallast, isDiskFull } from './disk';
import * as schema from './schema';

type Face = SqliteRemoteDatabase<typeof schema>;

/** What a transaction can do: every query is awaited, whichever engine answers. */
export type WriteDb = Omit<Face, 'run' | 'all' | 'get' | 'values' | 'batch' | 'transaction'>;

/** What everyone else gets: no write methods. */
export type ReadDb = Pick<Face, 'select' | 'selectDistinct' | '$count' | 'with' | 'query'>;

/** There is no room: nothing of the transaction was kept, reading goes on. */
export class StoreFull extends Error {
  override name = 'StoreFull';
}

/** The disk failed while writing: nobody can say what it holds, so nothing is written any more and the process must end. */
class StoreBroken extends Error {
  override name = 'StoreBroken';
}

export interface Store {
  readonly db: ReadDb;
  /** Runs `work` in one immediate transaction; a nested call joins the outer one. All or nothing. */
  tx<T>(work: (tx: WriteDb) => Promise<T>): Promise<T>;
  /** Plain statements for what knows the engine (migration, verification, name search). */
  readonly engine: { writer: Database.Database; reader: Database.Database };
  /** Called once when the disk failed while writing. */
  onBroken: () => void;
  close(): void;
}

/** SQLite before 3.51.3 can corrupt a database when the WAL is reset. */
const oldestSafeSqlite = [3, 51, 3] as const;

type Scope = { ended: boolean };

export function openStore(file: string): Store {
  const writer = connect(file);
  refuseUnsafeSqlite(writer);
  const reader = connect(file);
  reader.pragma('query_only = ON');
  const scopes = new AsyncLocalStorage<Scope>();
  const run = { writer: runner(writer), reader: runner(reader) };
  // One face for both: where a statement goes is decided when it runs, by the transaction it runs in.
  const db: Face = drizzle(
    async (sql, params, method) => {
      const scope = scopes.getStore();
      if (!scope) return run.reader(sql, params, method);
      if (scope.ended) throw new Error('A transaction handle was used after its end');
      return run.writer(sql, params, method);
    },
    { schema },
  );
  let last: Promise<unknown> = Promise.resolve();
  let broken: StoreBroken | undefined;

  async function inTransaction<T>(work: (tx: WriteDb) => Promise<T>): Promise<T> {
    if (broken) throw broken;
    if (isDiskFull(file)) throw new StoreFull('The disk is full');
    await begin(writer);
    const scope: Scope = { ended: false };
    try {
      const value = await scopes.run(scope, async () => work(db));
      scope.ended = true;
      writer.exec('COMMIT');
      return value;
    } catch (error) {
      scope.ended = true;
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw named(error);
    }
  }

  /** A failed write or fsync is never tried again on the same pages. */
  function named(error: unknown): unknown {
    const code = sqliteCode(error);
    if (code === 'SQLITE_FULL') {
      dropBallast(file);
      return new StoreFull('The disk is full', { cause: error });
    }
    if (!code.startsWith('SQLITE_IOERR')) return error;
    broken ??= new StoreBroken('The disk failed while writing', { cause: error });
    store.onBroken();
    return broken;
  }

  const store: Store = {
    db,
    onBroken: () => {},
    engine: { writer, reader },
    tx(work) {
      const scope = scopes.getStore();
      if (scope && !scope.ended) return work(db);
      const mine = last.then(() => inTransaction(work));
      last = mine.catch(() => undefined);
      return mine;
    },
    close() {
      reader.close();
      writer.close();
    },
  };
  return store;
}

function connect(file: string): Database.Database {
  // No busy timeout: SQLite's own wait sleeps on the JavaScript thread; `begin` waits without blocking instead.
  const connection = new Database(file, { timeout: 0 });
  whileBusy(() => connection.pragma('journal_mode = WAL'));
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('recursive_triggers = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('secure_delete = ON');
  connection.pragma('cache_size = -65536');
  return connection;
}

/** Only at opening, where nothing else runs yet: another process may be switching the file to WAL. */
function whileBusy(step: () => void): void {
  for (let tries = 0; ; tries++) {
    try {
      step();
      return;
    } catch (error) {
      if (!isBusy(error) || tries >= 100) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function refuseUnsafeSqlite(connection: Database.Database): void {
  const version = String(connection.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [i, least] of oldestSafeSqlite.entries()) {
    const part = parts[i] ?? 0;
    if (part > least) return;
    if (part < least)
      throw new Error(`SQLite ${version} can corrupt a database; ${oldestSafeSqlite.join('.')} or newer is needed`);
  }
}

/** Another process (command line, worker) may hold the write lock: try again after a growing, awaited pause. */
async function begin(writer: Database.Database): Promise<void> {
  const giveUpAt = Date.now() + 30_000;
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > giveUpAt) throw error;
      await pause(wait * (0.5 + Math.random()));
    }
  }
}

/** The code of SQLite behind an error, however deep drizzle wrapped it. */
function sqliteCode(error: unknown): string {
  if (error instanceof Database.SqliteError) return error.code;
  return error instanceof Error && error.cause ? sqliteCode(error.cause) : '';
}

const isBusy = (error: unknown) => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** Runs a statement of drizzle on one connection, keeping it prepared. */
function runner(connection: Database.Database) {
  const prepared = new Map<string, Database.Statement>();
  return (sql: string, params: unknown[], method: 'run' | 'all' | 'values' | 'get'): { rows: unknown[] } => {
    let statement = prepared.get(sql);
    if (!statement) {
      if (prepared.size > 1000) prepared.clear();
      statement = connection.prepare(sql);
      prepared.set(sql, statement);
    }
    if (!statement.reader) {
      statement.run(...params);
      return { rows: [] };
    }
    statement.raw(true);
    return { rows: method === 'get' ? (statement.get(...params) as unknown[]) : statement.all(...params) };
  };
}
