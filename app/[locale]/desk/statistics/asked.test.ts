import { describe, expect, it } from 'vitest';
import { askedOf, dayAsked, fileAddress, pageAddress } from './asked';

describe('a day of the address', () => {
  it.each([
    ['2020-01-31', '2020-01-31'],
    ['31.01.2020', '2020-01-31'],
    ['1.2.2020', '2020-02-01'],
    ['31.02.2020', undefined],
    ['1941-06-21', undefined],
    ['2200-01-01', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('%s', (text, day) => expect(dayAsked(text)).toBe(day));
});

describe('what an address asks', () => {
  it('keeps what the entry takes and knows, and tells what is no day', () => {
    const asked = askedOf(
      { at: '31.01.2020', from: 'long ago', to: '2020-01-31', basis: 'reported', kind: 'second', by: ['week', 'day'] },
      ['at', 'from', 'basis', 'kind', 'by'],
    );
    expect(asked).toEqual({
      input: { at: '2020-01-31', basis: 'reported', by: 'week' },
      typed: { at: '31.01.2020', from: 'long ago', basis: 'reported', kind: 'second', by: 'week' },
      notDays: ['long ago'],
    });
  });

  it('goes on to files and to the page of another statistic', () => {
    const asked = askedOf({ at: '31.01.2020', basis: 'reported' }, ['at', 'basis']);
    expect(fileAddress('burials-by-country', '.csv', asked, 'kk')).toBe(
      '/api/v1/statistics/burials-by-country.csv?at=2020-01-31&basis=reported&language=kk',
    );
    expect(pageAddress('ru', 'overdue', asked)).toEqual({
      path: '/ru/desk/statistics/overdue',
      params: { at: '2020-01-31' },
    });
  });
});
