import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  type DayCalendar,
  dayOf,
  endOfDay,
  isDay,
  isWorkingDay,
  startOfDay,
  workingDaysBetween,
} from './working-days';

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const anyDay = fc
  .integer({ min: noon('1941-01-01'), max: noon('2100-12-31') })
  .map((ms) => new Date(ms).toISOString().slice(0, 10));
const anyMoment = fc.integer({ min: noon('1941-01-01'), max: noon('2100-12-31') });
const nearDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2019-01-01', n));
const anyCalendar = fc
  .array(fc.tuple(nearDay, fc.constantFrom('off' as const, 'working' as const)), { maxLength: 60 })
  .map((entries): DayCalendar => new Map(entries));
const plain: DayCalendar = new Map();

describe('the museum’s day', () => {
  it.each([
    ['2020-02-01T02:59:59.999Z', '2020-02-01'],
    ['2020-01-31T17:59:59.999Z', '2020-01-31'],
    ['2020-01-31T18:00:00.000Z', '2020-02-01'],
    // 1 March 2024: the clocks went back from 00:00 to 23:00, so 29 February had 25 hours.
    ['2024-02-29T17:59:59.999Z', '2024-02-29'],
    ['2024-02-29T18:30:00.000Z', '2024-02-29'],
    ['2024-02-29T19:00:00.000Z', '2024-03-01'],
    ['2026-06-30T18:59:59.999Z', '2026-06-30'],
    ['2026-06-30T19:00:00.000Z', '2026-07-01'],
  ])('at %s it is %s', (moment, day) => {
    expect(dayOf(Date.parse(moment))).toBe(day);
  });

  it('begins at six and ends at six UTC before March 2024, at seven since', () => {
    const bounds = (day: string) => [startOfDay(day), endOfDay(day)].map((ms) => new Date(ms).toISOString());
    expect(bounds('2020-02-01')).toEqual(['2020-01-31T18:00:00.000Z', '2020-02-01T17:59:59.999Z']);
    expect(bounds('2024-02-29')).toEqual(['2024-02-28T18:00:00.000Z', '2024-02-29T18:59:59.999Z']);
    expect(bounds('2024-03-01')).toEqual(['2024-02-29T19:00:00.000Z', '2024-03-01T18:59:59.999Z']);
  });

  it('begins at one o’clock where midnight was skipped', () => {
    // 1 April 1981: the first summer time, 00:00 became 01:00 at UTC+7.
    expect(new Date(startOfDay('1981-04-01')).toISOString()).toBe('1981-03-31T18:00:00.000Z');
    expect(endOfDay('1981-04-01') - startOfDay('1981-04-01') + 1).toBe(23 * 3_600_000);
  });

  it('every day from 1941 to 2100 begins and ends within itself and follows the one before', () => {
    let before = endOfDay('1940-12-31');
    for (let day = '1941-01-01'; day < '2101-01-01'; day = addDays(day, 1)) {
      const [start, end] = [startOfDay(day), endOfDay(day)];
      if (start !== before + 1 || dayOf(start) !== day || dayOf(end) !== day) expect.unreachable(day);
      before = end;
    }
  });

  it('is what Intl says of Asia/Almaty up to 2023 and of UTC+5 since March 2024', () => {
    const format = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    const [almaty, five] = [format('Asia/Almaty'), format('Etc/GMT-5')];
    fc.assert(
      fc.property(anyMoment, (ms) => {
        expect(dayOf(ms)).toBe((ms < Date.UTC(2024, 0, 1) ? almaty : five).format(ms));
      }),
      { numRuns: 2000, examples: [[Date.UTC(2024, 2, 1, 18, 59)], [Date.UTC(1991, 2, 30, 18, 30)]] },
    );
  });

  it('refuses what is no moment or no day', () => {
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, -9e15, 9e15, -5e13]) {
      expect(() => dayOf(ms)).toThrow(RangeError);
    }
    for (const day of ['2023-02-29', '', '2020-1-1']) expect(() => startOfDay(day)).toThrow(RangeError);
  });
});

