import { BarList } from '@/components/ui/bar-list';
import { LineChart } from '@/components/ui/chart/line-chart';
import { StackedBars } from '@/components/ui/chart/stacked-bars';
import { StepChart } from '@/components/ui/chart/step-chart';
import { type Column, entryOf, type StatisticResult, type StatisticRow } from '@/domain/statistics/catalogue';
import type { StatisticWords } from '@/domain/statistics/words';

type ChartProps = {
  result: StatisticResult;
  words: StatisticWords;
  /** words of the page around: what the drawing shows, days after receipt, median and the nine tenths */
  texts: { desc: string; days: string; median: string; p90: string };
  /** rows drawn of bars; the table has them all */
  most?: number;
  /** where the cases of a row are listed */
  hrefOf?: (row: StatisticRow) => string | undefined;
};

/** The drawing of a statistic as its entry has it; nothing where it has none, or no rows. */
export function StatisticChart(props: ChartProps) {
  const { result } = props;
  const entry = entryOf(result.key);
  if (result.rows.length === 0) return null;
  if (entry.chart === 'bars') return <Bars {...props} />;
  if (entry.chart === 'stacked') return <Stacked {...props} />;
  if (entry.chart === 'line') return <Line {...props} />;
  if (entry.chart === 'steps') return <Steps {...props} />;
  return null;
}

/** The name of a row: its dimensions from the narrow to the wide, `Rostov Region, Russia`. */
export function rowName(result: StatisticResult, words: StatisticWords, row: StatisticRow): string {
  return dimensionsOf(result)
    .map((column) => words.cell(column, row[column.key], result))
    .reverse()
    .join(', ');
}

/** What tells a row from the others of its statistic. */
export const rowKey = (result: StatisticResult, row: StatisticRow): string =>
  entryOf(result.key)
    .columns.filter(({ kind }, at) => kind === 'dimension' || at === 0)
    .map(({ key }) => String(row[key] ?? ''))
    .join(' ');

const dimensionsOf = ({ key }: StatisticResult): readonly Column[] =>
  entryOf(key).columns.filter(({ kind }) => kind === 'dimension');
const countsOf = ({ key }: StatisticResult): readonly Column[] =>
  entryOf(key).columns.filter(({ kind }) => kind === 'count');
const numberIn = (row: StatisticRow, column: Column): number => Number(row[column.key] ?? 0);

/** One count as bars; of months the share, for which they are there. */
function Bars({ result, words, most = 12, hrefOf }: ChartProps) {
  const [count] = countsOf(result);
  if (!count) return null;
  const rows = result.rows.slice(0, most);
  return (
    <BarList
      caption={words.heading(count)}
      labelHeading={dimensionsOf(result).map(words.heading).join(', ')}
      valueHeading={words.heading(count)}
      items={rows.map((row) => {
        const href = hrefOf?.(row);
        return {
          key: rowKey(result, row),
          label: rowName(result, words, row),
          value: numberIn(row, count),
          ...(href ? { href } : {}),
        };
      })}
    />
  );
}

/** The parts before the last count, which is their sum. */
function Stacked({ result, words, texts, most = 12 }: ChartProps) {
  const parts = countsOf(result).slice(0, -1);
  return (
    <StackedBars
      words={{ title: words.title(result.key), desc: texts.desc }}
      series={parts.map((column) => ({ key: column.key, label: words.heading(column) }))}
      rows={result.rows.slice(0, most).map((row) => ({
        key: rowKey(result, row),
        label: rowName(result, words, row),
        values: parts.map((column) => numberIn(row, column)),
      }))}
      text={words.number}
    />
  );
}

function Line({ result, words, texts }: ChartProps) {
  const [time] = dimensionsOf(result);
  const counts = countsOf(result);
  if (!time) return null;
  return (
    <LineChart
      words={{ title: words.title(result.key), desc: texts.desc }}
      series={counts.map((column) => ({ key: column.key, label: words.heading(column) }))}
      points={result.rows.map((row) => ({
        key: rowKey(result, row),
        label: words.short(time, row[time.key], result),
        values: counts.map((column) => numberIn(row, column)),
      }))}
      text={words.number}
    />
  );
}

/** The share still without it, day by day after receipt; the median and the nine tenths where the curve has reached them. */
function Steps({ result, words, texts }: ChartProps) {
  const remaining = entryOf(result.key).columns.find(({ kind }) => kind === 'share');
  if (!remaining) return null;
  const steps = [
    { at: 0, values: [1] },
    ...result.rows.map((row) => ({ at: Number(row.days ?? 0), values: [row[remaining.key] as number | null] })),
  ];
  const pointed = [
    { at: result.totals.median, share: 0.5, text: texts.median },
    { at: result.totals.p90, share: 0.1, text: texts.p90 },
  ];
  return (
    <StepChart
      words={{ title: words.title(result.key), desc: texts.desc }}
      series={[{ key: remaining.key, label: words.heading(remaining) }]}
      steps={steps}
      text={words.share}
      dayText={words.number}
      below={texts.days}
      pointed={pointed.flatMap(({ at, ...mark }) => (typeof at === 'number' ? [{ at, ...mark }] : []))}
    />
  );
}
