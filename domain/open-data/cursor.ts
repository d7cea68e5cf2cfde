/** Pages of long lists: a cursor says after which row the next page begins, so that rows added meanwhile shift nothing. Pure. */
import * as z from 'zod/mini';
import { whole } from '../input';

/** Rows of a page at most, and where nobody says how many. */
export const pageLimits = { most: 200, usual: 50 };

export const limit = () => z._default(whole(1, pageLimits.most), pageLimits.usual);

const printable = /^[\x21-\x7e]{1,100}$/;

/** What a cursor stands for, '' from the beginning; whoever made one up is refused at the field. */
export const cursor = () =>
  z._default(
    z.pipe(
      z.string().check(
        z.maxLength(200, { error: () => 'input.unknown' }),
        z.refine((given) => given === '' || printable.test(opened(given)), { error: () => 'input.unknown' }),
      ),
      z.transform((given: string) => (given === '' ? '' : opened(given))),
    ),
    '',
  );

/** A cursor after the row with this key (a number or an identifier of ours). */
export const cursorAfter = (key: string | number): string => Buffer.from(String(key)).toString('base64url');

const opened = (given: string): string => Buffer.from(given, 'base64url').toString('latin1');

export type PageOf<Item> = { items: Item[] /** Cursor of the next page; null on the last. */; next: string | null };

/**
 * A page from rows read with one more than asked for.
 * @param keyOf what the list is sorted by
 */
export function pageFrom<Row>(rows: readonly Row[], most: number, keyOf: (row: Row) => string | number): PageOf<Row> {
  const items = rows.slice(0, most);
  const last = items.at(-1);
  return { items, next: rows.length > most && last !== undefined ? cursorAfter(keyOf(last)) : null };
}
