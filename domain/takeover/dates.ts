/** Days and dates of the old register: three styles of hands, and the serial numbers of spreadsheets. Pure. */
import { dateRefusal, readDate } from '../partial-date';
import { isDay } from '../working-days';
import { serialDay } from './reading/cell-formats';

export type DateOrder = 'day-first' | 'month-first';

/** What a date cannot be taken for; codes of the texts under `takeover.problem`. */
export type DateFault = 'date-impossible' | 'date-unreadable' | 'date-out-of-range' | 'day-not-exact';

/** Two numbers and a year with strokes between them: the one style in which the order has to be agreed. */
const strokes = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;

/** Whether the dates with strokes of a file name the month first: some do so without doubt, and none the day. */
export function guessOrder(texts: Iterable<string>): DateOrder {
  let monthFirst = 0;
  for (const text of texts) {
    const [, first = '', second = ''] = strokes.exec(text.trim()) ?? [];
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) monthFirst += 1;
  }
  return monthFirst > 0 ? 'month-first' : 'day-first';
}

/** A serial number left unformatted; of four figures it would be a year. */
const serial = (text: string) => (/^[1-6]\d{4}$/.test(text) ? (serialDay(Number(text), false) ?? text) : text);

function withOrder(text: string, order: DateOrder): string {
  const [, first = '', second = '', year = ''] = strokes.exec(text) ?? [];
  if (!first) return text;
  return order === 'month-first' ? `${second}.${first}.${year}` : `${first}.${second}.${year}`;
}

/** A date of the soldier's life as a reader of records understands it; as written it is kept besides. */
export function readLifeDate(
  written: string,
  order: DateOrder,
  range: { earliest: string; latest: string },
): { text: string } | { fault: DateFault } {
  const text = withOrder(serial(written.trim()), order);
  const refusal = dateRefusal(text, range);
  return refusal ? { fault: faultOf(refusal) } : { text };
}

/** A day of the museum's own work: exact, of the years 1990 to 2199. @returns `YYYY-MM-DD` */
export function readWorkDay(written: string, order: DateOrder): { day: string } | { fault: DateFault } {
  const text = withOrder(serial(written.trim()), order).replace(/\s+\d{1,2}:\d\d(:\d\d)?$/, '');
  const [, dd = '', mm = '', yy = ''] =
    /^(\d{1,2})[.\-\s](\d{1,2})[.\-\s](\d{4}|\d{2})(?:\s*(?:г|ж)\.?)?$/.exec(text) ?? [];
  if (dd) {
    const year = yy.length === 2 ? `20${yy}` : yy;
    const day = `${year}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`;
    return inRange(isDay(day) ? day : null);
  }
  const refusal = dateRefusal(text);
  if (refusal) return { fault: faultOf(refusal) };
  const { earliest, latest } = readDate(text, { century: 1990 });
  if (!earliest || earliest !== latest) return { fault: 'day-not-exact' };
  return inRange(earliest);
}

function inRange(day: string | null): { day: string } | { fault: DateFault } {
  if (!day) return { fault: 'date-impossible' };
  return day >= '1990-01-01' && day < '2200-01-01' ? { day } : { fault: 'date-out-of-range' };
}

const faultOf = (code: string): DateFault =>
  code === 'date.impossible'
    ? 'date-impossible'
    : code === 'date.out-of-range'
      ? 'date-out-of-range'
      : 'date-unreadable';
