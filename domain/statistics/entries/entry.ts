/** What computes one statistic. */
import { type SQL, sql } from 'drizzle-orm';
import { endOfDay, startOfDay } from '../../working-days';
import type { Applied, StatisticRow } from '../catalogue';
import { numberOfDay } from '../museum-days';

export type Computed = {
  rows: StatisticRow[];
  totals: Record<string, number | null>;
  /** Of a survival: how many still wait. */
  open?: number;
};

export type Entry = {
  compute(params: Applied): Promise<Computed>;
  /**
   * The cases behind a row, as a statement that yields their ids (others twice over do no harm): those an application counts for, or
   * that the row counts itself. @param row its dimensions @param column of the row; empty: the whole of it
   */
  cases?(params: Applied, row: Readonly<Record<string, string>>, column: string): Promise<SQL>;
};

/** The last moment described. */
export const until = ({ at, to }: Applied): number => endOfDay(at ?? to ?? '9999-12-30');

/** The number of the last day described. Literal: a bound number would make the days it is compared with fractions. */
export const lastDay = ({ at, to }: Applied): SQL<number> =>
  sql.raw(`${numberOfDay(at ?? to ?? '9999-12-30')}`) as SQL<number>;

/** The first and the last moment of the period. */
export function period({ from, to, at }: Applied): { since: number; upTo: number } {
  return { since: from ? startOfDay(from) : Number.MIN_SAFE_INTEGER, upTo: endOfDay(to ?? at ?? '9999-12-30') };
}

/** `with` clause: the cases joined to another at a moment. An application of theirs counts for the case they are joined to. */
export const joinedAt = (moment: number): SQL => sql`
  joined(case_id, into_id) as materialized (
    select case_id, into_id from case_joins where joined_at <= ${moment} and (parted_at is null or parted_at > ${moment}))`;

/** Values of one column in one statement, however many. */
export const listed = (values: readonly string[]): SQL => sql`(select value from json_each(${JSON.stringify(values)}))`;

/** Nothing is a share of nothing. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function sumOf<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** Totals of the columns that can be added. */
export function totalsOf(rows: readonly StatisticRow[], columns: readonly string[]): Record<string, number> {
  return Object.fromEntries(columns.map((column) => [column, sumOf(rows, (row) => Number(row[column] ?? 0))]));
}
