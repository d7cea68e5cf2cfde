/** How a file was called where it came from: shown as text, never used as a path. */
import * as z from 'zod/mini';
import { longestName } from './limits';

/** Control characters, marks that turn the direction of reading, and marks without width: they only serve to deceive. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * The last part of a path, as plain text of at most 200 UTF-16 units with its ending kept; '' when nothing readable is left.
 */
export function cleanName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/\uFFFD/g, '')
    .replace(hidden, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  if (/^\.*$/.test(plain)) return '';
  if (plain.length <= longestName) return plain;
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(plain)?.[0] ?? '';
  return `${plain
    .slice(0, longestName - ending.length)
    .toWellFormed()
    .replace(/\uFFFD$/, '')}${ending}`;
}

/** A name as a browser sends it; never refused. */
export const paperName = () =>
  z._default(z.pipe(z.string().check(z.overwrite((name) => name.slice(0, 4000))), z.transform(cleanName)), '');
