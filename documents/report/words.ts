/** The words of a report: its own, and those of the statistics, in one language. */
import { isYear } from '@/domain/statistics/report-period';
import { type StatisticWords, statisticWords } from '@/domain/statistics/words';
import { type DocumentLanguage, type Words, wordsOf } from '../words';

export type ReportWords = {
  language: DocumentLanguage;
  /** Texts under `documents.report`. */
  t: Words;
  statistics: StatisticWords;
  /** A museum day in full. */
  day: (day: string) => string;
  /** A month or a year as the title of a report has it: for January 2020. */
  period: (period: string) => string;
  /** The same by itself. */
  named: (period: string) => string;
};

export function reportWords(language: DocumentLanguage): ReportWords {
  const t = wordsOf(language, 'documents.report');
  const families = new Map<string, Words>();
  const say = (key: string, values?: Record<string, string | number>): string => {
    const [family = ''] = key.split('.', 1);
    const words = families.get(family) ?? wordsOf(language, family);
    families.set(family, words);
    return words(key.slice(family.length + 1), values);
  };
  const partsOf = (day: string) => {
    const date = new Date(`${day}T12:00:00Z`);
    const monthOf = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' })
        .formatToParts(date)
        .find(({ type }) => type === 'month')?.value ?? '';
    // CLDR writes Kazakh months with a capital where they stand alone; inside a sentence they have none.
    const month = monthOf({ month: 'long' });
    return {
      year: day.slice(0, 4),
      month: language === 'kk' ? month.toLocaleLowerCase('kk') : month,
      ofMonth: language === 'kk' ? month.toLocaleLowerCase('kk') : monthOf({ month: 'long', day: 'numeric' }),
      day: `${Number(day.slice(8))}`,
    };
  };
  return {
    language,
    t,
    statistics: statisticWords(language, say),
    day: (day) => t('day', partsOf(day)),
    period: (period) => (isYear(period) ? t('forYear', { year: period }) : t('forMonth', partsOf(`${period}-01`))),
    named: (period) => (isYear(period) ? t('year', { year: period }) : t('month', partsOf(`${period}-01`))),
  };
}
