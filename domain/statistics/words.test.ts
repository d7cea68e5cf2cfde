import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import ru from '@/messages/ru.json';
import { bases, burialKinds, catalogue, params, type StatisticResult, steps } from './catalogue';
import { type Say, statisticWords } from './words';

const messages = { kk, ru, en };
const languages = ['kk', 'ru', 'en'] as const;

/** Reads the messages; a missing one fails the test. */
function wordsOf(locale: (typeof languages)[number]) {
  const translate = createTranslator({
    locale,
    messages: messages[locale] as never,
    onError: (error) => {
      throw error;
    },
  }) as unknown as Say;
  return { say: translate, words: statisticWords(locale, translate) };
}

const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe.each(languages)('the words of statistics in %s', (locale) => {
  const { say, words } = wordsOf(locale);

  it('have a title, a definition and headings for every entry', () => {
    for (const entry of catalogue) {
      expect(words.title(entry.key).length).toBeGreaterThan(5);
      expect(words.definition(entry.key).length).toBeGreaterThan(60);
      for (const column of [...entry.columns, ...entry.figures]) expect(words.heading(column)).not.toBe('');
    }
  });

  it('have every parameter and every choice', () => {
    for (const param of params) expect(say(`statistics.param.${param}`)).not.toBe('');
    for (const basis of bases) expect(words.applied({ basis })).toHaveLength(1);
    for (const kind of burialKinds) expect(words.applied({ kind })).toHaveLength(1);
    for (const by of steps) expect(words.applied({ by })).toHaveLength(1);
    expect(words.applied({ at: '2020-01-31', from: '2020-01-01' })).toHaveLength(2);
    expect(words.applied({ from: '2019-01-01', to: '2020-01-31', by: 'month' })).toHaveLength(2);
    expect(words.applied({ to: '2020-01-31' })).toHaveLength(1);
  });

  it('name what no message names by the names of the register, and what nobody entered as such', () => {
    const result: Pick<StatisticResult, 'names' | 'params'> = {
      params: {},
      names: { source: { 'obd-memorial': { kk: 'қ', ru: 'р', en: 'e' } } },
    };
    const column = (key: string, labels: 'source' | 'region' | 'country' | 'staff') =>
      ({ key, kind: 'dimension', labels }) as const;
    expect(words.cell(column('source', 'source'), 'obd-memorial', result)).toBe({ kk: 'қ', ru: 'р', en: 'e' }[locale]);
    expect(words.cell(column('region', 'region'), '', result)).toBe(say('statistics.empty.fact'));
    expect(words.cell(column('country', 'country'), 'ZZ', result)).toBe(say('statistics.empty.fact'));
    expect(words.cell(column('staff', 'staff'), '', result)).toBe(say('statistics.empty.staff'));
  });
});

it('says values as each language writes them', () => {
  const said = (
    locale: (typeof languages)[number],
    column: Parameters<ReturnType<typeof statisticWords>['cell']>[0],
    value: string | number | null,
    by?: 'day' | 'week' | 'month',
  ) => plain(wordsOf(locale).words.cell(column, value, { names: {}, params: by ? { by } : {} }));
  const period = { key: 'period', kind: 'dimension', labels: 'day' } as const;
  const share = { key: 'share', kind: 'share' } as const;
  const country = { key: 'country', kind: 'dimension', labels: 'country' } as const;
  expect(said('kk', country, 'RU')).toBe('Ресей');
  expect(said('ru', country, 'SU')).toBe('СССР');
  expect(said('ru', share, 48 / 556)).toBe('8,6 %');
  expect(said('kk', share, null)).toBe('—');
  expect(said('en', { key: 'applications', kind: 'count' }, 100_000)).toBe('100,000');
  expect(said('ru', period, '2020-01-01', 'day')).toBe('1 января 2020 г.');
  expect(said('ru', period, '2020-01-27', 'week')).toBe('27 января – 2 февраля 2020 г.');
  expect(said('kk', period, '2020-01-01', 'month')).toBe('2020 ж. қаңтар');
  expect(said('ru', { key: 'month', kind: 'dimension', labels: 'month' }, '2020-01')).toBe('январь 2020 г.');
  expect(said('en', { key: 'status', kind: 'dimension', labels: 'status' }, 'on-watch')).toBe('On watch');
});
