// Dates as people and archives write them, in Kazakh, Russian and English. Pure and without dependencies, for browser and server.
import { readSpan } from './partial-date-read';
import { bounds, type PartialDate, spanEdtf } from './partial-date-span';

export type { PartialDate } from './partial-date-span';
export { dateText } from './partial-date-text';

/** `century`: two-digit years lie in the hundred years that begin with this one; 1880 when left out. */
export type DateOptions = { century?: number };

const warCentury = 1880;

export function readDate(text: string, options: DateOptions = {}): PartialDate {
  const span = readSpan(text, options.century ?? warCentury);
  if (typeof span === 'string') return { raw: text, edtf: null, earliest: null, latest: null };
  return { raw: text, edtf: spanEdtf(span), ...bounds(span) };
}

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

export function writeDate(date: PartialDate): string {
  return date.edtf ?? date.raw;
}
