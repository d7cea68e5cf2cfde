// What the numbers, months and seasons of one or two dates mean, by the order they stand in.
import {
  daysIn,
  interval,
  isPossible,
  oneOf,
  type Point,
  point,
  pointEdtf,
  type Span,
  season,
} from './partial-date-span';
import { type Codes, fullYear } from './partial-date-words';

/** Why there is no span: the text says that nothing is known; it is not understood; there never was such a date. */
export type Failure = 'unknown' | 'unreadable' | 'impossible';

export type Reading = Span | Failure;

/** What a date says of itself, 0 where nothing; `last` is the last year where digits of the year are blank. */
export type Parts = { year: number; last: number; month: number; day: number; bare: number };

export const isSpan = (reading: Reading | null): reading is Span => typeof reading === 'object' && reading !== null;

export const slice = ({ kinds, numbers }: Codes, from: number, to?: number): Codes => ({
  kinds: kinds.slice(from, to),
  numbers: numbers.slice(from, to),
});
export const joined = (a: Codes, b: Codes): Codes => ({
  kinds: a.kinds + b.kinds,
  numbers: [...a.numbers, ...b.numbers],
});
export const without = ({ kinds, numbers }: Codes, drop: string): Codes => ({
  kinds: [...kinds].filter((kind) => !drop.includes(kind)).join(''),
  numbers: numbers.filter((_, i) => !drop.includes(kinds.charAt(i))),
});

/** One date, season or part of a year, or two with a single hyphen or slash between them. */
export function readCore(codes: Codes, century: number): Reading {
  const core = trimmed(codes);
  const single = readSingle(core, century);
  if (single) return single;
  let failure: Failure = 'unreadable';
  for (const [i, kind] of [...core.kinds].entries()) {
    if (kind !== '-' && kind !== '/') continue;
    const reading = readRange(slice(core, 0, i), slice(core, i + 1), century);
    if (isSpan(reading)) return reading;
    if (reading === 'impossible') failure = reading;
  }
  return failure;
}

function trimmed(codes: Codes): Codes {
  const [start, end] = [codes.kinds.search(/[^./-]/), codes.kinds.search(/[./-]*$/)];
  return slice(codes, Math.max(start, 0), end);
}

/** Null where the codes have not the form of one date. */
function readSingle(codes: Codes, century: number): Reading | null {
  const { kinds, numbers } = codes;
  if (kinds.includes('s')) return readSeason(without(codes, './-'), century);
  if (kinds.includes('q')) return readPart(without(codes, 'q'), numbers[kinds.indexOf('q')] ?? 0, century);
  const [year = 0, , last = 0] = numbers;
  const next = fullYear(last, year || century);
  // 1914-16 and 1942/43 are years, 1942-05 and 1942/05 months, 1942-24 the winter of EDTF.
  if (/^Y[/-]n$/.test(kinds) && (last > 12 ? last > year % 100 : kinds === 'Y/n' && next === year + 1))
    return interval(point(year), point(next));
  if (kinds === 'Y-n' && last > 20 && last < 25) return season(last - 20, year, 0);
  if (new Set(kinds.match(/[./-]/g)).size > 1) return null;
  const parts = readParts(codes, century);
  return parts && settle(parts);
}

function readSeason({ kinds, numbers }: Codes, century: number): Reading | null {
  if (!/^(s[Yn][Yn]?|[Yn][Yn]?s)$/.test(kinds)) return null;
  const [first = 0, second = 0] = numbers.filter((_, i) => kinds[i] !== 's');
  const year = first > 99 ? first : fullYear(first, century);
  return season(numbers[kinds.indexOf('s')] ?? 0, year, second && (second > 99 ? second : fullYear(second, year)));
}

/** Beginning, middle, end: four months each of a year; of a month the days 1–10, 11–20 and the rest. */
function readPart(codes: Codes, which: number, century: number): Reading | null {
  const parts = readParts(trimmed(codes), century);
  const span = parts && settle(parts);
  if (!isSpan(span) || !span.from || span.from !== span.to) return span;
  const { year, month, day } = span.from;
  if (day) return null;
  if (!month) return interval(point(year, which * 4 - 3), point(year, which * 4));
  return interval(point(year, month, which * 10 - 9), point(year, month, which < 3 ? which * 10 : daysIn(year, month)));
}

// What the numbers and months of a date are, by their order: day, month, year, or bare (told by what stands beside it).
const orders: Record<string, string> = {
  ...{ nnY: 'dmy', nmY: 'dmy', nnn: 'dmy', nmn: 'dmy', Ynn: 'ymd', Ymn: 'ymd', Ynm: 'ydm', mnY: 'mdy' },
  ...{ nY: 'by', mY: 'my', Yn: 'yb', Ym: 'ym', nm: 'dm', mn: 'md', nn: 'dm', n: 'b', m: 'm', Y: 'y' },
};

