/** Identifiers, references and access codes. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { now } from './clock';

const chosen = new AsyncLocalStorage<(n: number) => Uint8Array>();

/** Runs `work` with bytes from a seeded generator, so that the same seed makes the same register. Never in a real one. */
export function withBytes<T>(bytes: (n: number) => Uint8Array, work: () => T): T {
  return chosen.run(bytes, work);
}

const bytes = (n: number): Uint8Array => chosen.getStore()?.(n) ?? randomBytes(n);

/** A UUID of version 7 (RFC 9562): sorts by the moment it was made. */
export function newId(): string {
  const b = bytes(16).slice();
  let ms = now();
  for (let i = 5; i >= 0; i--) {
    b[i] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x70;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(b).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Latin letters and digits that cannot be taken for one another, in print, in handwriting or in Cyrillic. */
const alphabet = 'ADEFHJKLMNPRTUXY3479';

function draw(length: number): string {
  let text = '';
  while (text.length < length)
    for (const b of bytes(length)) if (b < 240 && text.length < length) text += alphabet[b % alphabet.length];
  return text;
}

const grouped = (text: string, size: number) => text.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1-');

/** A reference such as `K7M-4QX`: 20^6, about 64 million. */
export const newReference = (): string => grouped(draw(6), 3);

/** A private access code such as `K7MX-4RTA-9DEF`: 20^12, about 2^51; guessing is slowed down besides. */
export const newAccessCode = (): string => grouped(draw(12), 4);

/** Cyrillic letters typed for the Latin ones they look like, and the signs the alphabet leaves out for those it holds. */
const lookAlike: Readonly<Record<string, string>> = {
  А: 'A',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  З: '3',
};

/** A reference or code as typed, brought to the form it was given in; '' when it cannot be one. */
function readTyped(typed: string, groups: number, size: number): string {
  const plain = [...typed.slice(0, 100).toUpperCase()]
    .map((sign) => lookAlike[sign] ?? sign)
    .filter((sign) => alphabet.includes(sign))
    .join('');
  return plain.length === groups * size ? grouped(plain, size) : '';
}

export const readReference = (typed: string): string => readTyped(typed, 2, 3);
export const readAccessCode = (typed: string): string => readTyped(typed, 3, 4);

/** The keyed hash under which a code is kept. */
export const hashCode = (code: string, salt: string): string => createHmac('sha256', salt).update(code).digest('hex');

/** Compares two hashes in constant time. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A random token of 256 bits for a link or a cookie; always truly random. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const newSalt = (): string => Buffer.from(bytes(16)).toString('hex');

/** The hash under which a token is kept. */
export const hashToken = (token: string): string => createHmac('sha256', 'izdeu token').update(token).digest('hex');
