import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commonMen, keepMen, type Man } from '@/domain/testing/archive-men';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { nobody } from '../person';
import { findMan } from '../search/find';
import { catchUp, rebuild, sourceNumber } from './catching-up';
import { readTotals } from './state';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const men = commonMen(900, 11);
const asked = (man: Man = {}) => ({
  ...nobody,
  ...{ surname: man.surname ?? '', givenName: man.given_name ?? '', patronymic: man.patronymic ?? '' },
  birth: man.birth_date ?? '',
});
const isFound = async (man: Man | undefined, id: number | undefined) =>
  (await findMan(asked(man), { limit: 50 })).matches.some(({ recordId }) => recordId === id);
const totals = () => readTotals(database.store.engine.writer);

async function answers(): Promise<number[][]> {
  const all: number[][] = [];
  for (const man of men.slice(0, 25))
    all.push((await findMan(asked(man), { limit: 5 })).matches.map(({ bits }) => Number(bits.toFixed(6))));
  return all;
}

/** Everything the index holds, so that two of them can be told to be the same. */
function content(): Record<string, unknown> {
  const { writer } = database.store.engine;
  const all = (statement: string) => writer.prepare(statement).all();
  return {
    rows: all('SELECT first, hex(data) AS data FROM index_rows ORDER BY first'),
    postings: all('SELECT sum(postings) AS count, sum(records) AS records FROM index_segments'),
    keys: all('SELECT key, length(skeletons) AS bytes FROM sound_keys ORDER BY key'),
    names: all('SELECT id, length(names) AS bytes FROM sound_skeletons ORDER BY id'),
    totals: { ...totals(), generation: 0 },
  };
}

describe('catching up', () => {
  it('indexes exactly what is missing, and then nothing', async () => {
    const first = await keepMen(men.slice(0, 500));
    expect(await catchUp()).toBe(500);
    expect(totals()).toMatchObject({ records: 500, indexedTo: first.at(-1) });
    const second = await keepMen(men.slice(500), 'books-of-memory');
    expect(await isFound(men[600], second[100])).toBe(false);
    const reached: number[] = [];
    expect(await catchUp((id) => void reached.push(id))).toBe(400);
    expect(reached).toEqual([second.at(-1)]);
    expect(await catchUp()).toBe(0);
    expect(totals()).toMatchObject({ records: 900, indexedTo: second.at(-1) });
    expect(await isFound(men[600], second[100])).toBe(true);
  });

  it('gives in steps the same index as at once and made anew', async () => {
    for (const at of [0, 300, 600]) {
      await keepMen(men.slice(at, at + 300));
      await catchUp();
    }
    const [before, found] = [content(), await answers()];
    expect(await rebuild()).toBe(900);
    expect(content()).toEqual(before);
    expect(await answers()).toEqual(found);
  });

  it('after a kill before anything was written goes on where the index ends', async () => {
    const { writer } = database.store.engine;
    await keepMen(men.slice(0, 500));
    await catchUp();
    const ids = await keepMen(men.slice(500));
    writer.exec("CREATE TRIGGER kill BEFORE INSERT ON index_postings BEGIN SELECT RAISE(ABORT, 'killed'); END");
    await expect(catchUp()).rejects.toThrow('killed');
    writer.exec('DROP TRIGGER kill');
    expect(totals().records).toBe(500);
    expect(await catchUp()).toBe(400);
    expect(await isFound(men[700], ids[200])).toBe(true);
    const before = content();
    await rebuild();
    expect(content()).toEqual(before);
  });

  it('after a kill in the last moment holds every record once', async () => {
    const { writer } = database.store.engine;
    await keepMen(men.slice(0, 500));
    await catchUp();
    const ids = await keepMen(men.slice(500));
    writer.exec("CREATE TRIGGER kill BEFORE INSERT ON index_segments BEGIN SELECT RAISE(ABORT, 'killed'); END");
    await expect(catchUp()).rejects.toThrow('killed');
    writer.exec('DROP TRIGGER kill');
    expect(totals().records).toBe(500);
    expect(await catchUp()).toBe(400);
    expect(totals().records).toBe(900);
    expect(await isFound(men[700], ids[200])).toBe(true);
    const { postings, rows } = content();
    await rebuild();
    expect(content()).toMatchObject({ postings, rows });
  });

  it('gives each source one number', async () => {
    const one = await sourceNumber('obd-memorial');
    expect(await sourceNumber('books-of-memory')).not.toBe(one);
    expect(await sourceNumber('obd-memorial')).toBe(one);
  });
});
