/** Nothing that a researcher waits for reads a table from end to end. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookkeep } from '../change';
import { theStore } from '../database';
import { myWork } from '../desk/my-work';
import { markStale } from '../desk/text-index';
import { takeInAllTexts } from '../desk/text-round';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase } from '../testing/factories';
import { type Plan, plansOf } from '../testing/query-plans';
import { caseOrders } from './lines';
import { casePage } from './page';
import { statuses } from './pipeline';
import { caseList, caseViews } from './queries';

let database: TestDatabase;
let made: MadeCase;
beforeAll(async () => {
  database = await openTestDatabase();
  const people = { researcher: await aResearcher(), manager: await aManager() };
  made = await aCaseIn('under-review', { people, answers: { surname: 'Жоспар', unit: '310 атқыштар дивизиясы' } });
  await takeInAllTexts();
});
afterAll(() => database.close());

/**
 * Tables that stay small however long the museum works: its people, the bodies and sources it knows, its days off, and the counts
 * of cases (a row for each status and person).
 */
const small = ['staff', 'partners', 'sources', 'holidays', 'settings', 'case_counts'];

/**
 * A walk along an index in the order of the list stops when the page is full, so it reads as many rows as the pages before and this
 * one hold: the order is the index's own (no sorting afterwards) and there is a limit.
 */
const isBoundedWalk = (step: string, { sql, steps }: Plan) =>
  /^SCAN case_queue( USING (COVERING )?INDEX case_queue_\w+)?$/.test(step) &&
  /order by .* limit \?/s.test(sql) &&
  !steps.some((one) => one.startsWith('USE TEMP B-TREE'));

/** A virtual table is always "scanned"; `M` says that the full text is asked by a match, so that only what it finds is read. */
const isFullText = (step: string) => /^SCAN case_text VIRTUAL TABLE INDEX \d+:=?M/.test(step);

/** An empty list makes a condition that is never true: the engine reads nothing. */
const isNever = ({ sql }: Plan) => /where \(?false/.test(sql);

const scans = (plans: readonly Plan[]): string[] =>
  plans
    .filter((plan) => !isNever(plan))
    .flatMap((plan) =>
      plan.steps
        .filter((step) => step.startsWith('SCAN'))
        // What a subquery or a list in the statement has gathered is no table.
        .filter((step) => !/^SCAN (\(|CONSTANT|\d)/.test(step))
        .filter((step) => !small.some((name) => new RegExp(`^SCAN "?${name}"?\\b`).test(step)))
        .filter((step) => !isBoundedWalk(step, plan) && !isFullText(step))
        .map((step) => `${step} in ${plan.sql}`),
    );

const everyFilter = caseViews.flatMap((view) =>
  (['', ...statuses] as const).flatMap((status) =>
    caseOrders.flatMap((sort) =>
      (['ascending', 'descending'] as const).map((direction) => ({ view, status, sort, direction })),
    ),
  ),
);

describe('no table is read whole', () => {
  it('by the list of cases, with any view, status, person and order', async () => {
    const plans = await plansOf(async () => {
      for (const filter of everyFilter) {
        await caseList(made.manager, filter);
        await caseList(made.manager, { ...filter, assignee: made.researcher.staffId });
      }
    });
    expect(plans.length).toBeGreaterThan(50);
    expect(scans(plans)).toEqual([]);
  });

  it('by a search in the full text, alone and beside filters, before and after the worker has come', async () => {
    const searchAll = async () => {
      for (const filter of everyFilter.filter(({ status }) => status === '' || status === 'under-review'))
        for (const text of ['атқыштар', '310 оспа'])
          expect((await caseList(made.manager, { ...filter, text })).total).toBeLessThan(2);
      await caseList(made.manager, { text: '1' });
      await caseList(made.manager, { text: made.reference });
    };
    const after = await plansOf(searchAll);
    await bookkeep((tx) => markStale(tx, [made.caseId]));
    const before = await plansOf(searchAll);
    await takeInAllTexts();
    expect(after.some(({ steps }) => steps.some(isFullText))).toBe(true);
    expect(scans(after)).toEqual([]);
    expect(scans(before)).toEqual([]);
  });

  it('by the page of a case', async () => {
    expect(scans(await plansOf(() => casePage(made.researcher, { caseId: made.caseId })))).toEqual([]);
  });

  it('by one’s work', async () => {
    const plans = await plansOf(async () => {
      await myWork(made.researcher, {});
      await myWork(made.manager, {});
    });
    expect(scans(plans)).toEqual([]);
  });

  it('would be seen', async () => {
    const plans = await plansOf(async () =>
      theStore().engine.reader.prepare('SELECT * FROM cases WHERE birth = ?').all('1'),
    );
    expect(scans(plans)).toHaveLength(1);
  });
});
