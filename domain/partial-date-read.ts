// Reads a written date: as EDTF first, then by the order of its words and numbers.
import {
  daysIn,
  interval,
  isPossible,
  oneOf,
  type Point,
  point,
  pointEdtf,
  qualified,
  quality,
  type Span,
  season,
  step,
} from './partial-date-span';
import { type Codes, encode, fullYear } from './partial-date-words';

/** Why there is no span: the text says that nothing is known; it is not understood; there never was such a date. */
export type Failure = 'unknown' | 'unreadable' | 'impossible';
type Reading = Span | Failure;
type Parts = { year: number; last: number; month: number; day: number; bare: number };

const isSpan = (reading: Reading | null): reading is Span => typeof reading === 'object' && reading !== null;

/** Texts longer than this (UTF-16 units) are not read at all, which keeps reading linear. */
export const longestDate = 200;

/** The span a text means. Two-digit years lie in the hundred years that begin with `century`. Never throws. */
export function readSpan(text: string, century: number): Reading {
  if (text.length > longestDate) return 'unreadable';
  const span = readEdtf(text.trim());
  if (span) return span;
  const codes = encode(text, century);
  return codes ? readCodes(codes, century) : 'unreadable';
}

/** Points, intervals and sets of EDTF level 0 to 2 that {@link spanEdtf} makes; null for anything else. */
export function readEdtf(text: string): Span | null {
  const sides = text.split('/');
  if (sides.length === 2 && sides.some((side) => side !== '..')) {
    const [from, to] = sides.map((side) => side === '..' || readEdtfPoint(side));
    if (!from || !to) return null;
    if (from === true) return to === true ? null : { from: null, to: to.to };
    if (to === true) return { from: from.from, to: null };
    return from.from && to.to && interval(from.from, to.to);
  }
  if (!/^\[.*\]$/.test(text)) return readEdtfPoint(text);
  const points = text.slice(1, -1).split(',').map(readEdtfPoint);
  const plain = points.flatMap((span) => (span?.from && span.from === span.to && !span.from.quality ? span.from : []));
  return plain.length === points.length ? oneOf(plain) : null;
}

function readEdtfPoint(text: string): Span | null {
  const match = /^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)$/.exec(text);
  if (!match) return null;
  const [, year = '', month, day, mark] = match;
  const [first, last] = [Number(year.replace(/X/g, '0')), Number(year.replace(/X/g, '9'))];
  const span = settle({ year: first, last, month: Number(month) || 0, day: Number(day) || 0, bare: 0 });
  return isSpan(span) ? qualified(span, quality(/[~%]/.test(mark ?? ''), /[?%]/.test(mark ?? ''))) : null;
}

const part = ({ kinds, numbers }: Codes, from: number, to?: number): Codes => ({
  kinds: kinds.slice(from, to),
  numbers: numbers.slice(from, to),
});
const joined = (a: Codes, b: Codes): Codes => ({ kinds: a.kinds + b.kinds, numbers: [...a.numbers, ...b.numbers] });
const without = ({ kinds, numbers }: Codes, drop: string): Codes => ({
  kinds: [...kinds].filter((kind) => !drop.includes(kind)).join(''),
  numbers: numbers.filter((_, i) => !drop.includes(kinds.charAt(i))),
});

function readCodes(codes: Codes, century: number): Reading {
  const [about, uncertain] = [codes.kinds.includes('~'), codes.kinds.includes('?')];
  const stated = without(codes, '~?');
  if (/^[-–./!u0yi]*$/.test(stated.kinds) && !about && (!stated.kinds || uncertain || /[-–u0]/.test(stated.kinds)))
    return 'unknown';
  const known = without(stated, 'u');
  const reading = readAge(known, century) ?? readRelation(withYears(known, century), century);
  return isSpan(reading) ? qualified(reading, quality(about, uncertain)) : reading;
}

/** "25 years old in 1942": born from 1942 − 26 to 1942 − 25, to the precision of the date given. Null where no age stands. */
function readAge(codes: Codes, century: number): Reading | null {
  const { kinds } = codes;
  const match = /[ia]*n[yp]?a|a+n|^ny(?=i)/.exec(kinds);
  const at = match ? match.index : kinds.search(/Yyny$/) + 2;
  if (at < 2 && !match) return null;
  const end = match ? at + match[0].length : kinds.length;
  const age = codes.numbers[kinds.indexOf('n', at)] ?? 0;
  const rest = joined(part(codes, 0, at), part(codes, end));
  const then = readRelation(withYears(rest, century), century);
  if (!isSpan(then)) return then;
  if (!then.from || !then.to) return 'unreadable';
  const earlier = (p: Point, years: number) => {
    const year = p.year - years;
    return { ...p, year, day: Math.min(p.day, daysIn(year, p.month || 1)) };
  };
  const birthday = earlier(then.from, age + 1);
  const [from, to] = [birthday.day ? step(birthday, 1) : birthday, earlier(then.to, age)];
  return from.year > 0 ? (interval(from, to) ?? 'impossible') : 'unreadable';
}

