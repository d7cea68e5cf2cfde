import { describe, expect, it } from 'vitest';
import { entryOf, type StatisticResult } from '@/domain/statistics/catalogue';
import { statisticWords } from '@/domain/statistics/words';
import { sortedRows } from './rows';

const words = statisticWords('kk', (key) => key);
const result: StatisticResult = {
  key: 'burials-by-country',
  params: {},
  rows: [
    { country: 'RU', applications: 38, share: 0.5 },
    { country: 'HU', applications: 4, share: null },
    { country: 'DE', applications: 4, share: 0.1 },
  ],
  totals: {},
  names: {},
};
const [country, applications, share] = entryOf('burials-by-country').columns;
const order = (column: typeof country, direction: 'asc' | 'desc') =>
  sortedRows(result, words, { column, direction, locale: 'kk' }).map((row) => row.country);

describe('the rows of a statistic', () => {
  it('stand as the entry has them, or by a column', () => {
    expect(order(undefined, 'asc')).toEqual(['RU', 'HU', 'DE']);
    // Венгрия, Германия, Ресей
    expect(order(country, 'asc')).toEqual(['HU', 'DE', 'RU']);
    expect(order(country, 'desc')).toEqual(['RU', 'DE', 'HU']);
    expect(order(applications, 'asc')).toEqual(['HU', 'DE', 'RU']);
    expect(order(applications, 'desc')).toEqual(['RU', 'HU', 'DE']);
  });

  it('have what is not known at the end, whichever way', () => {
    expect(order(share, 'asc')).toEqual(['DE', 'RU', 'HU']);
    expect(order(share, 'desc')).toEqual(['RU', 'DE', 'HU']);
  });
});
