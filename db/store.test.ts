import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { count, eq, like } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { start } from '@/domain/testing/processes';
import { settings } from './schema';
import type { Store, WriteDb } from './store';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await openTestDatabase();
  store = database.store;
});
afterEach(() => database.close());

const put = async (tx: WriteDb, key: string, value: unknown = 1) => {
  await tx.insert(settings).values({ key, value });
};
const keys = async () => (await store.db.select({ key: settings.key }).from(settings)).map(({ key }) => key).sort();

describe('a transaction', () => {
  it('commits all of it', async () => {
    const answer = await store.tx(async (tx) => {
      await put(tx, 'a');
      await put(tx, 'b');
      return 'both';
    });
    expect(answer).toBe('both');
    expect(await keys()).toEqual(['a', 'b']);
  });

  it('leaves nothing when it fails, and the next one works', async () => {
    const failing = store.tx(async (tx) => {
      await put(tx, 'a');
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    const twice = store.tx(async (tx) => {
      await put(tx, 'b');
      await put(tx, 'b');
    });
    await expect(twice).rejects.toThrow();
    expect(await keys()).toEqual([]);
    await store.tx((tx) => put(tx, 'c'));
    expect(await keys()).toEqual(['c']);
  });

  it('takes a nested one in: one commit, one failure', async () => {
    const failing = store.tx(async (tx) => {
      await put(tx, 'outer');
      await store.tx((inner) => put(inner, 'inner'));
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await keys()).toEqual([]);
    await store.tx(async (tx) => {
      await store.tx((inner) => put(inner, 'inner'));
      await put(tx, 'outer');
    });
    expect(await keys()).toEqual(['inner', 'outer']);
  });

  it('reads what it wrote, through the handle and through the store alike; a reader outside does not yet', async () => {
    let goOn = () => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let written = () => {};
    const wrote = new Promise<void>((resolve) => {
      written = resolve;
    });
    const writing = store.tx(async (tx) => {
      await put(tx, 'a');
      expect(await keys()).toEqual(['a']);
      expect(await tx.select({ rows: count() }).from(settings)).toEqual([{ rows: 1 }]);
      written();
      await held;
    });
    await wrote;
    expect(await keys()).toEqual([]);
    goOn();
    await writing;
    expect(await keys()).toEqual(['a']);
  });

  it('stands in a queue: of fifty increments at once none is lost', async () => {
    await store.tx((tx) => put(tx, 'counter', 0));
    const raise = () =>
      store.tx(async (tx) => {
        const [row] = await tx.select().from(settings).where(eq(settings.key, 'counter'));
        await pause(0);
        await tx.update(settings).set({ value: Number(row?.value) + 1 });
      });
    await Promise.all(Array.from({ length: 50 }, raise));
    expect(await store.db.select({ value: settings.value }).from(settings)).toEqual([{ value: 50 }]);
  });
});

describe('a handle', () => {
  // Drizzle wraps what goes wrong in a statement.
  const afterItsEnd = { cause: { message: 'A transaction handle was used after its end' } };

  it('throws when used after the end of its transaction', async () => {
    let late = async () => {};
    await store.tx(async (tx) => {
      late = bound(() => put(tx, 'late'));
    });
    await expect(late()).rejects.toMatchObject(afterItsEnd);
    expect(await keys()).toEqual([]);
  });

  it('of a transaction that somebody forgot to await throws as well', async () => {
    let forgotten = Promise.resolve();
    await store.tx(async (tx) => {
      forgotten = pause(20).then(() => put(tx, 'forgotten'));
      forgotten.catch(() => undefined);
    });
    await expect(forgotten).rejects.toMatchObject(afterItsEnd);
    expect(await keys()).toEqual([]);
  });

  it('cannot write outside a transaction', async () => {
    await expect(put(store.db as unknown as WriteDb, 'outside')).rejects.toThrow();
    let stolen: WriteDb | undefined;
    await store.tx(async (tx) => {
      stolen = tx;
    });
    await expect(put(stolen as WriteDb, 'stolen')).rejects.toThrow();
    expect(await keys()).toEqual([]);
  });
});

/** Calls back in the surroundings in which it was made: as a callback left behind in a transaction. */
function bound(work: () => Promise<void>): () => Promise<void> {
  let call = () => {};
  const called = new Promise<void>((resolve) => {
    call = resolve;
  });
  const outcome = called.then(work);
  outcome.catch(() => undefined);
  return () => {
    call();
    return outcome;
  };
}

describe('beside other processes', () => {
  it('three write two hundred rows each: no busy error, no lost row, no lost update', async () => {
    await store.tx((tx) => put(tx, 'counter', 0));
    const others = [
      start('write-rows', database.file, 'first', '200'),
      start('write-rows', database.file, 'second', '200'),
    ];
    await Promise.all(others.map((other) => other.said(1)));
    for (let n = 0; n < 200; n++)
      await store.tx(async (tx) => {
        const [counter] = await tx.select().from(settings).where(eq(settings.key, 'counter'));
        await put(tx, `third-${n}`);
        await tx
          .update(settings)
          .set({ value: Number(counter?.value) + 1 })
          .where(eq(settings.key, 'counter'));
      });
    await Promise.all(others.map((other) => other.ended()));
    for (const label of ['first', 'second', 'third'])
      expect(await store.db.$count(settings, like(settings.key, `${label}-%`))).toBe(200);
    const [counter] = await store.db.select().from(settings).where(eq(settings.key, 'counter'));
    expect(counter?.value).toBe(600);
  });

  it('waits for the lock of another without holding up the rest of the process', async () => {
    const other = new Database(database.file, { timeout: 0 });
    other.exec('BEGIN IMMEDIATE');
    let ticks = 0;
    const clock = setInterval(() => {
      ticks += 1;
    }, 5);
    const writing = store.tx((tx) => put(tx, 'a'));
    await pause(300);
    expect(await keys()).toEqual([]);
    other.exec('COMMIT');
    await writing;
    clearInterval(clock);
    other.close();
    expect(ticks).toBeGreaterThan(20);
    expect(await keys()).toEqual(['a']);
  });
});

describe('every connection', () => {
  it.each(['writer', 'reader'] as const)('%s is durable, strict and never sleeps', (name) => {
    const ask = (pragma: string) => store.engine[name].pragma(pragma, { simple: true });
    expect(ask('journal_mode')).toBe('wal');
    expect(ask('synchronous')).toBe(2);
    expect(ask('foreign_keys')).toBe(1);
    expect(ask('recursive_triggers')).toBe(1);
    expect(ask('trusted_schema')).toBe(0);
    expect(ask('secure_delete')).toBe(1);
    expect(ask('busy_timeout')).toBe(0);
    expect(ask('query_only')).toBe(name === 'reader' ? 1 : 0);
  });

  it('runs on a SQLite that does not corrupt the file when the WAL is reset', () => {
    const version = String(store.engine.writer.prepare('SELECT sqlite_version()').pluck().get());
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003);
  });
});
