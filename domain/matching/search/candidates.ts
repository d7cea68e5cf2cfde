/** Records worth scoring: those that share two name parts by sound with the question, near its year; then one part in its region. */

import { yearCode } from '../index/compact-row';
import { factKey, pairKey, singleKey } from '../index/keys';
import type { NameSound } from '../name-sound';
import { nameSounds } from '../name-sound';
import type { IndexView } from './index-view';
import type { AskedName, Question } from './question';

const leastPair = 0.46;
const mostPairs = 280;
const mostGathered = 9000;
const mostKept = 1500;
/** Postings of one key in one segment. */
const mostOfKey = 3000;
const yearsAround = 10;
const yearsAroundSingle = 2;
const mostSingleKeys = 8;

/** Record ids, those with the most in common first; at most 1,500. */
export function candidates(question: Question, view: IndexView): number[] {
  const gathered = new Map<number, number>();
  const { from, to } = window(question.year, yearsAround);
  const add = (weight: number) => (record: number) => {
    gathered.set(record, (gathered.get(record) ?? 0) + weight);
  };
  for (const { key, likeness } of pairsOf(question)) {
    view.postings(key, from, to, mostOfKey, add(likeness));
    if (gathered.size > mostGathered) break;
  }
  for (const key of kinKeys(question)) view.postings(key, from, to, mostOfKey, add(0.9));
  singles(question, view, add);
  const found = [...gathered];
  if (found.length > mostKept) {
    found.sort((a, b) => b[1] - a[1]);
    found.length = mostKept;
  }
  return found.map(([record]) => record);
}

function window(year: number, around: number): { from: number; to: number } {
  if (year === 0) return { from: 0, to: 127 };
  return { from: yearCode(year - around) || 1, to: yearCode(year + around) || 127 };
}

type Keyed = { key: number; likeness: number };

const keysOf = (name: AskedName): Keyed[] =>
  name.similar?.keys ?? name.sounds.map(({ key }) => ({ key, likeness: 0.8 }));

function pairsOf(question: Question): Keyed[] {
  const pairs = new Map<number, number>();
  const [surname, given, patronymic] = question.names;
  for (const [a, b] of [
    [surname, given],
    [given, patronymic],
    [surname, patronymic],
  ]) {
    // One root twice finds too many, unless nothing else is known whole.
    if (!a || !b || (question.oneRoot && given?.similar && a === surname && b === patronymic)) continue;
    const others = keysOf(b);
    for (const one of keysOf(a)) {
      if (one.likeness * (others[0]?.likeness ?? 0) < leastPair) break;
      for (const other of others) {
        const likeness = one.likeness * other.likeness;
        if (likeness < leastPair) break;
        const key = pairKey(one.key, other.key);
        if ((pairs.get(key) ?? 0) < likeness) pairs.set(key, likeness);
      }
    }
  }
  const sorted = [...pairs].map(([key, likeness]) => ({ key, likeness })).sort((a, b) => b.likeness - a.likeness);
  if (sorted.length > mostPairs) sorted.length = mostPairs;
  return sorted;
}

/** One part alone: in the question's region (or where the region is unknown), near its year. Without a second part, everywhere. */
function singles(question: Question, view: IndexView, add: (weight: number) => (record: number) => void): void {
  const named = question.names.filter((name) => name !== null);
  const alone = named.length < 2;
  const { from, to } = window(question.year, alone ? yearsAround : yearsAroundSingle);
  const { region } = question.place;
  if (!alone && question.year === 0 && region === 0) return;
  const regions = region > 0 ? [region, 0] : alone ? regionsOf(view) : [0];
  for (const name of named)
    for (const { key, likeness } of keysOf(name).slice(0, alone ? 25 : mostSingleKeys))
      for (const one of regions)
        view.postings(singleKey(key, one), from, to, alone ? 400 : 600, add(likeness * (one === 0 ? 0.4 : 0.45)));
}

const regionsOf = (view: IndexView): number[] =>
  view.totals.regions.flatMap((records, region) => (records > 0 ? [region] : []));

function kinKeys(question: Question): number[] {
  const surname = question.names[0];
  if (!surname) return [];
  return question.kin.flatMap(({ names }) => {
    const first = names.length > 1 ? names[1] : names[0];
    const sound: NameSound | undefined = first ? nameSounds(first, 'given')[0] : undefined;
    if (sound?.kind !== 'full') return [];
    return keysOf(surname)
      .slice(0, 12)
      .map(({ key }) => pairKey(factKey('kin', String(sound.key)), key));
  });
}
