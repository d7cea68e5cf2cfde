/** Figures are kept: what the public asks throws nothing of the desk's away, and days to come are no other question. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { now } from '../clock';
import { recordReading } from '../open-data/reading';
import { visitor } from '../permissions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager } from '../testing/factories';
import { addDays, dayOf } from '../working-days';
import { burialsByCountry } from './burials-by-country';
import { askerOf, untilNextEvent } from './kept-figures';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const ask = (key: string, work: () => Promise<unknown>, asker?: 'desk' | 'public') => untilNextEvent(key, work, asker);

describe('figures', () => {
  it('of the desk stay whatever the public asks, those it is made of included', async () => {
    const desk = vi.fn(async () => 1);
    await ask('desk', desk);
    for (let n = 0; n < 400; n++) await ask(`public ${n}`, () => untilNextEvent(`part ${n}`, async () => n), 'public');
    await ask('desk', desk);
    expect(desk).toHaveBeenCalledTimes(1);
  });

  it('of the public: the longest unasked goes, the others stay', async () => {
    const [first, asked] = [vi.fn(async () => 1), vi.fn(async () => 2)];
    await ask('first', first, 'public');
    await ask('asked', asked, 'public');
    for (let n = 0; n < 60; n++) {
      await ask(`public ${n}`, async () => n, 'public');
      await ask('asked', asked, 'public');
    }
    await ask('first', first, 'public');
    expect([first.mock.calls.length, asked.mock.calls.length]).toEqual([2, 1]);
  });

  it('are computed once for all who ask at a time, again after a failure and after an event', async () => {
    const work = vi.fn(async () => 3);
    await Promise.all([ask('at once', work), ask('at once', work)]);
    expect(work).toHaveBeenCalledTimes(1);
    await expect(ask('failing', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await ask('failing', async () => 4)).toBe(4);
    await recordReading(await aManager(), { kind: 'case.exported', data: { form: 'cases' } });
    await ask('at once', work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('are kept apart by who asks', async () => {
    expect([askerOf(visitor), askerOf({ role: 'system' }), askerOf(await aManager())]).toEqual([
      'public',
      'desk',
      'desk',
    ]);
  });
});

describe('burials by country', () => {
  it('describe no day to come', async () => {
    const today = dayOf(now());
    for (const at of ['2199-12-31', addDays(today, 1), today])
      expect((await burialsByCountry(visitor, { at })).at).toBe(today);
    expect((await burialsByCountry(visitor, { at: '2020-01-10' })).at).toBe('2020-01-10');
  });
});
