import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import type { FactsBatch } from '../facts';
import { IndexView } from '../search/index-view';
import { rowBytes, writeRow } from './compact-row';
import { bareKey, isTimeless, timeless } from './keys';
import { readTotals } from './state';
import { IndexWriter } from './writer';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

type Filed = { id: number; year: number; keys: number[] };

/** The same numbers in every run. */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Few keys, so that many records stand under one; some with no year, some under no year, ids with gaps. */
function records(count: number, after: number, draw: (below: number) => number): Filed[] {
  let id = after;
  return Array.from({ length: count }, () => {
    id += 1 + (draw(20) === 0 ? draw(5_000) : 0);
    const keys = Array.from({ length: 1 + draw(5) }, () => (draw(3) === 0 ? draw(4) : draw(2 ** 28)));
    const marked = keys.map((key) => (draw(4) === 0 ? timeless(key % 50) : key));
    return { id, year: draw(6) === 0 ? 0 : 40 + draw(40), keys: [...new Set(marked)] };
  });
}

const facts = { surname: 1, given: 2, patronymic: 3, district: 0, settlement: 0, region: 6, lossYear: 0, fate: 0 };

function batchOf(filed: readonly Filed[]): [FactsBatch, Float64Array] {
  const rows = new Uint8Array(filed.length * rowBytes);
  for (const [at, { year }] of filed.entries())
    writeRow(rows, at * rowBytes, { ...facts, birthYear: year, source: 258 });
  const batch = {
    count: filed.length,
    rows,
    keys: Uint32Array.from(filed.flatMap(({ keys }) => keys)),
    keyCounts: Uint8Array.from(filed, ({ keys }) => keys.length),
    bases: '',
  };
  return [batch, Float64Array.from(filed, ({ id }) => id)];
}

async function write(filed: readonly Filed[]): Promise<void> {
  const writer = await IndexWriter.open();
  for (let at = 0; at < filed.length; at += 700) await writer.add(...batchOf(filed.slice(at, at + 700)));
  await writer.finish();
}

const segments = () =>
  database.store.engine.writer.prepare('SELECT records, postings FROM index_segments').all() as {
    records: number;
    postings: number;
  }[];

/** What a search is told, beside what a look at every posting says. */
function expectLikePlainScan(all: readonly Filed[], draw: (below: number) => number): void {
  const view = new IndexView(database.store.engine.reader);
  const known = all.flatMap(({ keys }) => keys.map(bareKey));
  for (let time = 0; time < 150; time++) {
    const key = [draw(4), draw(50), known[draw(known.length)] ?? 0, draw(2 ** 28)][draw(4)] ?? 0;
    const [a, b] = [draw(128), draw(128)];
    const [from, to] = time % 5 === 0 ? [0, 0] : time % 5 === 1 ? [0, 127] : [Math.min(a, b), Math.max(a, b)];
    const told: number[] = [];
    view.postings(key, from, to, Number.POSITIVE_INFINITY, (record) => told.push(record));
    const plain = all.filter(({ year, keys }) =>
      keys.some((own) => {
        const under = isTimeless(own) ? 0 : year;
        return bareKey(own) === key && (under === 0 || (under >= from && under <= to));
      }),
    );
    // A record may stand under a key twice, with its year and without.
    expect(
      [...new Set(told)].sort((x, y) => x - y),
      `key ${key}, ${from} to ${to}`,
    ).toEqual(plain.map(({ id }) => id));
  }
  for (const { id } of all.slice(0, 300)) {
    const rows = view.rowsWith(id);
    expect(rows?.[(id % 160) * rowBytes + 18], `row of ${id}`).toBe(all.find((one) => one.id === id)?.year);
  }
}

describe('the packed index answers as a look at all postings would', () => {
  it('in one segment', async () => {
    const draw = drawn(1);
    const all = records(4_000, 0, draw);
    await write(all);
    expect(segments()).toHaveLength(1);
    expectLikePlainScan(all, draw);
  });

  it('in two segments, and joined from many', async () => {
    const draw = drawn(2);
    const all: Filed[] = [];
    for (const [at, count] of [1_500, 900, 40, 1, 2_000, 300].entries()) {
      const more = records(count, all.at(-1)?.id ?? 0, draw);
      all.push(...more);
      await write(more);
      expect(segments().length).toBe(Math.min(at + 1, 2));
      if (at === 1 || at === 5) expectLikePlainScan(all, draw);
    }
    expect(segments().reduce((sum, one) => sum + one.records, 0)).toBe(all.length);
    const postings = all.reduce((sum, { keys }) => sum + keys.length, 0);
    expect(segments().reduce((sum, one) => sum + one.postings, 0)).toBe(postings);
  });

  it('no more than asked for is told in each segment', async () => {
    await write(Array.from({ length: 500 }, (_, at) => ({ id: at + 1, year: 60, keys: [3] })));
    const told: number[] = [];
    new IndexView(database.store.engine.reader).postings(3, 0, 127, 20, (record) => told.push(record));
    expect(told).toHaveLength(20);
  });
});

describe('a writer', () => {
  it('keeps totals that add up and leaves out what was not kept', async () => {
    const all = records(300, 0, drawn(3));
    const writer = await IndexWriter.open();
    const [batch, ids] = batchOf(all);
    for (let at = 0; at < ids.length; at += 3) ids[at] = 0;
    await writer.add(batch, ids);
    await writer.finish();
    const kept = all.filter((_, at) => at % 3 !== 0);
    const totals = readTotals(database.store.engine.writer);
    expect(totals).toMatchObject({ records: 200, indexedTo: kept.at(-1)?.id, having: { surname: 200, district: 0 } });
    expect(totals.years.reduce((sum, count) => sum + count)).toBe(200);
    expect(totals.regions[6]).toBe(200);
    expectLikePlainScan(kept, drawn(4));
  });

  it('takes away what an interrupted one left behind, and nothing else', async () => {
    const all = records(800, 0, drawn(5));
    await write(all);
    const { writer } = database.store.engine;
    const before = writer.prepare('SELECT count(*) FROM index_postings').pluck().get();
    writer.exec(`INSERT INTO index_postings (key, data)
      SELECT key + 34359738368 * 4, data FROM index_postings`);
    await IndexWriter.open();
    expect(writer.prepare('SELECT count(*) FROM index_postings').pluck().get()).toBe(before);
    expectLikePlainScan(all, drawn(6));
  });

  it('of nothing writes nothing', async () => {
    await write([]);
    expect(segments()).toEqual([]);
    expect(readTotals(database.store.engine.writer).records).toBe(0);
    expect(new IndexView(database.store.engine.reader).rowsWith(1)).toBeNull();
  });

  it('is seen by a view at its next refresh', async () => {
    const view = new IndexView(database.store.engine.reader);
    expect(view.refresh()).toBe(false);
    await write([{ id: 5, year: 60, keys: [9] }]);
    expect(view.refresh()).toBe(true);
    const told: number[] = [];
    view.postings(9, 55, 65, 10, (record) => told.push(record));
    expect(told).toEqual([5]);
    expect(view.rowsWith(5)).not.toBeNull();
    expect(view.rowsWith(6)).toBeNull();
  });
});
