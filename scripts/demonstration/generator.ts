/** Chance that repeats itself: the same seed gives the same demonstration register on every machine. */

export type Generator = {
  /** A number from 0 up to but not 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included, at most 2³² apart. */
  int(min: number, max: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean;
  /** A new list with the same members in another order. */
  shuffle<T>(list: readonly T[]): T[];
  /** A value by its weight; weights need not add up to anything, one of 0 is never taken. */
  weighted<T>(entries: readonly (readonly [value: T, weight: number])[]): T;
  /** `n` bytes; never for secrets. */
  bytes(n: number): Uint8Array;
};

/**
 * A generator of chance: sfc32 of Chris Doty-Humphrey's PractRand, its state made from the seed.
 * @param seed a whole number of 32 bits; greater ones are cut down to them
 */
export function generator(seed: number): Generator {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];

  function word(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  // Seeds close to each other start apart only after the state is stirred.
  for (let i = 0; i < 15; i += 1) word();

  const next = () => word() / 2 ** 32;

  function int(min: number, max: number): number {
    const size = max - min + 1;
    const inRange = Number.isSafeInteger(min) && Number.isSafeInteger(max) && size >= 1 && size <= 2 ** 32;
    if (!inRange) throw new RangeError(`no range: ${min}..${max}`);
    return min + Math.floor(next() * size);
  }

  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[int(0, list.length - 1)] as T;
  }

  function chance(probability: number): boolean {
    return next() < probability;
  }

  function shuffle<T>(list: readonly T[]): T[] {
    const shuffled = [...list];
    for (let i = shuffled.length - 1; i > 0; i -= 1) {
      const j = int(0, i);
      [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
    }
    return shuffled;
  }

  function weighted<T>(entries: readonly (readonly [value: T, weight: number])[]): T {
    if (entries.some(([, weight]) => !(weight >= 0))) throw new RangeError('a weight below 0');
    const possible = entries.filter(([, weight]) => weight > 0);
    let rest = next() * possible.reduce((sum, [, weight]) => sum + weight, 0);
    const taken = possible.find(([, weight]) => {
      rest -= weight;
      return rest < 0;
    });
    // What rounding leaves over falls to the last.
    const entry = taken ?? possible.at(-1);
    if (!entry) throw new RangeError('nothing has a weight');
    return entry[0];
  }

  function bytes(n: number): Uint8Array {
    return Uint8Array.from({ length: n }, () => word() >>> 24);
  }

  return { next, int, pick, chance, shuffle, weighted, bytes };
}
