/** A report as XLSX: every statistic a sheet with all its rows, what it was asked, and the definitions at the end. */
import { type Column, entryOf, type StatisticRow } from '@/domain/statistics/catalogue';
import type { ReportFacts, ReportStatistic } from '@/domain/statistics/report-facts';
import { type Cell, type Sheet, workbookBytes } from '@/domain/workbook';
import { endOfDay } from '@/domain/working-days';
import type { DocumentLanguage } from '../words';
import { reportParts, statisticOf, titleOf } from './parts';
import { type ReportWords, reportWords } from './words';

/** The same facts give the same bytes: the parts of the file are dated by the last day it describes. */
export function reportWorkbook(facts: ReportFacts, language: DocumentLanguage): Promise<Buffer> {
  const words = reportWords(language);
  const told = reportParts.flatMap((part, at) =>
    part.names.map((name, n) => ({ number: `${at + 1}.${n + 1}`, statistic: statisticOf(facts, name) })),
  );
  const sheets = [
    summarySheet(facts, words, told),
    ...told.map(({ number, statistic }) => statisticSheet(number, statistic, words)),
    definitionsSheet(told, words),
  ];
  return workbookBytes(sheets, endOfDay(facts.at));
}

type Told = { number: string; statistic: ReportStatistic };

function summarySheet(facts: ReportFacts, words: ReportWords, told: readonly Told[]): Sheet {
  const { t, day, period } = words;
  const burials = statisticOf(facts, 'burials-by-country').totals;
  const total = (name: string) => statisticOf(facts, name).totals.applications ?? 0;
  return {
    name: t('sheet.summary'),
    widths: [70, 18, 18],
    headLines: 2,
    filters: false,
    rows: [
      [`${t('title')}: ${period(facts.period)}`],
      [t('asOf', { day: day(facts.at) })],
      [t('figure.received'), burials.received ?? 0],
      [t('figure.established'), burials.applications ?? 0],
      [t('figure.soldiers'), burials.soldiers ?? 0],
      [],
      [t('compared.title'), t('compared.now'), t('compared.before')],
      [t('compared.received'), total('applications-received'), total('received-before')],
      [t('compared.established'), total('burials-in-period'), total('burials-before')],
      [],
      ...told.map(({ number, statistic }) => [`${number}. ${titleOf(statistic, words)}`]),
    ],
  };
}

function statisticSheet(number: string, statistic: ReportStatistic, words: ReportWords): Sheet {
  const { columns, figures } = entryOf(statistic.key);
  const { applied, heading } = words.statistics;
  const title = titleOf(statistic, words);
  const totals = columns.map(({ key, kind }, at): Cell => {
    if (at === 0) return words.t('total');
    const total = statistic.totals[key];
    return kind === 'dimension' || typeof total !== 'number' ? null : numberOf(kind, total);
  });
  const isAdded = statistic.rows.length > 1 && totals.slice(1).some((cell) => cell !== null);
  const beside: [string, number | null | undefined][] = [
    ...figures.map((figure): [string, number | null | undefined] => [heading(figure), statistic.totals[figure.key]]),
    ...(statistic.open === undefined ? [] : [[words.t('stillOpen'), statistic.open] as [string, number]]),
  ];
  return {
    name: `${number} ${title}`,
    widths: columns.map(({ kind }) => (kind === 'dimension' ? 36 : 16)),
    headLines: 3,
    filters: false,
    rows: [
      [`${number}. ${title}`],
      [applied(statistic.params).join(' ')],
      columns.map((column) => (column.kind === 'share' ? `${heading(column)}, %` : heading(column))),
      ...statistic.rows.map((row) => columns.map((column) => cellOf(column, row, statistic, words))),
      ...(isAdded ? [totals] : []),
      ...(beside.length > 0 ? [[], ...beside.map(([label, value]) => [label, value ?? null])] : []),
    ],
  };
}

function cellOf(column: Column, row: StatisticRow, statistic: ReportStatistic, words: ReportWords): Cell {
  const value = row[column.key];
  if (value === null || value === undefined) return null;
  if (column.kind !== 'dimension' && typeof value === 'number') return numberOf(column.kind, value);
  return words.statistics.cell(column, value, statistic);
}

/** A share as a percentage with one decimal. */
const numberOf = (kind: Column['kind'], value: number): number =>
  kind === 'share' ? Math.round(value * 1000) / 10 : value;

function definitionsSheet(told: readonly Told[], { t, statistics }: ReportWords): Sheet {
  const keys = [...new Set(told.map(({ statistic }) => statistic.key))];
  return {
    name: t('part.definitions'),
    widths: [50, 120],
    headLines: 1,
    filters: false,
    rows: [
      [t('sheet.statistic'), t('sheet.definition')],
      ...keys.map((key) => [statistics.title(key), statistics.definition(key)]),
      [],
      [t('daysExplained')],
    ],
  };
}