function readParts(codes: Codes, century: number): Parts | null {
  const { kinds, numbers } = without(codes, './-');
  const order = orders[kinds.replace(/0/g, 'n').replace(/[XZ]/g, 'Y')];
  if (!order) return null;
  const value = (letter: string) => numbers[order.indexOf(letter)] ?? 0;
  const parts = { year: value('y'), last: 0, month: value('m'), day: value('d'), bare: value('b') };
  if (order === 'md' && parts.day > 31) [parts.year, parts.day] = [parts.day, 0];
  if (parts.year && parts.year < 100 && !kinds.includes('Y')) parts.year = fullYear(parts.year, century);
  parts.last = parts.year + (kinds.includes('X') ? 9 : kinds.includes('Z') ? 99 : 0);
  return parts;
}

/** One date of its parts. A year with blank digits keeps only the year; a day without its month stays EDTF's 1942-XX-12. */
export function settle({ year, last, month: named, day, bare }: Parts): Reading {
  const month = named || bare;
  if (!(year > 999)) return 'unreadable';
  if (!isPossible(point(last > year ? 2000 : year, month || (day && 1), day))) return 'impossible';
  if (last > year) {
    const written = String(year).slice(0, last > year + 9 ? 2 : 3);
    return { from: point(year), to: point(last), written: written.padEnd(4, 'X') };
  }
  if (day && !month) {
    const [first, twelfth] = [point(year, 1, day), point(year, 12, day)];
    return { from: first, to: twelfth, written: pointEdtf(first).replace('-01', '-XX') };
  }
  const only = point(year, month, day);
  return { from: only, to: only };
}

/** From one to the other; each may leave out what the other says: "1–25 мая 1942", "1942 жылғы 1–25 мамыр". */
export function readRange(left: Codes, right: Codes, century: number): Reading {
  if (/[sq]/.test(left.kinds + right.kinds)) {
    // "лето 1942–1943" says neither two summers nor a time between.
    if ([left, right].some(({ kinds }) => /^[Yn]$/.test(kinds))) return 'unreadable';
    const [a, b] = [readSingle(withYearOf(left, right), century), readSingle(withYearOf(right, left), century)];
    return isSpan(a) && isSpan(b) && a.from && b.to ? (interval(a.from, b.to) ?? 'impossible') : 'unreadable';
  }
  const ends = readPair(left, right, century);
  return typeof ends === 'string' ? ends : (interval(...ends) ?? 'impossible');
}

/** One or the other; seasons and decades are taken from the one to the other. */
export function readChoice(left: Codes, right: Codes, century: number): Reading {
  if (/[sqXZ]/.test(left.kinds + right.kinds)) return readRange(left, right, century);
  const choice = readPair(left, right, century);
  return typeof choice === 'string' ? choice : (oneOf(choice) ?? 'unreadable');
}

function withYearOf(codes: Codes, other: Codes): Codes {
  const at = other.kinds.search(/[YX]/);
  return trimmed(/[YX]/.test(codes.kinds) || at < 0 ? codes : joined(codes, slice(other, at, at + 1)));
}

function readPair(left: Codes, right: Codes, century: number): [Point, Point] | Failure {
  const [first, second] = [readParts(trimmed(left), century), readParts(trimmed(right), century)];
  if (!first || !second) return 'unreadable';
  const [a, b] = [told(first, second), told(second, first)];
  const yearOnly = [a, b].find(({ year, month, day }) => year && !month && !day);
  // "май - 1942" is one date.
  if (yearOnly && !(a.year && b.year)) {
    const only = settle({ ...(yearOnly === a ? b : a), year: yearOnly.year, last: yearOnly.last });
    return isSpan(only) && only.from && only.to ? [only.from, only.to] : 'unreadable';
  }
  const overNewYear = a.month && b.month && a.month * 40 + a.day > b.month * 40 + b.day ? 1 : 0;
  const from = point(a.year || b.year - overNewYear, a.month || (a.day && b.month), a.day);
  const to = point(b.last || a.year + overNewYear, b.month || (b.day && a.month), b.day);
  if (!(a.year || b.year)) return 'unreadable';
  return isPossible(from) && isPossible(to) ? [from, to] : 'impossible';
}

/** Makes of a bare number what it stands beside: day, month or the last digits of a year. */
function told(parts: Parts, beside: Parts): Parts {
  const { bare, year } = parts;
  if (!bare) return parts;
  if ((year && (beside.year || !beside.month)) || beside.bare) return { ...parts, month: bare };
  if (beside.day) return { ...parts, day: bare };
  if (beside.month) return { ...parts, month: bare };
  const full = beside.year - (beside.year % 100) + bare;
  return { ...parts, year: full, last: full };
}
