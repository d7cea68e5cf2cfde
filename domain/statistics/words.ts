/**
 * What a statistic says in a language: titles, definitions, headings and values. Pure, so that screens, files, the report and the command
 * line speak alike; the sentences themselves stand in the messages.
 */
import { type CountryLocale, countryName } from '../countries';
import { addDays } from '../working-days';
import type { Applied, Column, StatisticKey, StatisticResult } from './catalogue';

/** A text of the messages by its whole key, such as `statistic.overdue.title`. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export type StatisticWords = {
  title: (key: StatisticKey) => string;
  /** What is counted, from when to when, what of withdrawn and joined. */
  definition: (key: StatisticKey) => string;
  /** The heading of a column, or what a figure beside the rows counts. */
  heading: (column: Pick<Column, 'key'>) => string;
  /** A value of a column as it reads in a table; a share as a percentage, nothing as a dash. */
  cell: (
    column: Column,
    value: string | number | null | undefined,
    result: Pick<StatisticResult, 'names' | 'params'>,
  ) => string;
  /** The same where an axis has little room. */
  short: (
    column: Column,
    value: string | number | null | undefined,
    result: Pick<StatisticResult, 'names' | 'params'>,
  ) => string;
  number: (value: number) => string;
  share: (value: number) => string;
  day: (day: string) => string;
  /** The parameters in words, a sentence each: of which day, from when to when, by which countries, which burials. */
  applied: (params: Applied) => string[];
};

/**
 * @param locale of names of countries, numbers and days
 * @param say reads the messages of that language
 */
export function statisticWords(locale: CountryLocale, say: Say): StatisticWords {
  const formatted = formatsOf(locale);
  const named = (column: Column, value: string | number | null | undefined, brief: boolean, result: Named): string => {
    if (value === null || value === undefined) return '—';
    if (column.kind === 'share') return typeof value === 'number' ? formatted.share(value) : String(value);
    if (typeof value === 'number') return formatted.number(value);
    const own = result.names[column.key]?.[value]?.[locale];
    if (own) return own;
    if (value === '' || (column.labels === 'country' && value === 'ZZ')) return say(emptyKey(column));
    if (column.labels === 'country') return countryName(value, locale);
    if (column.labels === 'day' || column.labels === 'week' || column.labels === 'month')
      return period(value, stepOf(column, result.params), brief);
    const family = messagesOf[column.labels ?? 'none'];
    return family ? say(`${family}.${value}`) : value;
  };
  const period = (value: string, step: 'day' | 'week' | 'month', brief: boolean): string => {
    if (step === 'month') return formatted.month(`${value.slice(0, 7)}-01`, brief);
    if (step === 'week' && !brief) return formatted.range(value, addDays(value, 6));
    return brief ? formatted.dayBrief(value) : formatted.day(value);
  };
  return {
    title: (key) => say(`statistic.${key}.title`),
    definition: (key) => say(`statistic.${key}.definition`),
    heading: (column) => say(`statisticColumn.${column.key}`),
    cell: (column, value, result) => named(column, value, false, result),
    short: (column, value, result) => named(column, value, true, result),
    number: formatted.number,
    share: formatted.share,
    day: formatted.day,
    applied: ({ at, from, to, basis, kind, by }) => [
      ...(at ? [say('statistics.applied.at', { day: formatted.day(at) })] : []),
      ...(from && to ? [say('statistics.applied.period', { from: formatted.day(from), to: formatted.day(to) })] : []),
      ...(from && !to ? [say('statistics.applied.from', { day: formatted.day(from) })] : []),
      ...(to && !from ? [say('statistics.applied.to', { day: formatted.day(to) })] : []),
      ...(basis ? [say(`statistics.applied.basis.${basis}`)] : []),
      ...(kind ? [say(`statistics.applied.kind.${kind}`)] : []),
      ...(by ? [say(`statistics.applied.by.${by}`)] : []),
    ],
  };
}

type Named = Pick<StatisticResult, 'names' | 'params'>;

/** Where the names of coded values stand in the messages. */
const messagesOf: Partial<Record<NonNullable<Column['labels']>, string>> = {
  certainty: 'precision',
  channel: 'channel',
  status: 'status',
  outcome: 'outcome',
  'due-kind': 'dueKind',
};

const emptyKey = (column: Column): string =>
  column.labels === 'staff'
    ? 'statistics.empty.staff'
    : column.labels === 'partner'
      ? 'statistics.empty.partner'
      : 'statistics.empty.fact';

const stepOf = (column: Column, params: Applied): 'day' | 'week' | 'month' =>
  column.labels === 'day' ? (params.by ?? 'day') : column.labels === 'week' ? 'week' : 'month';

const made = new Map<CountryLocale, ReturnType<typeof makeFormats>>();

/** Making formats is slow; a table asks for thousands of them. */
function formatsOf(locale: CountryLocale) {
  const known = made.get(locale) ?? makeFormats(locale);
  made.set(locale, known);
  return known;
}

function makeFormats(locale: CountryLocale) {
  // Days have no zone; noon in one keeps them the days they are.
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone: 'UTC' });
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  const long = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const month = dates({ month: 'long', year: 'numeric' });
  const plain = new Intl.NumberFormat(locale);
  const shares = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    number: (value: number) => plain.format(value),
    share: (value: number) => shares.format(value),
    day: (day: string) => long.format(noon(day)),
    // Digits: names of months would stand one upon another.
    dayBrief: (day: string) => `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(2, 4)}`,
    month: (day: string, isBrief: boolean) =>
      isBrief ? `${day.slice(5, 7)}.${day.slice(0, 4)}` : month.format(noon(day)),
    range: (from: string, to: string) => long.formatRange(noon(from), noon(to)),
  };
}
