import type { ReportFacts, ReportStatistic } from '@/domain/statistics/report-facts';
import type { ReportWords } from './words';

/** The parts of a report after its first page, and the statistics of each in the order they stand there. */
export const reportParts = [
  {
    key: 'where',
    names: [
      'burials-by-country',
      'burials-reported',
      'soldiers-by-country',
      'burials-by-region',
      'burials-by-certainty',
      'burials-in-period',
      'places-in-period',
    ],
  },
  {
    key: 'flow',
    names: [
      'applications-received',
      'applications-by-channel',
      'applications-by-kz-region',
      'cases-by-status',
      'first-answer-time',
      'result-time',
      'established-by-cohort',
    ],
  },
  { key: 'work', names: ['overdue', 'waiting-on', 'searches-by-source', 'requests-by-partner'] },
] as const;

/** Two statistics of one key tell themselves apart by a title of their own. */
export const titleOf = ({ name, key }: ReportStatistic, { t, statistics }: ReportWords): string =>
  t.has(`name.${name}`) ? t(`name.${name}`) : statistics.title(key);

/** The statistic of this name. @throws Error when the report has none */
export function statisticOf({ statistics }: ReportFacts, name: string): ReportStatistic {
  const found = statistics.find((one) => one.name === name);
  if (!found) throw new Error(`The report has no ${name}`);
  return found;
}
