/** One name part as the index knows it. */
import { readNamePart } from '../archive/normalising/short-name';
import { baseOf, type NamePart } from './sound/base';
import { longestSound } from './sound/distance';
import { hashOf } from './sound/hash';
import { rough } from './sound/rough';
import { skeletonOf } from './sound/skeleton';
import { soundsOf } from './sound/sound';

/**
 * `full` names are known by their base, unfinished ones by their beginning, torn ones by their end. `id` is what compact facts carry,
 * `key` what postings are made from.
 */
export type NameSound = { kind: 'full' | 'beginning' | 'end'; base: string; id: number; key: number };

export const fullName = (whole: string): NameSound => {
  const base = whole.slice(0, longestSound);
  return { kind: 'full', base, id: hashOf(base), key: hashOf(skeletonOf(base)) };
};

/** Compact id of a name of which only the beginning (`^`) or the end (`$`) is known. */
export const partialId = (mark: '^' | '$', roughSound: string): number => hashOf(mark + roughSound);
/** Posting key of such a name: its first or last sign alone. */
export const partialKey = (mark: '^' | '$', roughSound: string): number =>
  hashOf(`${mark}${mark === '^' ? roughSound.slice(0, 1) : roughSound.slice(-1)}`);

/** Every way a written part may have sounded, the most usual first; none for an empty part or one that says nothing. */
export function nameSounds(written: string, part: NamePart): NameSound[] {
  const { text, kind } = readNamePart(written);
  if (kind === 'none') return [];
  const found: NameSound[] = [];
  for (const sound of soundsOf(text)) {
    if (kind === 'initial' || kind === 'shortened' || kind === 'broken-end' || sound.length === 1) {
      const start = rough(sound);
      found.push({ kind: 'beginning', base: sound, id: partialId('^', start), key: partialKey('^', start) });
    } else if (kind === 'broken-start') {
      const end = rough(baseOf(sound, part));
      found.push({ kind: 'end', base: sound, id: partialId('$', end), key: partialKey('$', end) });
    } else {
      const base = baseOf(sound, part);
      if (base && !found.some((one) => one.base === base)) found.push(fullName(base));
    }
  }
  return found;
}
