import { describe, expect, it } from 'vitest';
import { atMoment } from '../clock';
import { readWorkbook } from '../takeover/reading/workbook';
import type { StatisticResult } from './catalogue';
import { codedCsv, statisticWorkbook, wordedCsv } from './files';
import { type Say, statisticWords } from './words';

const say: Say = (key) => key;
const noon = Date.UTC(2020, 0, 31, 12);
const words = statisticWords('ru', say);
const result: StatisticResult = {
  key: 'burials-by-region',
  params: { at: '2020-01-31', basis: 'today', kind: 'primary' },
  rows: [
    { country: 'RU', region: '=1+1', applications: 38, share: 38 / 48 },
    { country: 'LV', region: '', applications: 10, share: 10 / 48 },
  ],
  totals: { applications: 48, soldiers: 47 },
  names: { region: { '=1+1': { kk: 'к', ru: '=HYPERLINK("x")', en: 'e' } } },
};

describe('a statistic as a file', () => {
  it('is codes and plain numbers for programs, formulas made harmless', () => {
    expect(codedCsv(result)).toBe(
      `\uFEFFcountry,region,applications,share\r\nRU,'=1+1,38,${38 / 48}\r\nLV,,10,${10 / 48}\r\n`,
    );
  });

  it('is words for people, with the total', () => {
    expect(wordedCsv(result, words, say).split('\r\n')).toEqual([
      '\uFEFFstatisticColumn.country,statisticColumn.region,statisticColumn.applications,statisticColumn.share',
      `Россия,"'=HYPERLINK(""x"")",38,${38 / 48}`,
      `Латвия,statistics.empty.fact,10,${10 / 48}`,
      'statistics.totalRow,,48,',
      '',
    ]);
  });

  it('is a workbook with the rows, what is counted and what was asked; the same every time', async () => {
    const bytes = await atMoment(noon, () => statisticWorkbook(result, words, say));
    expect(bytes.equals(await atMoment(noon, () => statisticWorkbook(result, words, say)))).toBe(true);
    const sheets = readWorkbook(bytes);
    expect(sheets).toHaveLength(2);
    expect(JSON.stringify(sheets[0])).toContain('Россия');
    expect(JSON.stringify(sheets[1])).toContain('statistic.burials-by-region.definition');
    expect(JSON.stringify(sheets[1])).toContain('statisticColumn.soldiers');
  });
});
