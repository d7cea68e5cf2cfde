/** All names of the index that sound like one asked for, and how common they are. */
import type { Counts } from '../index/name-list';
import { readNames } from '../index/name-list';
import { fullName, type NameSound, partialId, partialKey } from '../name-sound';
import { placeId } from '../place-sound';
import { decode, distance, encode, weigh } from '../sound/distance';
import { hashOf, hashOfCodes } from '../sound/hash';
import { signs } from '../sound/letters';
import { rough } from '../sound/rough';
import { skeletonKeys, skeletonOf } from '../sound/skeleton';
import type { IndexView } from './index-view';
import { classCount, classes, classOf } from './weights';

export type SimilarNames = {
  /** The bases asked for. */
  bases: string[];
  /** By compact id of the name. */
  found: Map<number, number>;
  /** Posting keys with the best likeness under each, best first. */
  keys: { key: number; likeness: number }[];
  /** For surname, given name, father's name and place: records with a name of each class. */
  counts: Float64Array[];
  /** The names themselves that are as good as equal, for showing which spellings are searched. */
  near: string[];
};

const leastLikeness = classes[classCount - 1] as number;
const mostKeys = 60;
/** Likeness of a name whose beginning or end alone is known, as far as finding goes. */
const partial = 0.62;
/** Elements that come and go at the end of Kazakh names. */
const elements = ['bek', 'baj', 'Zan', 'gali', 'han', 'kul', 'gazi', 'tai', 'ali'];
const withoutElement = 0.72;

/** @param asked full names by their bases; others (initials, torn names) are left to the caller */
export function similarNames(
  view: IndexView,
  asked: readonly NameSound[],
  what: 'person' | 'place' = 'person',
): SimilarNames {
  const similar: SimilarNames = {
    bases: asked.map(({ base }) => base),
    found: new Map(),
    keys: [],
    counts: [0, 1, 2, 3].map(() => new Float64Array(classCount + 1)),
    near: [],
  };
  const best = new Map<number, number>();
  for (const { base } of asked) {
    scan(view, base, what, similar, best);
    if (what === 'place') continue;
    for (const other of withAndWithout(base)) exactly(view, other, similar, best);
    const start = rough(base);
    raise(best, partialKey('^', start), partial);
    raise(best, partialKey('$', start), partial);
  }
  similar.keys = [...best].map(([key, likeness]) => ({ key, likeness })).sort((a, b) => b.likeness - a.likeness);
  if (similar.keys.length > mostKeys) similar.keys.length = mostKeys;
  return similar;
}

function scan(
  view: IndexView,
  base: string,
  what: 'person' | 'place',
  similar: SimilarNames,
  best: Map<number, number>,
): void {
  const done = new Set<number>();
  const letters = encode(base);
  const weight = weigh(letters);
  for (const key of skeletonKeys(skeletonOf(base)))
    for (const skeleton of view.skeletonsUnder(hashOf(key))) {
      if (done.has(skeleton)) continue;
      done.add(skeleton);
      const packed = view.namesUnder(skeleton);
      let top = 0;
      readNames(packed, (from, length, counts) => {
        const likeness = likenessAt(letters, weight, packed, from, length);
        if (likeness < leastLikeness || (what === 'place' && counts[3] === 0)) return;
        if (likeness > top) top = likeness;
        const id = what === 'person' ? hashAt(packed, from, length) : placeId(decode(packed, from, length));
        keep(similar, id, counts, likeness);
      });
      if (top >= leastLikeness) raise(best, skeleton, top);
    }
}

function exactly(view: IndexView, base: string, similar: SimilarNames, best: Map<number, number>): void {
  const { key, id } = fullName(base);
  if (similar.found.has(id)) return;
  const packed = view.namesUnder(key);
  readNames(packed, (from, length, counts) => {
    if (length !== base.length || hashAt(packed, from, length) !== id) return;
    keep(similar, id, counts, withoutElement);
    raise(best, key, withoutElement);
  });
}

function withAndWithout(base: string): string[] {
  const forms: string[] = [];
  for (const element of elements)
    if (base.endsWith(element) && base.length - element.length >= 3) forms.push(base.slice(0, -element.length));
    else if (base.length >= 3 && base.length <= 7) forms.push(base + element);
  return forms;
}

/** Likeness 0..1 of two weighed sounds; 0 as soon as it must be below the least. */
function likenessAt(a: Uint8Array, weight: number, packed: Uint8Array, from: number, length: number): number {
  const difference = length - a.length;
  if (difference > 6 || difference < -6) return 0;
  const other = weigh(packed, from, length);
  const heavier = Math.max(weight, other, 1000);
  const allowed = heavier * (1 - leastLikeness);
  if (Math.abs(weight - other) > allowed + 200) return 0;
  return 1 - distance(a, packed, from, length, allowed) / heavier;
}

function keep(similar: SimilarNames, id: number, counts: Counts, likeness: number): void {
  const before = similar.found.get(id);
  const own = classOf(likeness);
  if (before !== undefined) {
    if (before >= likeness) return;
    count(similar, classOf(before), counts, -1);
  }
  similar.found.set(id, likeness);
  count(similar, own, counts, 1);
}

function count(similar: SimilarNames, own: number, counts: Counts, sign: 1 | -1): void {
  for (let field = 0; field < 4; field++) {
    const list = similar.counts[field] as Float64Array;
    list[own] = (list[own] as number) + sign * (counts[field] as number);
  }
}

const codes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));

/** The same as `hashOf` of the letters, without making a string. */
const hashAt = (packed: Uint8Array, from: number, length: number): number => hashOfCodes(packed, codes, from, length);

function raise(best: Map<number, number>, key: number, likeness: number): void {
  if ((best.get(key) ?? 0) < likeness) best.set(key, likeness);
}

/** Compact ids under which this name may stand when only its beginning or its end was written. */
export function partialIds(base: string, sound: string): { id: number; letters: number }[] {
  const start = rough(sound);
  const end = rough(base);
  const ids: { id: number; letters: number }[] = [];
  for (let length = 1; length < start.length; length++)
    ids.push({ id: partialId('^', start.slice(0, length)), letters: length });
  for (let length = 2; length < end.length; length++)
    ids.push({ id: partialId('$', end.slice(-length)), letters: length });
  return ids;
}
