/** What each statistic counts, in words, at the end of a report. */
import { Text, View } from '@react-pdf/renderer';
import type { ReportFacts } from '@/domain/statistics/report-facts';
import { look } from './look';
import { reportParts } from './parts';
import type { ReportWords } from './words';

export function Definitions({ facts, words }: { facts: ReportFacts; words: ReportWords }) {
  const names: readonly string[] = reportParts.flatMap((part) => part.names);
  const keys = [...new Set(facts.statistics.filter(({ name }) => names.includes(name)).map(({ key }) => key))];
  return (
    <View>
      <Text style={look.part}>{`${reportParts.length + 1}. ${words.t('part.definitions')}`}</Text>
      <Text style={{ marginBottom: 8 }}>{words.t('daysExplained')}</Text>
      {keys.map((key) => (
        <View key={key} style={{ marginBottom: 8 }} wrap={false}>
          <Text style={look.title}>{words.statistics.title(key)}</Text>
          <Text style={{ marginTop: 3 }}>{words.statistics.definition(key)}</Text>
        </View>
      ))}
    </View>
  );
}
