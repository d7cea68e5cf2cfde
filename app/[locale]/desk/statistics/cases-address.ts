import { type Column, entryOf, type StatisticResult, type StatisticRow } from '@/domain/statistics/catalogue';

/** Where the cases behind a figure are listed; undefined for statistics whose figures are not of cases. */
export function casesAddress(
  locale: string,
  result: StatisticResult,
  row: StatisticRow,
  column?: Column,
): string | undefined {
  const entry = entryOf(result.key);
  if (!entry.cases) return undefined;
  const query = new URLSearchParams(result.params as Record<string, string>);
  // A dimension without a fact is asked for by its empty value.
  for (const { key, kind } of entry.columns) if (kind === 'dimension') query.set(key, String(row[key] ?? ''));
  const counted = column ?? entry.columns.find(({ kind }) => kind === 'count');
  if (counted) query.set('column', counted.key);
  return `/${locale}/desk/statistics/${result.key}/cases?${query}`;
}
