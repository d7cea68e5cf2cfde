import { getTranslations } from 'next-intl/server';
import type { StatisticResult } from '@/domain/statistics/catalogue';

/** The words inside a drawing; `desc` is for readers who do not see it. */
export async function chartTexts(result: StatisticResult, desc: string) {
  const t = await getTranslations('statistics');
  return {
    desc,
    days: t(result.key === 'first-answer-time' ? 'axisWorkingDays' : 'axisDays'),
    median: t('axisMedian', { n: result.totals.median ?? 0 }),
    p90: t('axisP90', { n: result.totals.p90 ?? 0 }),
  };
}