describe('days', () => {
  it('are strict', () => {
    const days = ['1941-06-22', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31'];
    const others = `2023-02-29 1900-02-29 1942-02-31 1942-04-31 1942-00-10 1942-13-01 1942-01-00 1942-01-32 0999-01-01
      42-01-01 1942-1-01 1942/01/01 1942-01-01T00:00 +1942-01-01 -942-01-01 １９４２-01-01`.split(/\s+/);
    expect(days.filter((text) => !isDay(text))).toEqual([]);
    expect(['', ' 1942-01-01', '1942-01-01\n', ...others].filter(isDay)).toEqual([]);
  });

  it('isDay agrees with the calendar of Date on every text of the form', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), number(14), number(33), (y, m, d) => {
        const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
        const ms = Date.parse(`${text}T00:00:00Z`);
        expect(isDay(text)).toBe(!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text));
      }),
    );
  });

  it('addDays goes there and back', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, n) => {
        const then = addDays(day, n);
        expect(noon(then) - noon(day)).toBe(n * 86_400_000);
        expect(addDays(then, -n)).toBe(day);
      }),
    );
  });

  it('addMonths keeps the day of the month or takes the last', () => {
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
    expect(addMonths('2020-03-31', -1)).toBe('2020-02-29');
    expect(addMonths('2019-12-31', 2)).toBe('2020-02-29');
    expect(addMonths('2020-02-29', 12)).toBe('2021-02-28');
    expect(addMonths('2020-11-15', 2)).toBe('2021-01-15');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
        const then = addMonths(day, n);
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(then) - months(day)).toBe(n);
        const kept = then.slice(8) === day.slice(8);
        expect(kept || (then.slice(8) < day.slice(8) && addDays(then, 1).endsWith('-01'))).toBe(true);
      }),
    );
  });

  it('refuse nonsense', () => {
    expect(() => addDays('2020-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('1000-01-01', -1)).toThrow(RangeError);
    expect(() => addMonths('2020-02-30', 1)).toThrow(RangeError);
    expect(() => addMonths('2020-01-01', Number.NaN)).toThrow(RangeError);
    expect(() => addMonths('2020-01-01', 1e12)).toThrow(RangeError);
  });
});

describe('working days', () => {
  const calendar: DayCalendar = new Map([
    ['2020-01-01', 'off'],
    ['2020-01-02', 'off'],
    ['2020-01-03', 'off'],
    ['2020-01-05', 'working'],
    ['2020-01-07', 'off'],
    ['2020-01-25', 'off'],
    ['2020-01-27', 'working'],
  ]);

  it('are Monday to Friday but for the exceptions', () => {
    const worked = Array.from({ length: 12 }, (_, n) => addDays('2019-12-30', n)).filter((day) =>
      isWorkingDay(day, calendar),
    );
    expect(worked.map((day) => day.slice(5))).toEqual(['12-30', '12-31', '01-05', '01-06', '01-08', '01-09', '01-10']);
    expect(() => isWorkingDay('2020-02-30', calendar)).toThrow(RangeError);
  });

  it('a term does not count the day of receipt', () => {
    expect(addWorkingDays('2020-02-03', 0, plain)).toBe('2020-02-03');
    expect(addWorkingDays('2020-02-03', 1, plain)).toBe('2020-02-04');
    expect(addWorkingDays('2020-02-03', 15, plain)).toBe('2020-02-24');
    expect(addWorkingDays('2020-02-01', 3, plain)).toBe('2020-02-05');
    expect(addWorkingDays('2019-12-31', 3, calendar)).toBe('2020-01-08');
    expect(() => addWorkingDays('2020-02-03', -1, plain)).toThrow(RangeError);
    expect(() => addWorkingDays('2020-02-03', 1.5, plain)).toThrow(RangeError);
    expect(() => addWorkingDays('2020-02-31', 0, plain)).toThrow(RangeError);
  });

  it('a term ends on a working day, and counting back gives its length', () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: 1, max: 120 }), anyCalendar, (day, n, exceptions) => {
        const end = addWorkingDays(day, n, exceptions);
        expect(isWorkingDay(end, exceptions)).toBe(true);
        expect(workingDaysBetween(day, end, exceptions)).toBe(n);
        expect(workingDaysBetween(day, addDays(end, -1), exceptions)).toBe(n - 1);
        expect(workingDaysBetween(end, day, exceptions)).toBe(-n);
      }),
    );
  });

  it('counting equals looking at every day, before 1970 too', () => {
    const early = fc.integer({ min: 0, max: 900 }).map((n) => addDays('1968-12-01', n));
    fc.assert(
      fc.property(fc.oneof(early, nearDay), fc.integer({ min: 0, max: 400 }), anyCalendar, (a, length, exceptions) => {
        const days = Array.from({ length }, (_, n) => addDays(a, n + 1));
        const worked = days.filter((day) => isWorkingDay(day, exceptions)).length;
        expect(workingDaysBetween(a, addDays(a, length), exceptions)).toBe(worked);
      }),
    );
  });
});
