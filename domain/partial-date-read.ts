// Reads a written date: as EDTF first, then by the order of its words and numbers.
import {
  isSpan,
  joined,
  type Reading,
  readChoice,
  readCore,
  readRange,
  settle,
  slice,
  without,
} from './partial-date-order';
import {
  daysIn,
  interval,
  isPossible,
  oneOf,
  type Point,
  qualified,
  quality,
  type Span,
  step,
} from './partial-date-span';
import { type Codes, encode, fullYear } from './partial-date-words';

/** Texts longer than this (UTF-16 units) are not read at all, which keeps reading linear. */
export const longestDate = 200;

/** The span a text means. Two-digit years lie in the hundred years that begin with `century`. */
export function readSpan(text: string, century: number): Reading {
  if (text.length > longestDate) return 'unreadable';
  // The form most archives write; imports read a million of them.
  const [, day, month, year] = /^(\d\d|__)\.(\d\d|__)\.([1-9]\d{3})$/.exec(text) ?? [];
  if (year) return settle({ year: +year, last: +year, month: Number(month) || 0, day: Number(day) || 0, bare: 0 });
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
  const match = /[ia]*(n[-–])?n[yp]?a|a+n|^ny(?=i)/.exec(kinds);
  const at = match ? match.index : kinds.search(/Yyny$/) + 2;
  if (at < 2 && !match) return null;
  const end = match ? at + match[0].length : kinds.length;
  const ages = codes.numbers.slice(at, end).filter((_, i) => kinds[at + i] === 'n');
  const rest = joined(slice(codes, 0, at), slice(codes, end));
  const then = readRelation(withYears(rest, century), century);
  if (!isSpan(then)) return then;
  if (!then.from || !then.to) return 'unreadable';
  const earlier = (p: Point, years: number) => {
    const year = p.year - years;
    return { ...p, year, day: Math.min(p.day, daysIn(year, p.month || 1)) };
  };
  const birthday = earlier(then.from, Math.max(...ages) + 1);
  const [from, to] = [birthday.day ? step(birthday, 1) : birthday, earlier(then.to, Math.min(...ages))];
  return from.year > 999 ? (interval(from, to) ?? 'impossible') : 'unreadable';
}

/** Makes years of the numbers that words mark as such ("42 г.", "1941-42 гг.", "1910 жылдары"), and drops those words. */
function withYears(codes: Codes, century: number): Codes {
  const { kinds } = codes;
  const numbers = [...codes.numbers];
  const alone = /^[^nYXZms]*Y-?p[^nYXZms]*$/.test(kinds);
  const changed = [...kinds].map((kind, i) => {
    const number = numbers[i] ?? 0;
    if (kind === 'Y') return alone && number % 10 === 0 ? 'X' : kind;
    if (kind !== 'n') return kind;
    const [before, next] = [/[nY][-–/]$/.test(kinds.slice(0, i)), kinds.slice(i + 1)];
    const earlier = (before && numbers[i - 2]) || 0;
    const second = before && (next[0] === 'p' || (next[0] === 'y' && number === (earlier + 1) % 100));
    // "22 года" alone may be an age, "в 5" an hour.
    const first = /^(y|[-–/]np)/.test(next) || kinds === 'in';
    if (!second && (!first || (number < 32 && /^(ny|in)$/.test(kinds)))) return kind;
    numbers[i] = fullYear(number, second ? earlier : century);
    return 'Y';
  });
  return without({ kinds: changed.join(''), numbers }, 'yp');
}

const core = '([nYXZmsq0./-]+)';
const range = new RegExp(`^((?:[(=]*|!<))${core}(f?(?:f\\(?|[&–]?!>|[&–)<]))${core}(f?[=<)]?)$`);
const either = new RegExp(`^${core}(\\|)${core}$`);
const relation = new RegExp(`^([<>!()]*)${core}(f?)([<>!()]*)$`);

/** The pieces of codes by a pattern whose groups cover all of it. */
function pieces(codes: Codes, pattern: RegExp): Codes[] | null {
  let end = 0;
  const match = pattern.exec(codes.kinds);
  if (!match) return null;
  return match.slice(1).map((group) => {
    const start = end;
    end += group.length;
    return slice(codes, start, end);
  });
}

/** Reads "a to b", "a or b", and before, after, not before, not after a. */
function readRelation(codes: Codes, century: number): Reading {
  if (/[nY]i[nY]/.test(codes.kinds)) return 'unreadable';
  const said = without(codes, 'i');
  if (/–.*–|^s[Yn]–[Yn]$|^[Yn]–[Yn]s$|^Y–n$/.test(said.kinds)) said.kinds = said.kinds.replaceAll('–', '-');
  const ends = pieces(said, range);
  if (ends?.[1] && ends[3]) return readRange(ends[1], ends[3], century);
  const choice = pieces(said, either);
  if (choice?.[0] && choice[2]) return readChoice(choice[0], choice[2], century);
  const [before, middle, , after] = pieces(said, relation) ?? [];
  if (!before || !middle || !after) return 'unreadable';
  const span = readCore(middle, century);
  return isSpan(span) ? related(span, [...before.kinds, ...after.kinds].sort().join('')) : span;
}

/** The open interval beside a span; before and after leave the span itself out, as in GEDCOM. */
function related(span: Span, signs: string): Reading {
  const { from, to } = span;
  if (!signs) return span;
  if (!from || !to) return 'unreadable';
  if (signs === '!<' || signs === '(' || signs === '((') return { from, to: null };
  if (signs === '!>' || signs === ')') return { from: null, to };
  const [latest, earliest] = [step(from, -1), step(to, 1)];
  if (signs === '<' && isPossible(latest)) return { from: null, to: latest };
  return signs === '>' && isPossible(earliest) ? { from: earliest, to: null } : 'unreadable';
}
