/** The kinds of documents of one source as they are typed: one a line, in three languages. Pure. */
import type { Names } from '@/db/schema/correspondence';

export type Part = { key: string; name: Names };

const mostParts = 30;

/** The lines as a person reads and changes them: `kk | ru | en`. */
export const partLines = (parts: readonly Part[]): string =>
  parts.map(({ name }) => [name.kk, name.ru, name.en].join(' | ')).join('\n');

/**
 * Reads the lines. A part that keeps its name in one of the languages keeps its key, for searches name parts by their keys.
 * @param before the parts as they stood
 * @returns null when a line has not exactly three names, when one stands twice, or when there are more than 30
 */
export function readPartLines(text: string, before: readonly Part[]): Part[] | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > mostParts) return null;
  const parts: Part[] = [];
  const taken = new Set<string>();
  for (const line of lines) {
    const [kk = '', ru = '', en = '', ...more] = line.split('|').map((name) => name.trim());
    if (!kk || !ru || !en || more.length > 0) return null;
    const same = before.find(
      ({ key, name }) => !taken.has(key) && (name.kk === kk || name.ru === ru || name.en === en),
    );
    const key = same?.key ?? freeKey(keyOf(en), (one) => taken.has(one) || before.some((part) => part.key === one));
    if (parts.some(({ name }) => name.kk === kk || name.ru === ru || name.en === en)) return null;
    taken.add(key);
    parts.push({ key, name: { kk, ru, en } });
  }
  return parts;
}

/** A key made of an English name: small letters, digits and hyphens, 60 at most; `source` where nothing is left. */
export function keyOf(name: string): string {
  const key = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return key || 'source';
}

/** The key itself, or with the first number that makes it free. */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(key)) return key;
  for (let number = 2; ; number++) if (!isTaken(`${key}-${number}`)) return `${key}-${number}`;
}
