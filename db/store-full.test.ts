import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { count } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepBallast } from './disk';
import { migrate } from './migrate';
import { settings } from './schema';
import { openStore, type Store, StoreFull } from './store';

let folder: string;
let file: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'izdeu-full-'));
  file = path.join(folder, 'a.db');
  store = openStore(file);
  migrate(store.engine.writer);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const write = (key: string) => store.tx(async (tx) => tx.insert(settings).values({ key, value: 'x'.repeat(3000) }));
const rows = async () => (await store.db.select({ n: count() }).from(settings))[0]?.n;

it('keeps whole what was acknowledged when there is no more room, and goes on when there is', async () => {
  keepBallast(file);
  expect(existsSync(`${file}.ballast`)).toBe(true);
  const pages = Number(store.engine.writer.pragma('page_count', { simple: true }));
  store.engine.writer.pragma(`max_page_count = ${pages + 8}`);
  let acknowledged = 0;
  const filling = async () => {
    for (; acknowledged < 1000; acknowledged++) await write(`k${acknowledged}`);
  };
  await expect(filling()).rejects.toBeInstanceOf(StoreFull);
  expect(acknowledged).toBeGreaterThan(0);
  expect(await rows()).toBe(acknowledged);
  expect(existsSync(`${file}.ballast`), 'the ballast is thrown overboard').toBe(false);

  store.engine.writer.pragma(`max_page_count = ${pages + 1000}`);
  await write('after');
  expect(await rows()).toBe(acknowledged + 1);
});

it('a disk that fails while writing ends writing for good', async () => {
  let told = 0;
  store.onBroken = () => {
    told += 1;
  };
  const failing = store.tx(async () => {
    const { SqliteError } = (await import('better-sqlite3')).default;
    throw new SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
  });
  await expect(failing).rejects.toThrow('The disk failed');
  await expect(write('later')).rejects.toThrow('The disk failed');
  expect(told).toBe(1);
  expect(await rows()).toBe(0);
});
