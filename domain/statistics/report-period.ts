/** The month or year a report is about. Pure. */
import { addDays, addMonths, isDay } from '../working-days';

/** First year a report can be about: the department's register begins later than that. */
const firstYear = 2000;

export type Span = { from: string; to: string };

/** Whether `text` is a year (`2020`) or a month (`2020-01`) that a report can be about. */
export const isPeriod = (text: string): boolean =>
  /^\d{4}(?:-\d\d)?$/.test(text) && isDay(`${text.padEnd(7, '-01')}-01`) && Number(text.slice(0, 4)) >= firstYear;

export const isYear = (period: string): boolean => period.length === 4;

/** First and last museum day of a period. @throws RangeError when it is none */
export function spanOf(period: string): Span {
  if (!isPeriod(period)) throw new RangeError(`no period: ${period}`);
  const from = isYear(period) ? `${period}-01-01` : `${period}-01`;
  return { from, to: addDays(addMonths(from, monthsOf(period)), -1) };
}

/** The period of the same length just before it. */
export function periodBefore(period: string): string {
  const { from } = spanOf(period);
  return addMonths(from, -monthsOf(period)).slice(0, period.length);
}

const monthsOf = (period: string) => (isYear(period) ? 12 : 1);
