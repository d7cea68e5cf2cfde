// Addresses of single records in the known databases.
import { sameDocumentId } from './reading/document-id';

/** `database`: the key of its source; `type`: the database's own word for the kind of document, '' where the address has none. */
export type RecordAddress = { database: string; type: string; number: string };

type Reader = (path: string, query: string, fragment: string) => { type: string; number: string } | null;

const byIdentifier: Reader = (path, query) => {
  if (!/^\/html\/info\.htm$/i.test(path)) return null;
  const number = numberIn(query);
  return number === null ? null : { type: '', number: sameDocumentId(number) };
};
const byPath: Reader = (path) => {
  const [, type, number] = /^\/heroes\/([a-z]+(?:[-_][a-z]+)*)(\d{1,12})\/?$/.exec(path) ?? [];
  if (!type || !number) return null;
  // Documents of the loss database keep its numbers there.
  return { type, number: type.startsWith('memorial-') ? sameDocumentId(number) : number };
};
const byFragment: Reader = (path, query, fragment) => {
  const number = path === '/' ? (numberIn(fragment) ?? numberIn(query)) : null;
  return number === null ? null : { type: /(?:^|[#?&])tab=([A-Za-z]{1,40})(?=&|$)/.exec(fragment)?.[1] ?? '', number };
};

const DATABASES: ReadonlyMap<string, readonly [database: string, read: Reader]> = new Map([
  ['obd-memorial.ru', ['obd-memorial', byIdentifier]],
  ['www.obd-memorial.ru', ['obd-memorial', byIdentifier]],
  ['pamyat-naroda.ru', ['pamyat-naroda', byPath]],
  ['www.pamyat-naroda.ru', ['pamyat-naroda', byPath]],
  ['podvignaroda.ru', ['podvig-naroda', byFragment]],
  ['www.podvignaroda.ru', ['podvig-naroda', byFragment]],
  ['podvignaroda.mil.ru', ['podvig-naroda', byFragment]],
  ['www.podvignaroda.mil.ru', ['podvig-naroda', byFragment]],
]);

const LONGEST = 2000;
const PARTS = /^https?:\/\/([a-z.-]+)(\/[^?#\\]*)?(\?[^#]*)?(#.*)?$/i;

/**
 * The document an address leads to; null for anything that is no single record of a known database. Only http and https,
 * and the host exactly one of the list: userinfo, ports, a trailing dot, look-alikes and longer names are refused. A
 * number raised by 500,000,000 comes back as the document's own (see reading/document-id.ts).
 */
export function readRecordAddress(url: string): RecordAddress | null {
  if (url.length > LONGEST) return null;
  const text = url.trim();
  if (/[\s\p{Cc}\\]/u.test(text)) return null;
  const [, host = '', path = '/', query = '', fragment = ''] = PARTS.exec(text) ?? [];
  const known = DATABASES.get(host.toLowerCase());
  if (!known) return null;
  const [database, read] = known;
  const found = read(path, query, fragment);
  return found && { database, ...found };
}

/** The one `id` of a query or fragment; null for none, two that differ, or one that is no number. */
function numberIn(part: string): string | null {
  const ids = new Set(Array.from(part.matchAll(/(?:^|[#?&])id=([^&]*)/g), ([, id = '']) => id));
  const [id = ''] = ids;
  return ids.size === 1 && /^[1-9]\d{0,11}$/.test(id) ? id : null;
}
