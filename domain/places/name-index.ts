/** Finds places by a name, exactly or nearly. Pure. */
import type { PlaceKind } from '@/db/schema/places';
import { foldPlace, skeleton, stems, withDeletions } from './fold';
import { likeness } from './likeness';
import { partsOf } from './parts';

export type PlaceLine = {
  number: number;
  kind: PlaceKind;
  /** ISO 3166 code of the country today. */
  country: string;
  names: { name: string; language: string; from: number | null; to: number | null }[];
  /** Numbers of the places it lay in, the usual one of 1941 first. */
  parents: number[];
};

/** One of the forms a name is found by; `order` 0 is the name itself. */
type Form = { number: number; kind: PlaceKind; fold: string; order: number };
const mostKept = 20_000;
export type Found = { number: number; score: number };

const never = () => false;

export class NameIndex {
  readonly #forms = new Map<string, Form[]>();
  readonly #near = new Map<string, Form[]>();
  /** By the list of kinds itself: callers ask with the same few lists again and again. */
  readonly #kept = new WeakMap<readonly PlaceKind[], Map<string, readonly number[]>>();
  readonly #byKind: Record<PlaceKind, Form[]> = { country: [], region: [], district: [], settlement: [] };

  constructor(lines: readonly PlaceLine[]) {
    for (const line of lines) {
      const known = new Map<string, number>();
      for (const { name } of line.names)
        stems(bareName(name)).forEach((fold, order) => {
          if (fold !== '') known.set(fold, Math.min(order, known.get(fold) ?? order));
        });
      for (const [fold, order] of known) this.#add({ number: line.number, kind: line.kind, fold, order });
    }
  }

  #add(form: Form): void {
    put(this.#forms, form.fold, form);
    this.#byKind[form.kind].push(form);
    for (const key of withDeletions(skeleton(form.fold))) put(this.#near, key, form);
  }

  /** Places of these kinds that bear the folded name, the nearest forms only; empty when none does. */
  exact(fold: string, kinds: readonly PlaceKind[]): readonly number[] {
    let kept = this.#kept.get(kinds);
    if (!kept || kept.size >= mostKept) {
      kept = new Map();
      this.#kept.set(kinds, kept);
    }
    const known = kept.get(fold);
    if (known) return known;
    const found = this.#exact(fold, kinds);
    kept.set(fold, found);
    return found;
  }

  #exact(fold: string, kinds: readonly PlaceKind[]): number[] {
    let least = 99;
    let found: number[] = [];
    stems(fold).forEach((stem, asked) => {
      for (const form of this.#forms.get(stem) ?? []) {
        const distance = asked + form.order;
        if (distance > least || !kinds.includes(form.kind)) continue;
        if (distance < least) found = [];
        least = distance;
        if (!found.includes(form.number)) found.push(form.number);
      }
    });
    return found;
  }

  /** Places of these kinds whose name begins so, when they are the only ones: Караганд. обл. */
  begun(fold: string, kinds: readonly PlaceKind[]): number[] {
    if (fold.length < 4) return [];
    const found = new Set<number>();
    for (const kind of kinds)
      for (const form of this.#byKind[kind]) if (form.fold.startsWith(fold)) found.add(form.number);
    return found.size === 1 ? [...found] : [];
  }

  /** Places of these kinds with a name nearly so, best first, 0..1; by skeletons one or two consonants apart. */
  near(fold: string, kinds: readonly PlaceKind[], least: number, all = false): Found[] {
    const asked = stems(fold);
    const best = new Map<number, number>();
    const weigh = (form: Form, stem: string, order: number) => {
      if (!kinds.includes(form.kind)) return;
      const lost = 0.01 * (order + form.order);
      const score = likeness(stem, form.fold, Math.max(least, best.get(form.number) ?? 0) + lost) - lost;
      if (score >= least && score > (best.get(form.number) ?? 0)) best.set(form.number, score);
    };
    asked.forEach((stem, order) => {
      if (all) for (const kind of kinds) for (const form of this.#byKind[kind]) weigh(form, stem, order);
      else for (const form of this.#candidates(stem, least)) weigh(form, stem, order);
    });
    return [...best]
      .map(([number, score]) => ({ number, score }))
      .sort((a, b) => b.score - a.score || a.number - b.number);
  }

  /** Forms whose skeleton is that of the stem but for a sign on either side. */
  #candidates(stem: string, least: number): Set<Form> {
    const found = new Set<Form>();
    const spare = Math.ceil((1 - least) * 2 * stem.length);
    for (const key of withDeletions(skeleton(stem)))
      for (const form of this.#near.get(key) ?? [])
        if (Math.abs(form.fold.length - stem.length) <= spare) found.add(form);
    return found;
  }
}

/** A name without the words that say what the place is, folded: Қарқаралы ауданы, город Каркаралинск. */
export function bareName(name: string): string {
  const parts = partsOf(name, never);
  return foldPlace(parts.map((part) => part.words.join('')).join('')) || foldPlace(name);
}

function put(map: Map<string, Form[]>, key: string, form: Form): void {
  const there = map.get(key);
  if (!there) map.set(key, [form]);
  else if (there.at(-1) !== form) there.push(form);
}
