import type { Direction } from '@/components/ui/address';
import type { Column, StatisticResult, StatisticRow } from '@/domain/statistics/catalogue';
import type { StatisticWords } from '@/domain/statistics/words';
import type { Locale } from '@/messages/routing';

/**
 * The rows sorted by a column: numbers by size, names by the alphabet of the language, periods and places of an order of their own
 * (statuses, how exactly) as they came; what is not known stands last. Without a column as the entry has them.
 */
export function sortedRows(
  result: StatisticResult,
  words: StatisticWords,
  { column, direction, locale }: { column: Column | undefined; direction: Direction; locale: Locale },
): readonly StatisticRow[] {
  if (!column) return result.rows;
  const sign = direction === 'desc' ? -1 : 1;
  const alphabet = new Intl.Collator(locale);
  const isOrdered = column.kind !== 'dimension' || ['day', 'week', 'month'].includes(column.labels ?? '');
  const keyed = result.rows.map((row, place) => ({ row, place, value: row[column.key] ?? null }));
  return keyed
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      const order = isOrdered
        ? a.value < b.value
          ? -1
          : Number(a.value > b.value)
        : alphabet.compare(words.cell(column, a.value, result), words.cell(column, b.value, result));
      return sign * order || a.place - b.place;
    })
    .map(({ row }) => row);
}
