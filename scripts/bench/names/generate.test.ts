import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Chance } from './chance';
import { type RecordLevel, writeRecord } from './clerk';
import { type AskedQuery, generate, type Truth } from './generate';
import { drawMan, type Man } from './man';
import { nameLists } from './name-lists';
import { type QueryLevel, queryLevels, writeQuery } from './relative';

const root = mkdtempSync(path.join(tmpdir(), 'izdeu-generate-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const files = ['records.csv', 'queries.jsonl', 'truth.jsonl'] as const;
type Made = Record<(typeof files)[number], string>;

function made(name: string, seed: number, records = 3000): Made {
  const folder = path.join(root, name);
  generate(folder, { records, queries: 200, seed });
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')])) as Made;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const linesOf = (text: string) => text.trimEnd().split('\n');
const parsed = <T>(text: string) => linesOf(text).map((line) => JSON.parse(line) as T);

const first = made('first', 1);
const lists = nameLists();

describe('a generation', () => {
  it('is the same to the byte for the same seed', () => {
    const again = made('again', 1);
    for (const file of files) expect(digest(again[file]), file).toBe(digest(first[file]));
  });

  it('is another for another seed', () => {
    const other = made('other', 2);
    const shared = new Set(linesOf(first['records.csv']).slice(1).map(withoutId));
    expect(
      linesOf(other['records.csv'])
        .slice(1)
        .map(withoutId)
        .filter((line) => shared.has(line)).length,
    ).toBe(0);
    expect(digest(other['queries.jsonl'])).not.toBe(digest(first['queries.jsonl']));
  });

  it('begins with the same records however many follow', () => {
    const fewer = made('fewer', 1, 500);
    expect(first['records.csv'].startsWith(fewer['records.csv'])).toBe(true);
  });

  it('holds every man that is asked for, and tells the answers only in their own file', () => {
    const ids = new Set(linesOf(first['records.csv']).map((line) => line.split(',')[0]));
    const truths = parsed<Truth>(first['truth.jsonl']);
    const queries = parsed<AskedQuery>(first['queries.jsonl']);
    expect(truths.filter(({ truth }) => !ids.has(truth))).toEqual([]);
    expect(queries.map(({ id }) => id)).toEqual(truths.map(({ id }) => id));
    expect(new Set(truths.map(({ id }) => id)).size).toBe(truths.length);
    for (const query of queries)
      expect(Object.keys(query).sort()).toEqual(['birthPlace', 'birthYear', 'given', 'id', 'patronymic', 'surname']);
    for (const level of queryLevels)
      expect(truths.filter((one) => one.level === level).length, level).toBe(level.startsWith('heavy') ? 200 : 100);
  });

  it('fills the thirteen columns of the native layout', () => {
    const quoted = /^(?:(?:"[^"]*"|[^",]*),){12}(?:"[^"]*"|[^",]*)$/;
    expect(linesOf(first['records.csv']).filter((line) => !quoted.test(line))).toEqual([]);
    expect(first['records.csv']).not.toContain('undefined');
    expect(first['queries.jsonl']).not.toContain('undefined');
  });
});

describe('the men', () => {
  const men = Array.from({ length: 20_000 }, (_, i) => drawMan(new Chance().begin(7, i), lists));

  it('are of the peoples in their shares and of the years of the war', () => {
    const share = (people: Man['people']) => men.filter((man) => man.people === people).length / men.length;
    expect(share('kazakh')).toBeCloseTo(0.55, 1);
    expect(share('slav')).toBeCloseTo(0.35, 1);
    expect(men.every(({ birthYear }) => birthYear >= 1890 && birthYear <= 1927)).toBe(true);
    expect(men.filter(({ birthYear }) => birthYear >= 1905 && birthYear <= 1923).length).toBeGreaterThan(12_000);
  });

  it('have some names often and most names seldom', () => {
    const counts = new Map<string, number>();
    for (const { surname } of men) counts.set(surname.ru, (counts.get(surname.ru) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(100);
    expect(sorted.filter((count) => count < 3).length).toBeGreaterThan(1000);
    expect(counts.get('Иванов')).toBeGreaterThanOrEqual(sorted[2] ?? 0);
  });
});

describe('noise', () => {
  const sample = 2000;
  const man = (i: number, chance: Chance) => drawMan(chance.begin(11, i), lists);

  /** Mean share of the true names that is written otherwise. */
  function recordNoise(level: RecordLevel): number {
    const distances = Array.from({ length: sample }, (_, i) => {
      const chance = new Chance();
      const true_ = man(i, chance);
      const { surname, given, patronymic } = writeRecord(true_, level, chance);
      return differing([true_.surname.ru, true_.given.ru, true_.patronymic?.ru ?? ''], [surname, given, patronymic]);
    });
    return mean(distances);
  }

  function queryNoise(level: QueryLevel): number {
    const chance = new Chance();
    const asking = new Chance();
    const distances = Array.from({ length: sample }, (_, i) => {
      const true_ = man(i, chance);
      const query = writeQuery(true_, level, asking.begin(13, i));
      if (query.script !== 'ru') return [];
      return [
        differing(
          [true_.surname.ru, true_.given.ru, true_.patronymic?.ru ?? ''],
          [query.surname, query.given, query.patronymic],
        ),
      ];
    }).flat();
    return mean(distances);
  }

  it('grows from light to heavy records', () => {
    const [light, moderate, heavy] = [recordNoise('light'), recordNoise('moderate'), recordNoise('heavy')];
    expect(moderate).toBeGreaterThan(light * 1.4);
    expect(heavy).toBeGreaterThan(moderate * 1.2);
  });

  it('is nothing in clean questions and grows to heavy ones', () => {
    expect(queryNoise('clean')).toBe(0);
    expect(queryNoise('heavy')).toBeGreaterThan(queryNoise('moderate') * 1.4);
  });

  it('leaves at least two names, or one and an initial, in every question', () => {
    const bare = parsed<AskedQuery>(first['queries.jsonl']).filter(
      ({ surname, given, patronymic }) => [surname, given, patronymic].filter((part) => part !== '').length < 2,
    );
    expect(bare).toEqual([]);
  });
});

const withoutId = (line: string) => line.slice(line.indexOf(','));
const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;

/** Parts that are not as they should be, of three. */
const differing = (want: readonly string[], have: readonly string[]) =>
  want.filter((part, i) => part !== have[i]).length / want.length;
