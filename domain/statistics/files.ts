/** A statistic as a file: CSV for programs and for people, XLSX for people with the definition on a second sheet. */
import { now } from '../clock';
import { csv } from '../csv';
import { type Cell, type Sheet, workbookBytes } from '../workbook';
import { type Column, entryOf, type StatisticResult } from './catalogue';
import type { Say, StatisticWords } from './words';

/** The rows as they are: keys of columns as heading, codes and plain numbers beneath; what is not known stays empty. */
export function codedCsv(result: StatisticResult): string {
  const { columns } = entryOf(result.key);
  return csv(
    columns.map(({ key }) => key),
    result.rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
  );
}

/** The rows in a language: headings and names in words, numbers plain, shares from 0 to 1, the total last. */
export function wordedCsv(result: StatisticResult, words: StatisticWords, say: Say): string {
  const { columns } = entryOf(result.key);
  const plain = (cell: Cell): string | number =>
    cell === null ? '' : typeof cell !== 'object' ? cell : 'share' in cell ? cell.share : cell.day;
  return csv(
    columns.map(words.heading),
    linesOf(result, words, say).map((line) => line.map(plain)),
  );
}

/**
 * Two sheets: the rows with their total, and what is counted, with what was asked.
 * @returns the bytes of the file; the same for the same rows at the same moment
 */
export function statisticWorkbook(result: StatisticResult, words: StatisticWords, say: Say): Promise<Buffer> {
  return workbookBytes(statisticSheets(result, words, say), now());
}

/** The same as sheets, for a workbook of several statistics. */
function statisticSheets(result: StatisticResult, words: StatisticWords, say: Say): Sheet[] {
  const { columns, figures } = entryOf(result.key);
  const beside = [...figures, ...(result.open === undefined ? [] : [{ key: 'stillWaiting', kind: 'count' } as const])];
  return [
    {
      name: words.title(result.key),
      widths: columns.map(({ kind }) => (kind === 'dimension' ? 40 : 16)),
      headLines: 1,
      filters: result.rows.length > 1,
      rows: [columns.map(words.heading), ...linesOf(result, words, say)],
    },
    {
      name: say('statistics.sheet.definition'),
      widths: [32, 110],
      headLines: 0,
      filters: false,
      rows: [
        [say('statistics.sheet.statistic'), words.title(result.key)],
        [say('statistics.sheet.definition'), words.definition(result.key)],
        ...words.applied(result.params).map((sentence) => [say('statistics.sheet.asked'), sentence]),
        ...beside.map((column): Cell[] => [
          words.heading(column),
          column.key === 'stillWaiting' ? (result.open ?? null) : (result.totals[column.key] ?? null),
        ]),
      ],
    },
  ];
}

/** The rows as cells, and a last one with the totals where columns can be added. */
function linesOf(result: StatisticResult, words: StatisticWords, say: Say): Cell[][] {
  const { columns } = entryOf(result.key);
  const cellOf = (column: Column, value: string | number | null | undefined): Cell => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number') return column.kind === 'share' ? { share: value } : value;
    return words.cell(column, value, result);
  };
  const rows = result.rows.map((row) => columns.map((column) => cellOf(column, row[column.key])));
  const hasTotals = columns.some(({ key }) => typeof result.totals[key] === 'number');
  if (!hasTotals || columns[0]?.kind !== 'dimension') return rows;
  const total = columns.map((column, at) =>
    at === 0
      ? say('statistics.totalRow')
      : column.kind === 'dimension'
        ? null
        : cellOf(column, result.totals[column.key]),
  );
  return [...rows, total];
}
