/**
 * Posting keys: 28-bit hashes. Two things may share one; the score, which compares names themselves, sorts that out.
 */
import { hashOf, mix } from '../sound/hash';

export const keyBits = 28;

const cut = (hash: number): number => hash >>> (32 - keyBits);

/** Of two name parts by their skeletons, in either order: Ахмет Кусаин and Кусаин Ахмет share it. */
export const pairKey = (a: number, b: number): number =>
  a < b ? cut(mix(Math.imul(a, 31) + b)) : cut(mix(Math.imul(b, 31) + a));

/** Of one name part in one region (0 where the region is unknown). */
export const singleKey = (key: number, region: number): number => cut(mix(Math.imul(key, 257) + region + 1));

/** Of one fact beyond names. */
export const factKey = (kind: 'unit' | 'drafted' | 'kin' | 'camp' | 'citation', value: string): number =>
  cut(hashOf(`${kind}:${value}`));

export const citationKey = (fond: string, opis: string, delo: string): number =>
  factKey('citation', `${closed(fond)}/${closed(opis)}/${closed(delo)}`);

const numbers = /^\d*$/;
const closed = (part: string): string => (numbers.test(part) ? part : part.replace(/\s+/g, '').toLowerCase());

/** Marks a key whose postings stand under no year: what it finds is asked for without one. */
export const timeless = (key: number): number => (key | 0x80000000) >>> 0;
export const isTimeless = (key: number): boolean => key > 0x7fffffff;
export const bareKey = (key: number): number => key & 0x0fffffff;
