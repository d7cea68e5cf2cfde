import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../working-days';
import { statisticKeys } from './catalogue';
import { isPeriod, periodBefore, spanOf } from './report-period';
import { plannedStatistics, reportSpan } from './report-plan';

const anyPeriod = fc.oneof(
  fc.integer({ min: 2001, max: 2100 }).map(String),
  fc
    .tuple(fc.integer({ min: 2001, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
);

describe('the period of a report', () => {
  it.each(['2020', '2020-01', '2020-12', '2000'])('%s is one', (text) => expect(isPeriod(text)).toBe(true));
  it.each(['', '20', '1999', '2020-13', '2020-00', '2020-1', '2020-01-01', ' 2020', 'abcd'])('"%s" is none', (text) =>
    expect(isPeriod(text)).toBe(false),
  );

  it('has the days of the calendar', () => {
    expect(spanOf('2020-02')).toEqual({ from: '2020-02-01', to: '2020-02-29' });
    expect(spanOf('2021')).toEqual({ from: '2021-01-01', to: '2021-12-31' });
    expect(periodBefore('2020-01')).toBe('2019-12');
    expect(periodBefore('2020')).toBe('2019');
  });

  it('begins the day after the one before it ended', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(addDays(spanOf(periodBefore(period)).to, 1)).toBe(spanOf(period).from);
      }),
    );
  });
});

describe('the plan of a report', () => {
  it('describes the last day of the period, or the day it was asked for', () => {
    expect(reportSpan('2020-01', '2020-02-01').at).toBe('2020-01-31');
    expect(reportSpan('2020', '2020-02-01')).toEqual({ period: '2020', from: '2020-01-01', at: '2020-02-01' });
  });

  it('holds every statistic but the load of researchers, each name once', () => {
    const plan = plannedStatistics(reportSpan('2020-01', '2020-02-01'));
    const told = new Set(plan.map(({ key }) => key));
    expect(statisticKeys.filter((key) => !told.has(key))).toEqual(['load-by-researcher']);
    expect(new Set(plan.map(({ name }) => name)).size).toBe(plan.length);
  });
});
