/** Every statistic against a second computation: plain TypeScript over all rows, on registers of both kinds, as of random days. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atMoment } from '../clock';
import { systemActor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { growRegister } from '../testing/statistics/grown-register';
import { fillRandomly, firstDay, fullDays, lastDay } from '../testing/statistics/random-register';
import { allRows, type Rows } from '../testing/statistics/rows';
import { second } from '../testing/statistics/second';
import { addDays, endOfDay } from '../working-days';
import { bases, burialKinds, catalogue, entryOf, type StatisticRow, steps } from './catalogue';
import { statistic, statisticCases } from './statistic';

const aDay = fc.oneof(
  fc.integer({ min: -3, max: 580 }).map((n) => addDays(firstDay, n)),
  fc.constantFrom(...fullDays),
  fc.constantFrom(...fullDays),
);
const asked = fc
  .record({
    at: fc.option(aDay, { nil: undefined }),
    days: fc.tuple(aDay, aDay).map((pair) => pair.sort()),
    isPeriod: fc.boolean(),
    basis: fc.constantFrom(undefined, ...bases),
    kind: fc.constantFrom(undefined, ...burialKinds),
    by: fc.constantFrom(undefined, ...steps),
  })
  .map(({ days: [from, to], isPeriod, ...rest }) => ({ ...rest, ...(isPeriod ? { from, to, at: undefined } : {}) }));

/** Rounded, and in an order of its own: what is compared is what is said. */
const said = (rows: readonly StatisticRow[]) =>
  rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, value]) => [key, rounded(value)]),
      ),
    )
    .sort();
const rounded = (value: string | number | null) => (typeof value === 'number' ? Number(value.toFixed(9)) : value);

const nothingAsked = { at: undefined, basis: undefined, kind: undefined, by: undefined };

/** Compares every entry for any question; and the questions must have found something, or they prove nothing. */
function heldAgainst(registerOf: () => Rows, runs: number) {
  it.each(catalogue.map(({ key }) => key))(
    '%s',
    async (key) => {
      const compute = second[key];
      if (!compute) throw new Error(`${key} has no second computation`);
      let counted = 0;
      await fc.assert(
        fc.asyncProperty(asked, async (question) => {
          const { params, rows, totals, open } = await onLastDay(() => statistic(systemActor, { key, ...question }));
          const expected = compute(registerOf(), params, lastDay);
          expect(said(rows)).toEqual(said(expected.rows));
          expect(said([totals])).toEqual(said([expected.totals]));
          expect(open).toBe(expected.open);
          counted += rows.length;
        }),
        { numRuns: entryOf(key).params.length === 0 ? 1 : runs, examples: [[nothingAsked]] },
      );
      expect(counted).toBeGreaterThan(0);
    },
    120_000,
  );

  it('lists the cases behind every figure that counts cases', async () => {
    let listed = 0;
    for (const { key, columns, cases } of catalogue) {
      const sample = fc.sample(asked, { numRuns: 4, seed: 1945 });
      for (const question of cases ? sample : []) {
        const { rows } = await onLastDay(() => statistic(systemActor, { key, ...question }));
        for (const row of rows.slice(0, 3)) listed += await checkCases(key, question, row, columns);
      }
    }
    expect(listed).toBeGreaterThan(20);
  }, 120_000);
}

/** Where a figure counts cases there are as many; where it counts what belongs to cases there are some, and no more than that. */
async function checkCases(
  key: string,
  question: object,
  row: StatisticRow,
  columns: readonly { key: string; kind: string }[],
): Promise<number> {
  const dimensions = Object.fromEntries(
    columns.flatMap((column) => (column.kind === 'dimension' ? [[column.key, String(row[column.key])]] : [])),
  );
  let listed = 0;
  for (const { key: column } of columns.filter((one) => one.kind === 'count')) {
    const { total } = await onLastDay(() => statisticCases(systemActor, { key, ...question, row: dimensions, column }));
    const figure = Number(row[column]);
    const countsCases =
      key === 'cases-by-status' || key === 'overdue' || (key === 'load-by-researcher' && column === 'cases');
    const countsSoldiers = column === 'soldiers' || column === 'withoutApplication';
    if (countsCases || countsSoldiers) expect([key, column, total]).toEqual([key, column, figure]);
    else {
      expect(total, `${key} ${column}`).toBeLessThanOrEqual(figure);
      if (key !== 'load-by-researcher') expect([key, column, total > 0]).toEqual([key, column, figure > 0]);
    }
    listed += total;
  }
  return listed;
}

let database: TestDatabase;
let rows: Rows;
/** Everything is asked on the last day, so that no figure rests on when the test is run. */
const onLastDay = <T>(work: () => T): T => atMoment(endOfDay(lastDay), work);

describe.each([1, 2])('a register written plainly, number %i', (seed) => {
  beforeAll(async () => {
    database = await openTestDatabase();
    await onLastDay(() => fillRandomly(seed, 150));
    rows = await allRows();
  }, 120_000);
  afterAll(() => database.close());

  heldAgainst(() => rows, 25);
});

describe('a register grown by the real commands', () => {
  beforeAll(async () => {
    database = await openTestDatabase();
    await growRegister(1945);
    rows = await allRows();
  }, 240_000);
  afterAll(() => database.close());

  heldAgainst(() => rows, 15);
});
