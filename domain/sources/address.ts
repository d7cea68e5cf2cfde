/** Addresses of searches in public databases, the man's name filled in. Pure. */
import type { WrittenName } from '../matching/name-parts';
import type { Spelling } from '../matching/search/spellings';

/** What a search address can leave open. */
const placesOfAddress = ['surname', 'givenName', 'patronymic', 'birthYear'] as const;

/** Countries whose databases are searched in Cyrillic; those of all others in Latin letters. */
const inCyrillic: readonly string[] = ['KZ', 'RU', 'BY', 'UA', 'KG', 'UZ', 'TJ', 'TM', 'BG', 'SU'];

const longest = 2000;

/**
 * Whether a pattern can be a search address: http or https, a name to fill in, no place that we do not know, and nothing open
 * before the path, so that no name ever chooses the host.
 */
export function isSearchAddress(pattern: string): boolean {
  if (pattern.length > longest || /[\s\\]/.test(pattern)) return false;
  const open = Array.from(pattern.matchAll(/\{([^{}]*)\}/g), ([, place = '']) => place);
  if (!open.includes('surname') || open.some((place) => !(placesOfAddress as readonly string[]).includes(place)))
    return false;
  const closed = pattern.replace(/\{[^{}]*\}/g, 'x');
  if (/[{}]/.test(closed) || !/^https?:\/\/[^/?#{}@]+[/?#]/i.test(pattern)) return false;
  return URL.canParse(closed) && new URL(closed).username === '';
}

/** The address with the name filled in; what is not known stays empty. @param birthYear four digits or '' */
export function filledAddress(pattern: string, name: WrittenName, birthYear = ''): string {
  const values: Readonly<Record<string, string>> = { ...name, birthYear };
  return pattern.replace(/\{(\w+)\}/g, (_, place: string) => encodeURIComponent((values[place] ?? '').toWellFormed()));
}

export type PrefilledAddress = { written: string; address: string };

/**
 * One address for every spelling that the source's own script can hold, best first, none twice.
 * @param source `country` tells the script
 */
export function prefilledAddresses(
  source: { searchAddress: string | null; country: string },
  spellings: readonly Spelling[],
  birthYear = '',
): PrefilledAddress[] {
  const pattern = source.searchAddress;
  if (pattern === null || !isSearchAddress(pattern)) return [];
  const script = inCyrillic.includes(source.country) ? /\p{Script=Cyrillic}/u : /\p{Script=Latin}/u;
  const addresses = new Map<string, PrefilledAddress>();
  for (const { written, name } of spellings) {
    // A given name alone would bring up half the database.
    if (!name.surname || !script.test(name.surname)) continue;
    const address = filledAddress(pattern, name, birthYear);
    if (!addresses.has(address)) addresses.set(address, { written, address });
  }
  return [...addresses.values()];
}
