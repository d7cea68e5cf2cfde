import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { read } from '../database';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { dayOf, startOfDay } from '../working-days';
import { dayOfNumber, museumDay, numberOfDay } from './museum-days';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const inSql = async (moment: number): Promise<string> => {
  const [row] = await read()
    .select({ day: museumDay(sql`m`) })
    .from(sql`(select cast(${moment} as integer) as m)`);
  return dayOfNumber(row?.day ?? Number.NaN);
};

it('is the day of the museum, to the millisecond, whatever its clocks did', async () => {
  const edges = ['1991-03-31', '1995-09-24', '2004-10-31', '2024-02-29', '2024-03-01', '2020-01-31', '2031-07-01'];
  for (const day of edges)
    for (const by of [-1, 0, 1, 3600_000, -3600_000]) {
      const moment = startOfDay(day) + by;
      expect(await inSql(moment)).toBe(dayOf(moment));
    }
  const years = fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2049, 0, 1) });
  await fc.assert(
    fc.asyncProperty(years, async (moment) => {
      expect(await inSql(moment)).toBe(dayOf(moment));
    }),
  );
});

it('counts days from 1970', () => {
  expect([numberOfDay('1970-01-01'), numberOfDay('2020-01-31'), dayOfNumber(18_292)]).toEqual([
    0,
    18_292,
    '2020-01-31',
  ]);
});
