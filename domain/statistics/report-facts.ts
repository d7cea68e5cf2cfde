/** What a report states: computed once, the same for every language and form. */
import { systemActor } from '../permissions';
import type { StatisticResult } from './catalogue';
import { type ReportPlace, reportPlaces } from './report-places';
import { plannedStatistics, type ReportSpan } from './report-plan';
import { statistic } from './statistic';

/** A statistic as it stands in a report, under its name there. */
export type ReportStatistic = StatisticResult & { name: string };

export type ReportFacts = ReportSpan & { statistics: ReportStatistic[]; places: ReportPlace[] };

/** Asks every statistic of the report in turn; between them, whoever else waits for the process has a turn. */
export async function reportFacts(span: ReportSpan): Promise<ReportFacts> {
  const statistics: ReportStatistic[] = [];
  for (const { name, key, params } of plannedStatistics(span)) {
    statistics.push({ ...(await statistic(systemActor, { key, ...params })), name });
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { ...span, statistics, places: await reportPlaces(span.at) };
}
