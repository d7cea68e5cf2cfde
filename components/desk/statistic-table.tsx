import { percent } from '@/components/ui/chart/scale';
import { type Sorting, Table, type Column as TableColumn } from '@/components/ui/table';
import { type Column, entryOf, type StatisticResult, type StatisticRow } from '@/domain/statistics/catalogue';
import type { StatisticWords } from '@/domain/statistics/words';
import { rowKey } from './statistic-chart';

type Line = { key: string; row: StatisticRow; isTotal: boolean };

type TableProps = {
  result: StatisticResult;
  words: StatisticWords;
  /** heading of the column of bars */
  bars: string;
  /** the rows of this page, as sorted */
  rows: readonly StatisticRow[];
  /** what the last line is called that adds up the columns; left out where nothing adds up, or more pages follow */
  total?: string;
  sorting: Sorting;
  /** where the cases behind a count of a row are listed */
  hrefOf?: (row: StatisticRow, column: Column) => string;
  linkTitle?: (row: StatisticRow, column: Column) => string;
};

/** All a statistic says, as a table. Where its drawing is bars they stand in the table itself, each beside its number. */
export function StatisticTable({ result, words, bars, rows, total, sorting, hrefOf, linkTitle }: TableProps) {
  const entry = entryOf(result.key);
  const barred = entry.chart === 'bars' ? entry.columns.find(({ kind }) => kind === 'count') : undefined;
  const largest = barred ? Math.max(1, ...result.rows.map((row) => Number(row[barred.key] ?? 0))) : 1;
  const lines: Line[] = rows.map((row) => ({ key: rowKey(result, row), row, isTotal: false }));
  if (total) lines.push({ key: 'total', row: result.totals, isTotal: true });

  const figureOf = (line: Line, column: Column) => {
    const value = line.row[column.key];
    const text = value === undefined ? '' : words.cell(column, value, result);
    if (line.isTotal || !hrefOf || column.kind !== 'count' || !value) return text;
    return (
      <a
        href={hrefOf(line.row, column)}
        title={linkTitle?.(line.row, column)}
        className="-my-[0.5em] inline-block min-w-[1.75rem] py-[0.5em] text-right"
      >
        {text}
      </a>
    );
  };
  const headed = entry.columns[0]?.kind === 'dimension' ? entry.columns[0].key : undefined;
  const columns = entry.columns.map(
    (column): TableColumn<Line> => ({
      key: column.key,
      label: words.heading(column),
      sortable: true,
      numeric: column.kind !== 'dimension',
      heading: column.key === entry.columns[0]?.key,
      cell: (line) => {
        if (column.kind !== 'dimension') return figureOf(line, column);
        if (line.isTotal) return column.key === headed ? total : '';
        return words.cell(column, line.row[column.key], result);
      },
    }),
  );
  if (barred)
    columns.push({
      key: 'bar',
      label: bars,
      cell: (line) => (line.isTotal ? '' : <Bar share={Number(line.row[barred.key] ?? 0) / largest} />),
    });
  return (
    <Table
      caption={words.title(result.key)}
      captionHidden
      phone={entry.columns.length > 3 ? 'cards' : 'scroll'}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.key}
      sorting={sorting}
    />
  );
}

/** As long as the number beside it is large. */
function Bar({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" width="100%" height="14" className="chart mt-[0.3em] block min-w-[4rem] sm:min-w-[16rem]">
      <rect width={percent(share)} height="14" className="fill-accent" />
    </svg>
  );
}