/** Makes years of the numbers that words mark as such ("42 г.", "1941-42 гг.", "1910 жылдары"), and drops those words. */
function withYears(codes: Codes, century: number): Codes {
  const { kinds } = codes;
  const numbers = [...codes.numbers];
  const alone = /^[^nYXZms]*Yp[^nYXZms]*$/.test(kinds);
  const changed = [...kinds].map((kind, i) => {
    const number = numbers[i] ?? 0;
    if (kind === 'Y') return alone && number % 10 === 0 ? 'X' : kind;
    if (kind !== 'n') return kind;
    const second = /[nY][-–/]$/.test(kinds.slice(0, i)) && kinds[i + 1] === 'p';
    // "22 года" alone may be an age, "в 5" an hour.
    const first = /^(y|[-–/]np)/.test(kinds.slice(i + 1)) && kinds !== 'ny';
    if (!second && !first && !(kinds === 'in' && number > 31)) return kind;
    numbers[i] = fullYear(number, (second && numbers[i - 2]) || century);
    return 'Y';
  });
  return without({ kinds: changed.join(''), numbers }, 'yp');
}

const stated = '([nYXZmsq0./-]+)';
const range = new RegExp(`^((?:[(=]*|!<))${stated}(f?(?:f\\(?|[&–]?!>|[&–)<]))${stated}(f?[=<)]?)$`);
const either = new RegExp(`^${stated}(\\|)${stated}$`);
const relation = new RegExp(`^([<>!()]*)${stated}(f?[<>!()]*)$`);

/** The pieces of codes by a pattern whose groups cover all of it. */
function pieces(codes: Codes, pattern: RegExp): Codes[] | null {
  let at = 0;
  const match = pattern.exec(codes.kinds);
  return match && match.slice(1).map((group) => part(codes, at, (at += group.length)));
}

/** Reads "a to b", "a or b", and before, after, not before, not after a. */
function readRelation(codes: Codes, century: number): Reading {
  if (/[nY]i[nY]/.test(codes.kinds)) return 'unreadable';
  const said = without(codes, 'i');
  if (/–.*–|^s[Yn]–[Yn]$|^[Yn]–[Yn]s$/.test(said.kinds)) said.kinds = said.kinds.replaceAll('–', '-');
  const ends = pieces(said, range);
  if (ends?.[1] && ends[3]) return readRange(ends[1], ends[3], century);
  const choice = pieces(said, either);
  if (choice?.[0] && choice[2]) return readChoice(choice[0], choice[2], century);
  const [before, core, after] = pieces(said, relation) ?? [];
  if (!before || !core || !after) return 'unreadable';
  const span = readCore(core, century);
  return isSpan(span) ? related(span, [...before.kinds, ...after.kinds].filter((sign) => sign !== 'f').sort().join('')) : span;
}

/** The open interval beside a span; before and after leave the span itself out, as in GEDCOM. */
function related({ from, to, written }: Span, signs: string): Reading {
  if (!signs || !from || !to) return signs ? 'unreadable' : { from, to, written };
  if (signs === '!<' || signs === '(' || signs === '((') return { from, to: null };
  if (signs === '!>' || signs === ')') return { from: null, to };
  const [latest, earliest] = [step(from, -1), step(to, 1)];
  if (signs === '<' && isPossible(latest)) return { from: null, to: latest };
  return signs === '>' && isPossible(earliest) ? { from: earliest, to: null } : 'unreadable';
}

/** One date, season or part of a year, or two with a single hyphen or slash between them. */
function readCore(codes: Codes, century: number): Reading {
  const core = trimmed(codes);
  const single = readSingle(core, century);
  if (single) return single;
  let failure: Failure = 'unreadable';
  for (const [i, kind] of [...core.kinds].entries()) {
    if (kind !== '-' && kind !== '/') continue;
    const reading = readRange(part(core, 0, i), part(core, i + 1), century);
    if (isSpan(reading)) return reading;
    if (reading === 'impossible') failure = reading;
  }
  return failure;
}

function trimmed(codes: Codes): Codes {
  const [start, end] = [codes.kinds.search(/[^./-]/), codes.kinds.search(/[./-]*$/)];
  return part(codes, Math.max(start, 0), end);
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
function settle({ year, last, month: stated, day, bare }: Parts): Reading {
  const month = stated || bare;
  if (!year) return 'unreadable';
  if (!isPossible(point(last > year ? 2000 : year, month || (day && 1), day))) return 'impossible';
  const [from, to] = [point(year), point(last)];
  if (last > year) return { from, to, written: pointEdtf(from).slice(0, last > year + 9 ? 2 : 3).padEnd(4, 'X') };
  if (day && !month)
    return { from: point(year, 1, day), to: point(year, 12, day), written: pointEdtf(point(year, 99, day)).replace('-99', '-XX') };
  const only = point(year, month, day);
  return { from: only, to: only };
}

/** Two dates, each of which may leave out what the other says: "1–25 мая 1942", "1942 жылғы 1–25 мамыр". */
function readPair(left: Codes, right: Codes, century: number): [Point, Point] | Failure {
  const [a, b] = [readParts(trimmed(left), century), readParts(trimmed(right), century)];
  if (!a || !b) return 'unreadable';
  return 'unreadable';
}
