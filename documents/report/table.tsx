/** A table of a statistic: its rows with a bar beside the figure that is drawn, and what they add up to. */
import { Text, View } from '@react-pdf/renderer';
import { type Column, entryOf, type StatisticRow } from '@/domain/statistics/catalogue';
import type { ReportStatistic } from '@/domain/statistics/report-facts';
import { fill, inner, look } from './look';
import type { ReportWords } from './words';

/** More rows than these stand in the XLSX alone: a report on paper is read, not searched. */
const mostRows = 40;

type TableProps = { statistic: ReportStatistic; words: ReportWords; width?: number; most?: number };

export function StatisticTable({ statistic, words, width = inner, most = mostRows }: TableProps) {
  const entry = entryOf(statistic.key);
  const plan = planned(entry.columns, entry.chart === 'bars' || entry.chart === 'line', width);
  const shown = statistic.rows.length > most ? statistic.rows.slice(0, most) : statistic.rows;
  const drawn = plan.find(({ drawsBar }) => drawsBar)?.column.key ?? '';
  const longest = Math.max(1, ...statistic.rows.map((row) => Number(row[drawn] ?? 0)));
  if (statistic.rows.length === 0) return <Text style={look.note}>{words.t('none')}</Text>;
  return (
    <View style={{ width }}>
      <View style={look.headRow}>
        {plan.map(({ column, wide, isNumber, bar }) => (
          <View key={column.key} style={{ flexDirection: 'row', width: wide + bar }}>
            <Text style={[look.cell, look.headCell, { width: wide }, isNumber ? look.number : {}]}>
              {words.statistics.heading(column)}
            </Text>
          </View>
        ))}
      </View>
      {shown.map((row) => (
        <View key={keyOf(row, entry.columns)} style={look.row} wrap={false}>
          {plan.map(({ column, wide, isNumber, bar }) => (
            <View key={column.key} style={{ flexDirection: 'row', alignItems: 'center', width: wide + bar }}>
              <Text style={[look.cell, { width: wide }, isNumber ? look.number : {}]}>
                {words.statistics.cell(column, row[column.key], statistic)}
              </Text>
              {bar > 0 && (
                <View
                  style={{
                    marginLeft: 5,
                    height: 7,
                    width: Math.max(0.8, ((bar - 12) * Number(row[column.key] ?? 0)) / longest),
                    backgroundColor: fill,
                  }}
                />
              )}
            </View>
          ))}
        </View>
      ))}
      <Totals statistic={statistic} words={words} plan={plan} />
      {shown.length < statistic.rows.length && (
        <Text style={look.note}>{words.t('more', { count: statistic.rows.length - shown.length })}</Text>
      )}
    </View>
  );
}

function Totals({ statistic, words, plan }: { statistic: ReportStatistic; words: ReportWords; plan: Place[] }) {
  const isAdded = plan.some(({ column, isNumber }) => isNumber && typeof statistic.totals[column.key] === 'number');
  if (!isAdded || statistic.rows.length < 2) return null;
  return (
    <View style={look.totalRow} wrap={false}>
      {plan.map(({ column, wide, isNumber, bar }, at) => {
        const total = statistic.totals[column.key];
        const text =
          at === 0 ? words.t('total') : isNumber && typeof total === 'number' ? cellOf(words, column, total) : '';
        return (
          <Text key={column.key} style={[look.cell, { width: wide, marginRight: bar }, isNumber ? look.number : {}]}>
            {text}
          </Text>
        );
      })}
    </View>
  );
}

const cellOf = (words: ReportWords, column: Column, value: number) =>
  column.kind === 'share' ? words.statistics.share(value) : words.statistics.number(value);

type Place = { column: Column; wide: number; isNumber: boolean; bar: number; drawsBar: boolean };

/** Widths of the columns: figures take what a heading needs, names share the rest with the bar. */
function planned(columns: readonly Column[], hasBar: boolean, width: number): Place[] {
  const figures = columns.filter(({ kind }) => kind !== 'dimension');
  const each = figures.length > 4 ? 54 : figures.length > 2 ? 62 : 72;
  const names = columns.length - figures.length;
  const rest = width - each * figures.length;
  const bar = hasBar && rest > 190 ? Math.min(130, rest * 0.4) : 0;
  const [first] = figures;
  return columns.map((column) => {
    const isNumber = column.kind !== 'dimension';
    const drawsBar = bar > 0 && column === first;
    return { column, isNumber, drawsBar, wide: isNumber ? each : (rest - bar) / names, bar: drawsBar ? bar : 0 };
  });
}

const keyOf = (row: StatisticRow, columns: readonly Column[]): string =>
  columns
    .filter(({ kind }) => kind === 'dimension' || kind === 'days')
    .map(({ key }) => row[key])
    .join(' ');
