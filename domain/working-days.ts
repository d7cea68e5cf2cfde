/** Days and working days in the museum's time zone. A day is text, `YYYY-MM-DD`, of the years 1000 to 9999. */

/** Exceptions over Monday to Friday: days off, and Saturdays or Sundays that are worked. */
export type DayCalendar = ReadonlyMap<string, 'off' | 'working'>;

const DAY = 86_400_000;

/** 1 March 2024, 00:00 at UTC+6, when all Kazakhstan went over to UTC+5. */
const oneZone = Date.UTC(2024, 1, 29, 18);

/**
 * The museum's zone is Asia/Almaty. Node 20 as first released, and phones not updated since, do not know its change of
 * 2024; Asia/Aqtobe had the new time already and is one zone with Almaty since.
 */
const almaty = clockOf('Asia/Almaty');
const aqtobe = clockOf('Asia/Aqtobe');

/**
 * The day it is in the museum at a moment.
 * @param ms milliseconds since 1970 (UTC)
 * @throws RangeError when `ms` is no moment of the years 1000 to 9999
 */
export function dayOf(ms: number): string {
  const day = ms > -1e14 && ms < 1e15 ? toText(Math.floor((ms + offsetAt(ms)) / DAY)) : '';
  if (!isDay(day)) throw new RangeError(`not a moment: ${ms}`);
  return day;
}

/**
 * The first millisecond of a day in the museum, since 1970 (UTC); one o'clock where the clocks went forward at midnight.
 * @throws RangeError when `day` is no day
 */
export function startOfDay(day: string): number {
  const utc = toNumber(day) * DAY;
  // By the offset before a change of clocks near it, or by the one after: the wrong one leads out of the day, or further
  // into it.
  const guesses = [utc - offsetAt(utc - DAY), utc - offsetAt(utc + DAY)].sort((a, b) => a - b);
  return guesses.find((guess) => dayOf(guess) === day) ?? utc - offsetAt(utc);
}

/**
 * The last millisecond of a day in the museum, since 1970 (UTC).
 * @throws RangeError when `day` is no day, or 9999-12-31
 */
export function endOfDay(day: string): number {
  return startOfDay(addDays(day, 1)) - 1;
}

/** Whether `text` is a day that exists, strictly as `YYYY-MM-DD`: neither `2023-02-29` nor `2023-2-9`. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const date = new Date(Date.UTC(Number(text.slice(0, 4)), month - 1, Number(text.slice(8))));
  // 31 April would have become 1 May, and month 13 a January.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(text.slice(8));
}

/**
 * The day `n` days later, or earlier when `n` is negative.
 * @throws RangeError when `day` is no day, `n` no whole number, or the result beyond the years 1000 to 9999
 */
export function addDays(day: string, n: number): string {
  return checked(toText(toNumber(day) + whole(n)));
}

/**
 * The same day of the month `n` months later, or earlier when `n` is negative; the month's last day where it has no such
 * day (31 January and one month: the last of February).
 * @throws RangeError as for `addDays`
 */
export function addMonths(day: string, n: number): string {
  const date = new Date(toNumber(day) * DAY);
  const dayOfMonth = date.getUTCDate();
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + whole(n) + 1, 0));
  lastOfMonth.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate()));
  return checked(toText(lastOfMonth.getTime() / DAY));
}

/**
 * Whether a day is worked: as the calendar says, else Monday to Friday.
 * @throws RangeError when `day` is no day
 */
export function isWorkingDay(day: string, calendar: DayCalendar): boolean {
  return isWorked(toNumber(day), day, calendar);
}

/**
 * The `n`-th working day after `day`. The day itself never counts, worked or not: a term that runs from a receipt is
 * counted from the next day. With `n` 0 the answer is `day`. How many days a term has is for the caller to know.
 * @throws RangeError when `day` is no day, or `n` negative or no whole number
 */
export function addWorkingDays(day: string, n: number, calendar: DayCalendar): string {
  if (whole(n) < 0) throw new RangeError(`not a number of working days: ${n}`);
  let at = toNumber(day);
  for (let counted = 0; counted < n; ) {
    at += 1;
    if (isWorked(at, toText(at), calendar)) counted += 1;
  }
  return checked(toText(at));
}

/**
 * How many working days come after `a` up to and with `b`: as many as `addWorkingDays` must count from `a` to reach `b`.
 * When `b` is before `a`: minus the working days after `b` up to and with `a`.
 * @throws RangeError when `a` or `b` is no day
 */
export function workingDaysBetween(a: string, b: string, calendar: DayCalendar): number {
  if (b < a) return -workingDaysBetween(b, a, calendar);
  let count = weekdaysUpTo(toNumber(b)) - weekdaysUpTo(toNumber(a));
  for (const [day, kind] of calendar) {
    if (day > a && day <= b) count += Number(kind === 'working') - Number(isWeekday(toNumber(day)));
  }
  return count;
}

function isWorked(number: number, day: string, calendar: DayCalendar): boolean {
  const exception = calendar.get(day);
  return exception === undefined ? isWeekday(number) : exception === 'working';
}

/** Days are numbered from 1970-01-01, a Thursday, which is 0. */
function isWeekday(number: number): boolean {
  return afterMonday(number) < 5;
}

/** Mondays to Fridays from 1969-12-29, a Monday, up to and with a day; 0 and below before it. */
function weekdaysUpTo(number: number): number {
  return Math.floor((number + 3) / 7) * 5 + Math.min(afterMonday(number) + 1, 5);
}

function afterMonday(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

function toNumber(day: string): number {
  checked(day);
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY;
}

function toText(number: number): string {
  const date = new Date(number * DAY);
  const two = (part: number) => (part < 10 ? `0${part}` : `${part}`);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

function checked(day: string): string {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return day;
}

function whole(n: number): number {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
  return n;
}

/** By the number of the UTC day; null where the clocks changed within it. Reading a clock takes ten microseconds. */
const offsets = new Map<number, number | null>();

/** How far the museum's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(ms: number): number {
  const day = Math.floor(ms / DAY);
  let offset = offsets.get(day);
  if (offset === undefined) {
    offset = readOffset(day * DAY);
    if (offset !== readOffset((day + 1) * DAY)) offset = null;
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(day, offset);
  }
  return offset ?? readOffset(ms);
}

function readOffset(ms: number): number {
  const clock = ms < oneZone ? almaty : aqtobe;
  const [month = 0, day = 0, year = 0, hour, minute, second] = clock.format(ms).split(/\D+/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}
