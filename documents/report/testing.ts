/** A report of January 2020 for tests: the museum's own figures, and rows of every shape a statistic has. */
import { type Column, entryOf, type StatisticRow } from '@/domain/statistics/catalogue';
import type { ReportFacts, ReportStatistic } from '@/domain/statistics/report-facts';
import { plannedStatistics, reportSpan } from '@/domain/statistics/report-plan';

const byCountry = { RU: 38, HU: 4, LV: 2, DE: 2, PL: 1, BY: 1 } as const;
const established = Object.values(byCountry).reduce((sum, count) => sum + count, 0);

/** Values of each kind of dimension, as a register has them. */
const values: Readonly<Record<string, readonly string[]>> = {
  country: Object.keys(byCountry),
  certainty: ['region', 'settlement', 'site', 'grave'],
  channel: ['web', 'post', 'telephone'],
  status: ['searching', 'awaiting-reply', 'on-watch', 'closed'],
  'due-kind': ['first-answer', 'next-word'],
  day: Array.from({ length: 31 }, (_, n) => `2020-01-${String(n + 1).padStart(2, '0')}`),
  month: Array.from({ length: 12 }, (_, n) => `2019-${String(n + 1).padStart(2, '0')}`),
};

/** @param rows how many rows a statistic of named things (places, regions, bodies) has */
export function januaryFacts(rows = 5): ReportFacts {
  const span = reportSpan('2020-01', '2020-02-01');
  const statistics = plannedStatistics(span).map(({ name, key, params }): ReportStatistic => {
    const entry = entryOf(key);
    const [dimension] = entry.columns.filter(({ kind }) => kind === 'dimension');
    const known = values[dimension?.labels ?? 'none'];
    const ids = known ?? Array.from({ length: rows }, (_, n) => `n${n}`);
    const survives = entry.chart === 'steps';
    const made = (survives ? ['3', '8', '15', '40'] : ids).map((id, n) => rowOf(entry.columns, id, n, survives));
    const names = Object.fromEntries(
      entry.columns
        .filter(({ kind, labels }) => kind === 'dimension' && !values[labels ?? 'none'])
        .map(({ key: column }) => [column, Object.fromEntries(ids.map((id) => [id, namesOf(id)]))]),
    );
    return {
      name,
      key,
      params,
      rows: made,
      totals: totalsOf(entry.columns, made),
      names,
      ...(survives && { open: 17 }),
    };
  });
  const where = statistics.find(({ name }) => name === 'burials-by-country');
  if (where) where.totals = { received: 556, applications: established, soldiers: established };
  return { ...span, statistics, places };
}

/** Some of the museum's places, roughly. */
const places = [
  { id: '1', latitude: 47.9, longitude: 38.8, approximate: true, soldiers: 20 },
  { id: '2', latitude: 52.9, longitude: 36.0, approximate: true, soldiers: 10 },
  { id: '3', latitude: 54.3, longitude: 48.4, approximate: true, soldiers: 5 },
  { id: '4', latitude: 61.8, longitude: 34.3, approximate: true, soldiers: 3 },
  { id: '5', latitude: 47.449, longitude: 21.631, approximate: false, soldiers: 4 },
  { id: '6', latitude: 56.7, longitude: 27.7, approximate: true, soldiers: 2 },
  { id: '7', latitude: 52.702, longitude: 14.402, approximate: false, soldiers: 2 },
  { id: '8', latitude: 52.3, longitude: 21.0, approximate: true, soldiers: 1 },
  { id: '9', latitude: 52.2, longitude: 27.0, approximate: true, soldiers: 1 },
];

const namesOf = (id: string) => ({ kk: `Өңір ${id}`, ru: `Регион ${id}`, en: `Region ${id}` });

function rowOf(columns: readonly Column[], id: string, n: number, survives: boolean): StatisticRow {
  const row: StatisticRow = {};
  for (const { key, kind, labels } of columns) {
    const ofCountry = byCountry[id as keyof typeof byCountry] ?? (n * 7 + 1) % 13;
    if (kind === 'dimension') row[key] = labels === 'country' && !(id in byCountry) ? 'RU' : id;
    else if (kind === 'share') row[key] = survives ? 1 / (n + 2) : ofCountry / established;
    else if (kind === 'days') row[key] = survives && key === 'days' ? Number(id) : 14 + n;
    else row[key] = ofCountry;
  }
  return row;
}

function totalsOf(columns: readonly Column[], rows: readonly StatisticRow[]): Record<string, number | null> {
  const totals: Record<string, number | null> = { median: 8, p90: null, applications: 0, finished: 40, withdrawn: 2 };
  for (const { key, kind } of columns)
    if (kind === 'count') totals[key] = rows.reduce((sum, row) => sum + Number(row[key]), 0);
  return totals;
}
