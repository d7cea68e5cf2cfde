/** Dates in the form of FamilySearch GEDCOM 7.0, read off EDTF. What it cannot say stands in a PHRASE, as written. */
import { readDate } from '@/domain/partial-date';

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const plain = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/;

/** One day, month or year; null for anything else. */
function point(edtf: string): { text: string; about: boolean } | null {
  const [, year, month, day, quality] = plain.exec(edtf) ?? [];
  if (!year) return null;
  const parts = [day && String(Number(day)), month && months[Number(month) - 1], String(Number(year))];
  return { text: parts.filter(Boolean).join(' '), about: quality !== '' };
}

/**
 * The date value of a date as written; '' where GEDCOM has none. `BEF` and `AFT` take the date itself in, as EDTF's open ends do;
 * `BET` is a day within, not a span that lasted.
 */
export function gedcomDate(written: string): string {
  const { edtf, earliest, latest } = readDate(written);
  if (edtf === null) return '';
  const one = point(edtf);
  if (one) return one.about ? `ABT ${one.text}` : one.text;
  const [from = '', to = '', ...more] = edtf.split('/');
  const ends = more.length === 0 ? [point(from), point(to)] : [];
  const [first, last] = ends;
  if (first && last) return `BET ${first.text} AND ${last.text}`;
  if (first && to === '..') return `AFT ${first.text}`;
  if (last && from === '..') return `BEF ${last.text}`;
  return byBounds(earliest, latest);
}

/** Of sets, decades and the like the outermost days. */
function byBounds(earliest: string | null, latest: string | null): string {
  const first = earliest && point(earliest)?.text;
  const last = latest && point(latest)?.text;
  if (first && last) return first === last ? first : `BET ${first} AND ${last}`;
  if (first) return `AFT ${first}`;
  return last ? `BEF ${last}` : '';
}
