// The value behind a partial date: one or two ends of day, month or year precision, their EDTF and their outermost days.

/** A date as written, as EDTF (ISO 8601-2), and its outermost days YYYY-MM-DD; null on an open side, all three null where it could not be read. */
export type PartialDate = { raw: string; edtf: string | null; earliest: string | null; latest: string | null };

/** EDTF qualification: '' as stated, '~' about, '?' uncertain, '%' both. */
export type Quality = '' | '~' | '?' | '%';

/** One end, 0 where month or day is not stated. Years 1000 to 9999. */
export type Point = { year: number; month: number; day: number; quality: Quality };

/** From the first unit of `from` to the last of `to`; null is an open side. `written` is the EDTF where it is neither a point nor an interval. */
export type Span = { from: Point | null; to: Point | null; written?: string };

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

export const point = (year: number, month = 0, day = 0, quality: Quality = ''): Point => ({
  year,
  month,
  day,
  quality,
});

export const quality = (about: boolean, uncertain: boolean): Quality =>
  about ? (uncertain ? '%' : '~') : uncertain ? '?' : '';

/** Moves by units of the point's own precision; the calendar carries over. */
export function step({ year, month, day, quality }: Point, by: number): Point {
  const date = new Date(0);
  date.setUTCFullYear(
    month ? year : year + by,
    month ? month - 1 + (day ? 0 : by) : 0,
    day ? day + by : 1, // Date counts on over the end of a month
  );
  return point(date.getUTCFullYear(), month && date.getUTCMonth() + 1, day && date.getUTCDate(), quality);
}

/** The last day of the month (proleptic Gregorian, as ISO 8601); year 0 stands for any year. */
export const daysIn = (year: number, month: number) => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

export const isPossible = ({ year, month, day }: Point) =>
  year > 999 && year < 10_000 && month < 13 && (month ? day <= daysIn(year, month) : !day);

/** The point as EDTF level 0 or 1. */
export const pointEdtf = ({ year, month, day, quality }: Point) =>
  pad(year, 4) + (month ? `-${pad(month)}` : '') + (day ? `-${pad(day)}` : '') + quality;

const firstDay = (p: Point) => pointEdtf(point(p.year, p.month || 1, p.day || 1));
const lastDay = ({ year, month, day }: Point) => pointEdtf(point(year, month || 12, day || daysIn(year, month || 12)));

/** How far "about" reaches to either side: 2 years, 1 month or 7 days, by the precision stated. */
const reach = ({ month, day, quality }: Point) => (quality === '~' || quality === '%' ? (day ? 7 : month ? 1 : 2) : 0);

/** The outermost days of a span as YYYY-MM-DD, widened by {@link reach}, kept within years 1000 to 9999; null on an open side. */
export function bounds({ from, to }: Span): { earliest: string | null; latest: string | null } {
  const first = from && step(from, -reach(from));
  const last = to && step(to, reach(to));
  return {
    earliest: first && (first.year < 1000 ? '1000-01-01' : firstDay(first)),
    latest: last && (last.year > 9999 ? '9999-12-31' : lastDay(last)),
  };
}

/** The span as EDTF (ISO 8601-2) level 0 to 2. */
export function spanEdtf({ from, to, written }: Span): string {
  const [a, b] = [from ? pointEdtf(from) : '..', to ? pointEdtf(to) : '..'];
  return written ?? (a === b ? a : `${a}/${b}`);
}

/**
 * The span of two ends, null when it would end before it begins. EDTF wants the upper bound to begin after the lower,
 * so "March 1942 to 1942" becomes 1942-03/1942-12 and "1915 to January 1915" becomes 1915-01.
 */
export function interval(from: Point, to: Point): Span | null {
  if (firstDay(from) > lastDay(to)) return null;
  if (firstDay(from) < firstDay(to)) return { from, to };
  const month = to.month || (from.month && 12);
  const end = { ...to, month, day: to.day || (from.day && daysIn(to.year, month)) };
  if (firstDay(from) < firstDay(end)) return { from, to: end };
  const marks = from.quality + to.quality;
  const only = { ...end, quality: quality(/[~%]/.test(marks), /[?%]/.test(marks)) };
  return { from: only, to: only };
}

/** The span with every end qualified; a mask or set, which EDTF cannot qualify, becomes the interval around it. */
export function qualified(span: Span, mark: Quality): Span {
  const end = (p: Point | null) => p && { ...p, quality: mark };
  return mark ? { from: end(span.from), to: end(span.to) } : span;
}

/** One of several months or days, in order, as an EDTF set. */
export function oneOf(points: Point[]): Span | null {
  const sorted = [...points].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  const [from, to] = [sorted[0], sorted.at(-1)];
  if (!from || !to || lastDay(from) > lastDay(to)) return null;
  if (pointEdtf(from) === pointEdtf(to)) return { from, to };
  return { from, to, written: `[${sorted.map(pointEdtf).join()}]` };
}

/** The season as months (meteorological): 1 spring … 4 winter. A winter has two years or, with one year only, its three months. */
export function season(which: number, year: number, nextYear: number): Span | null {
  if (!isPossible(point(year))) return null;
  if (which < 4) return nextYear ? null : { from: point(year, which * 3), to: point(year, which * 3 + 2) };
  if (!nextYear) return oneOf([point(year, 1), point(year, 2), point(year, 12)]);
  return nextYear === year + 1 ? { from: point(year, 12), to: point(nextYear, 2) } : null;
}
