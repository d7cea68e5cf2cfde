import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidays } from '@/db/reference-data/holidays';
import { addDays, addWorkingDays, type DayCalendar } from '../working-days';
import { byUrgency, distanceOf, type Urgent, urgencies, urgencyOfDay } from './urgency';

const kazakhstan: DayCalendar = new Map(holidays.map(({ day, kind }) => [day, kind]));
const anyDay = fc.integer({ min: 0, max: 2500 }).map((n) => addDays('2020-01-01', n));

describe('how far a term is', () => {
  it.each([
    ['2020-03-20', '2020-03-20', 'today', 0],
    // Over Nauryz 2020, 21 to 25 March.
    ['2020-03-26', '2020-03-20', 'ahead', 1],
    ['2020-03-20', '2020-03-26', 'late', 1],
    ['2020-03-20', '2020-03-24', 'late', 0],
    ['2020-03-09', '2020-03-06', 'ahead', 0],
    ['2020-01-23', '2019-12-30', 'ahead', 15],
  ])('%s seen from %s: %s, %i working days', (day, today, when, workingDays) => {
    expect(distanceOf(day, today, kazakhstan)).toEqual({ when, workingDays });
  });

  it('is as many working days as are counted to reach it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (today, n) => {
        const day = addWorkingDays(today, n, kazakhstan);
        expect(distanceOf(day, today, kazakhstan)).toEqual({ when: 'ahead', workingDays: n });
        expect(distanceOf(today, day, kazakhstan)).toEqual({ when: 'late', workingDays: n });
      }),
    );
  });
});

describe('the order of the work', () => {
  const anyUrgent: fc.Arbitrary<Urgent> = fc.record({
    urgency: fc.constantFrom(...urgencies),
    day: fc.option(anyDay),
    since: fc.nat(1000),
  });

  it('is one order: what comes before something comes before all that follows it', () => {
    fc.assert(
      fc.property(fc.array(anyUrgent, { maxLength: 12 }), (items) => {
        const sorted = [...items].sort(byUrgency);
        for (const [at, item] of sorted.entries())
          for (const later of sorted.slice(at + 1)) expect(byUrgency(item, later)).toBeLessThanOrEqual(0);
        const ranks = sorted.map(({ urgency }) => urgencies.indexOf(urgency));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  it('puts the longest overdue first, and of two that wait the one that waits longer', () => {
    const late = (day: string): Urgent => ({ urgency: urgencyOfDay(day, '2020-03-10'), day, since: 0 });
    const waits = (since: number): Urgent => ({ urgency: 'waiting', day: null, since });
    const [a, b, c, d, e] = [late('2020-03-02'), late('2020-03-09'), late('2020-03-10'), waits(1), waits(2)];
    expect([e, d, c, b, a].sort(byUrgency)).toEqual([a, b, c, d, e]);
  });
});
