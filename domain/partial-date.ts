// Dates as people and archives write them, in Kazakh, Russian and English. Pure and without dependencies, for browser and server.
import { readSpan } from './partial-date-read';
import { bounds, type PartialDate, spanEdtf } from './partial-date-span';

export type { PartialDate } from './partial-date-span';
export { dateText } from './partial-date-text';

/** `century`: two-digit years lie in the hundred years that begin with this one. */
export type DateOptions = { century?: number };

/** The oldest soldier was hardly born before 1880, so 42 is 1942 and 98 is 1898. */
const warCentury = 1880;

/**
 * Reads a date as relatives, archives and databases write it: `__.04.1944`, «зимой 1942-43 гг.», «1942 жылғы 28 ақпан»,
 * "about 1915", 28.II.42, «25 лет в 1942 г.» (the birth). `raw` stays as given; years are 1000 to 9999. Nothing is thrown:
 * what is not understood, impossible, without a year, known to be unknown or longer than 200 UTF-16 units has null values.
 *
 * EDTF is that of ISO 8601-2, level 0 to 2. What a date means in days:
 * - before and after leave the date itself out (as in GEDCOM): «до 1943» is `../1942`; "not later than" and "by" take it in;
 * - about (`~`, `%`) widens by 2 years, 1 month or 7 days to either side, by the precision stated; uncertain (`?`) by nothing;
 * - seasons are meteorological: winter 1942/43 is December to February, `1942-12/1943-02`; the winter of one year its
 *   January, February or December, `[1942-01,1942-02,1942-12]`;
 * - beginning, middle and end are four months of a year, or the days 1–10, 11–20 and the rest of a month;
 * - an age of 25 in 1942 is a birth in `1916/1917`, on a stated day or month to that precision;
 * - numbers are day, month, year; a zero, `_`, `?` or `xx` is a blank; of `05.194_` the decade is kept, `194X`.
 */
export function readDate(text: string, options: DateOptions = {}): PartialDate {
  const span = readSpan(text, options.century ?? warCentury);
  if (typeof span === 'string') return { raw: text, edtf: null, earliest: null, latest: null };
  return { raw: text, edtf: spanEdtf(span), ...bounds(span) };
}

/**
 * Why a typed date cannot be taken; null when it can, also when nothing was typed or the text says that nothing is known
 * («неизвестно», `?`). Impossible are days no calendar has and ends before beginnings; out of range is a date of which no
 * possible day lies from `range.earliest` to `range.latest` (YYYY-MM-DD, both included).
 */
export function dateRefusal(
  text: string,
  range?: { earliest: string; latest: string },
): null | 'date.unreadable' | 'date.impossible' | 'date.out-of-range' {
  const span = readSpan(text, warCentury);
  if (span === 'unknown') return null;
  if (typeof span === 'string') return `date.${span}`;
  const { earliest, latest } = bounds(span);
  const outside = range && ((earliest && earliest > range.latest) || (latest && latest < range.earliest));
  return outside ? 'date.out-of-range' : null;
}

/** The date in one spelling, its EDTF, which {@link readDate} reads back to the same; the text as written where there is none. */
export function writeDate(date: PartialDate): string {
  return date.edtf ?? date.raw;
}
