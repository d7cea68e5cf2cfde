/** What lies in what, at any time. Pure. */
import type { PlaceKind } from '@/db/schema/places';
import type { PlaceLine } from './name-index';

const mostKept = 20_000;

export class PlaceTree {
  readonly #lines: ReadonlyMap<number, PlaceLine>;
  readonly #withAbove = new Map<string, readonly number[]>();
  readonly #above = new Map<number, ReadonlySet<number>>();

  constructor(lines: ReadonlyMap<number, PlaceLine>) {
    this.#lines = lines;
  }

  /** The region all of them lie in, 0 when they lie in several. */
  shared(numbers: readonly number[]): number {
    const regions = new Set(numbers.map((number) => this.usual(number, 'region')));
    return regions.size === 1 ? ([...regions][0] ?? 0) : 0;
  }

  /** The place of a kind that one usually lay in; 0 for none. */
  usual(number: number, kind: PlaceKind, depth = 0): number {
    const line = this.#lines.get(number);
    if (!line || depth > 6) return 0;
    if (line.kind === kind) return number;
    for (const parent of line.parents) {
      const found = this.usual(parent, kind, depth + 1);
      if (found) return found;
    }
    return 0;
  }

  /** Those that lie in the first place of the scope that holds any of them; all when none does. */
  within(found: readonly number[], scope: readonly number[]): number[] {
    if (found.length < 2 || scope.length === 0) return [...found];
    for (const one of scope) {
      const inside = found.filter((number) => this.liesIn(number, [one]));
      if (inside.length > 0) return inside;
    }
    return [...found];
  }

  /** Whether a place is one of the scope or ever lay in one of it. */
  liesIn(number: number, scope: readonly number[]): boolean {
    const above = this.all(number);
    return scope.some((one) => one === number || above.has(one));
  }

  /** All places it ever lay in. */
  all(number: number): ReadonlySet<number> {
    const known = this.#above.get(number);
    if (known) return known;
    const found = new Set<number>();
    const climb = (from: number) => {
      for (const parent of this.#lines.get(from)?.parents ?? [])
        if (!found.has(parent)) {
          found.add(parent);
          climb(parent);
        }
    };
    climb(number);
    this.#above.set(number, found);
    return found;
  }

  /** Places and, after them, all they ever lay in. */
  withAbove(numbers: readonly number[]): readonly number[] {
    const key = numbers.join();
    const known = this.#withAbove.get(key);
    if (known) return known;
    const found = new Set(numbers);
    for (const number of numbers) for (const above of this.all(number)) found.add(above);
    if (this.#withAbove.size >= mostKept) this.#withAbove.clear();
    this.#withAbove.set(key, [...found]);
    return [...found];
  }
}
