/** By which number the archive index knows a row again: the document it stands for, and what it says. */
import { hash53 } from './hash';

/** Bits of a document's number that are kept in order: neighbours in a file lie together in the index on `identity`. */
const neighbours = 256;

/** Digits at the end of a number that are counted as one number; more could not be held exactly. */
const mostDigits = 15;

/**
 * Identities of the rows of one source: of the document's number there, where it has none of the whole row.
 *
 * A number's last digits are not scattered: 256 documents in succession share all but the last eight bits. A file in the order of
 * its numbers then fills the index from one end instead of touching every page of it at each transaction, which is several times
 * faster and writes a tenth as much. Two different numbers still meet with a chance of about 2^-53.
 * @returns 1 … 2^53 − 1; never 0, which stands for "not yet hashed"
 */
export function identifier(sourceKey: string): (documentNumber: string, rowText: string) => number {
  const ofSource = hash53(sourceKey);
  let lastPrefix = '';
  let lastBlock = -1;
  let high = 0;
  return (documentNumber, rowText) => {
    if (documentNumber === '') return hash53(rowText, ofSource);
    const length = documentNumber.length;
    let start = length;
    while (start > 0 && length - start < mostDigits && isDigit(documentNumber.charCodeAt(start - 1))) start -= 1;
    const counted = start === length ? 0 : Number(documentNumber.slice(start));
    const block = Math.floor(counted / neighbours);
    // `007` and `7` are two numbers: the prefix keeps the leading zeros.
    let shown = start;
    while (shown < length && documentNumber.charCodeAt(shown) === 48) shown += 1;
    const prefix = documentNumber.slice(0, shown);
    if (block !== lastBlock || prefix !== lastPrefix) {
      high = Math.floor(hash53(`${prefix}|${block}|${start}`, ofSource) / neighbours);
      lastPrefix = prefix;
      lastBlock = block;
    }
    return high * neighbours + (counted % neighbours) || 1;
  };
}

const isDigit = (unit: number) => unit >= 48 && unit <= 57;

/** A row's values as they are kept: in the order of the columns, empty ones at the end left out. */
export function rowText(cells: readonly string[], columns: number): string {
  let end = Math.min(cells.length, columns);
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return JSON.stringify(end === cells.length ? cells : cells.slice(0, end));
}

/**
 * The seed of a table's content hashes: a row under other columns says something else, and so does one that was mapped by hand.
 * @param byHand whether the mapping differs from the one that the layout makes
 */
export function contentSeed(
  columns: readonly string[],
  mapping: Readonly<Record<string, string | undefined>>,
  byHand: boolean,
): number {
  const fields = byHand ? Object.entries(mapping).sort(([one], [two]) => (one < two ? -1 : 1)) : [];
  return hash53(JSON.stringify([columns, fields]));
}
