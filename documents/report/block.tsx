/** One statistic of a report: its title with a number, what it was asked, its picture or its table. */
import { Text, View } from '@react-pdf/renderer';
import { entryOf } from '@/domain/statistics/catalogue';
import type { ReportStatistic } from '@/domain/statistics/report-facts';
import { Columns } from './columns';
import { Curve } from './curve';
import { look } from './look';
import { titleOf } from './parts';
import { StatisticTable } from './table';
import type { ReportWords } from './words';

type BlockProps = { statistic: ReportStatistic; words: ReportWords; number: string; width?: number };

/** A table of up to so many rows is not torn between two pages. */
const wholeRows = 16;

export function Block({ statistic, words, number, width }: BlockProps) {
  const { chart } = entryOf(statistic.key);
  const isDrawn = chart === 'steps' || chart === 'line';
  const isWhole = isDrawn || statistic.rows.length <= wholeRows;
  return (
    <View style={[look.block, width ? { width } : {}]} wrap={!isWhole}>
      <View {...(isWhole ? {} : { minPresenceAhead: 90 })} wrap={false}>
        <Text style={look.title}>{`${number} ${titleOf(statistic, words)}`}</Text>
        <Text style={look.applied}>{words.statistics.applied(statistic.params).join(' ')}</Text>
      </View>
      {chart === 'steps' && <Curve statistic={statistic} words={words} />}
      {chart === 'line' && <Columns statistic={statistic} words={words} />}
      {!isDrawn && <StatisticTable statistic={statistic} words={words} {...(width ? { width } : {})} />}
    </View>
  );
}
