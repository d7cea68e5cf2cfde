/** What the second computations share. */
import type { Applied, StatisticRow } from '../../statistics/catalogue';
import { endOfDay, startOfDay } from '../../working-days';
import type { Rows } from './rows';

export type Second = { rows: StatisticRow[]; totals: Record<string, number | null>; open?: number };
export type Compute = (rows: Rows, params: Applied, today: string) => Second;

export const endOf = ({ at, to }: Applied) => endOfDay(at ?? to ?? '');
export const startOf = ({ from }: Applied) => (from ? startOfDay(from) : Number.NEGATIVE_INFINITY);
export const ratio = (part: number, all: number) => (all ? part / all : null);
const answeringKinds = 'interim extension forwarding search-report partial result certificate correction'.split(' ');
export const wentOut = (letter: Rows['letters'][number]) =>
  answeringKinds.includes(letter.kind) && ['sent', 'handed-over'].includes(letter.state);
export const daysFrom = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);
export const sums = (rows: readonly StatisticRow[], ...columns: string[]) =>
  Object.fromEntries(columns.map((column) => [column, rows.reduce((sum, row) => sum + Number(row[column]), 0)]));

/** Everybody by themselves: how long, and whether it came. The estimate is worked out man by man. */
export function kaplanMeier(waited: readonly { days: number; came: boolean }[]) {
  const days = [...new Set(waited.flatMap((one) => (one.came ? [one.days] : [])))].sort((a, b) => a - b);
  const steps = days.map((day) => {
    const before = days.filter((one) => one <= day);
    const remaining = before.reduce((left, one) => {
      const atRisk = waited.filter((man) => man.days >= one).length;
      return left * (1 - waited.filter((man) => man.came && man.days === one).length / atRisk);
    }, 1);
    return {
      days: day,
      remaining,
      reached: waited.filter((man) => man.came && man.days <= day).length,
      atRisk: waited.filter((man) => man.days >= day).length,
    };
  });
  const quantile = (share: number) => steps.find((step) => 1 - step.remaining >= share - 1e-9)?.days ?? null;
  return { steps, median: quantile(0.5), p90: quantile(0.9) };
}

export const calendarOf = (rows: Rows) => new Map(rows.holidays.map((one) => [one.day, one.kind]));
