import { describe, expect, it } from 'vitest';
import { holidays } from '@/db/reference-data/holidays';
import { addMonths, addWorkingDays, type DayCalendar, workingDaysBetween } from '../working-days';
import { defaultTerms, isOverdue, nextDue, type TermFacts } from './terms';

/** The days off and working Saturdays every register begins with. */
const kazakhstan: DayCalendar = new Map(holidays.map(({ day, kind }) => [day, kind]));

describe('working days of Kazakhstan, counted by hand on the wall calendar', () => {
  it.each([
    // New Year 2020: 1 and 2 January off, 3 January off for Sunday the 5th, which is worked; 7 January is Christmas.
    ['2019-12-31', 3, '2020-01-08'],
    ['2019-12-30', 15, '2020-01-23'],
    // New Year 2022: 1 and 2 January on a weekend, so Monday the 3rd and Tuesday the 4th are off; Friday the 7th is Christmas.
    ['2021-12-30', 3, '2022-01-06'],
    ['2021-12-30', 15, '2022-01-25'],
    // New Year 2025: Friday 3 January off for Sunday the 5th.
    ['2024-12-31', 3, '2025-01-08'],
    // Women's Day 2020 on a Sunday: Monday the 9th is off.
    ['2020-03-06', 1, '2020-03-10'],
    // Nauryz 2020 on Saturday, Sunday and Monday: Tuesday the 24th and Wednesday the 25th are off, too.
    ['2020-03-20', 1, '2020-03-26'],
    ['2020-03-20', 3, '2020-03-30'],
    ['2020-03-06', 15, '2020-04-02'],
    // The same days of 2026.
    ['2026-03-20', 3, '2026-03-30'],
    // Nauryz 2022 on Monday, Tuesday and Wednesday moves nothing.
    ['2022-03-18', 3, '2022-03-28'],
    // May 2020: the 7th and 8th off, Victory Day a Saturday, Monday the 11th worked.
    ['2020-05-06', 3, '2020-05-13'],
    // Kurban Ait on a Friday, and on a Sunday, which moves nothing.
    ['2025-06-04', 3, '2025-06-10'],
    ['2024-06-14', 3, '2024-06-19'],
    // Working Saturdays: 3 July 2021 for Monday the 5th; 27 August 2022 for Monday the 29th; 22 October 2022 for Monday the 24th.
    ['2021-07-02', 3, '2021-07-08'],
    ['2022-08-25', 3, '2022-08-31'],
    ['2022-10-21', 3, '2022-10-27'],
    // Independence Day had two days up to 2021, and has one since.
    ['2021-12-15', 3, '2021-12-22'],
    ['2025-12-15', 3, '2025-12-19'],
  ])('%s and %i working days: %s', (from, days, by) => {
    expect(addWorkingDays(from, days, kazakhstan)).toBe(by);
    expect(workingDaysBetween(from, by, kazakhstan)).toBe(days);
  });
});

const received: TermFacts = {
  status: 'checking',
  receivedDay: '2020-02-03',
  lastWordDay: null,
  extendedTo: null,
  resultDay: null,
  hasApplication: true,
  takeoverStands: false,
};

describe('the next term of a case', () => {
  it.each([
    // Received on a Monday, on a Saturday, before Women's Day and Nauryz, before New Year.
    ['2020-02-03', '2020-02-24'],
    ['2020-02-01', '2020-02-21'],
    ['2020-03-06', '2020-04-02'],
    ['2019-12-30', '2020-01-23'],
  ])('received on %s it is answered by %s', (receivedDay, day) => {
    expect(nextDue({ ...received, receivedDay }, kazakhstan)).toEqual({ kind: 'first-answer', day });
  });

  it('is the day it was extended to, two months from the decision at most, whatever holidays lie between', () => {
    const extendedTo = addMonths('2020-02-20', 2);
    expect(extendedTo).toBe('2020-04-20');
    const due = nextDue({ ...received, extendedTo }, kazakhstan);
    expect(due).toEqual({ kind: 'first-answer', day: '2020-04-20' });
    // Over Nauryz: 26, 27, 30, 31 March; 1 to 3, 6 to 10, 13 to 17 and 20 April.
    expect(workingDaysBetween('2020-03-20', '2020-04-20', kazakhstan)).toBe(18);
    expect([isOverdue(due, '2020-04-20'), isOverdue(due, '2020-04-21')]).toEqual([false, true]);
  });

  it('of a result is three working days after it was confirmed, over Nauryz', () => {
    const facts: TermFacts = { ...received, status: 'burial-established', resultDay: '2020-03-19' };
    expect(nextDue(facts, kazakhstan)).toEqual({ kind: 'notice', day: '2020-03-27' });
  });

  it('after a word to the family is counted in days of the calendar, a year for a case on watch', () => {
    const told: TermFacts = { ...received, status: 'searching', lastWordDay: '2020-02-20' };
    expect(nextDue(told, kazakhstan)).toEqual({ kind: 'next-word', day: '2020-05-20' });
    expect(nextDue({ ...told, status: 'on-watch' }, kazakhstan)).toEqual({ kind: 'next-word', day: '2021-02-19' });
  });

  it('follows the terms the museum set for itself', () => {
    const terms = { ...defaultTerms, firstAnswer: 10, notice: 1, nextWord: 30, nextWordOnWatch: 180 };
    const dayOf = (facts: Partial<TermFacts>) => nextDue({ ...received, ...facts }, kazakhstan, terms)?.day;
    expect(dayOf({ receivedDay: '2020-03-06' })).toBe('2020-03-26');
    expect(dayOf({ status: 'fate-established', resultDay: '2020-03-20' })).toBe('2020-03-26');
    expect(dayOf({ status: 'searching', lastWordDay: '2020-02-20' })).toBe('2020-03-21');
    expect(dayOf({ status: 'on-watch', lastWordDay: '2020-02-20' })).toBe('2020-08-18');
  });

  it('does not run where nobody waits for one', () => {
    for (const status of ['closed', 'withdrawn', 'joined', 'forwarded'] as const)
      expect(nextDue({ ...received, status }, kazakhstan), status).toBeNull();
    expect(nextDue({ ...received, hasApplication: false }, kazakhstan)).toBeNull();
  });
});
