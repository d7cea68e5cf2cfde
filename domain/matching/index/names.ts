import { theStore } from '../../database';
import { hashOf } from '../sound/hash';
import { skeletonKeys, skeletonOf } from '../sound/skeleton';
import { get24, get32, put32, rowBytes } from './compact-row';
import type { Gathering } from './gathering';
import { type Counts, withCounts } from './name-list';
import { inPieces } from './writing';

/** Enters the names of gathered records under their skeletons, with how often each stands in which field. */
export async function addNames(gathered: Gathering): Promise<void> {
  const { writer } = theStore().engine;
  const counts = countNames(gathered);
  const bySkeleton = new Map<string, Map<string, Counts>>();
  for (const [base, count] of counts) {
    const skeleton = skeletonOfEntry(base);
    const list = bySkeleton.get(skeleton) ?? new Map<string, Counts>();
    bySkeleton.set(skeleton, list.set(base.replace(/^@/, ''), merged(list.get(base.replace(/^@/, '')), count)));
  }
  const names = writer.prepare('SELECT names FROM sound_skeletons WHERE id = ?').pluck();
  const keepNames = writer.prepare('INSERT OR REPLACE INTO sound_skeletons (id, names) VALUES (?, ?)');
  const keyed = writer.prepare('SELECT skeletons FROM sound_keys WHERE key = ?').pluck();
  const keepKey = writer.prepare('INSERT OR REPLACE INTO sound_keys (key, skeletons) VALUES (?, ?)');
  await inPieces(bySkeleton.entries(), ([skeleton, added]) => {
    const id = hashOf(skeleton);
    const before = names.get(id) as Uint8Array | undefined;
    if (!before)
      for (const key of skeletonKeys(skeleton).map(hashOf)) {
        const others = keyed.get(key) as Uint8Array | undefined;
        keepKey.run(key, withNumber(others, id));
      }
    keepNames.run(id, withCounts(before ?? null, added));
  });
}

/** Names of places (`@`) stand under the skeleton of their sound like names of men. */
const skeletonOfEntry = (base: string): string => skeletonOf(base.replace(/^@/, ''));

const merged = (a: Counts | undefined, b: Counts): Counts =>
  a ? [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]] : b;

function countNames(gathered: Gathering): Map<string, Counts> {
  const byPerson = new Map<number, Counts>();
  const byPlace = new Map<number, Counts>();
  const count = (map: Map<number, Counts>, id: number, field: number) => {
    if (id === 0) return;
    let counts = map.get(id);
    if (!counts) {
      counts = [0, 0, 0, 0];
      map.set(id, counts);
    }
    counts[field] = (counts[field] as number) + 1;
  };
  for (let row = 0; row < gathered.records; row++) {
    const at = row * rowBytes;
    for (let part = 0; part < 3; part++) count(byPerson, get32(gathered.rows, at + part * 4), part);
    count(byPlace, get24(gathered.rows, at + 12), 3);
    count(byPlace, get24(gathered.rows, at + 15), 3);
  }
  const counted = new Map<string, Counts>();
  for (const base of gathered.bases) {
    if (base.startsWith('#')) continue;
    const counts = base.startsWith('@') ? byPlace.get(hashOf(base) >>> 8 || 1) : byPerson.get(hashOf(base));
    if (counts) counted.set(base, counts);
  }
  return counted;
}

function withNumber(packed: Uint8Array | undefined, number: number): Uint8Array {
  const longer = new Uint8Array((packed?.length ?? 0) + 4);
  if (packed) longer.set(packed);
  put32(longer, longer.length - 4, number);
  return longer;
}
