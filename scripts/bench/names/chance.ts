/** Chance that repeats itself and starts anew for each man, so that a man can be made again from his number alone. */

export class Chance {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  /** Begins the stream of one number under one seed: sfc32 of Chris Doty-Humphrey's PractRand. */
  begin(seed: number, stream: number): this {
    this.a = seed | 0;
    this.b = Math.floor(seed / 2 ** 32) ^ 0x243f6a88;
    this.c = stream | 0;
    this.counter = 1;
    for (let i = 0; i < 12; i += 1) this.word();
    return this;
  }

  /** A number from 0 up to but not 1. */
  next(): number {
    return this.word() / 2 ** 32;
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  is(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[Math.floor(this.next() * list.length)] as T;
  }

  private word(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

/** Draws by weight in constant time: the alias method of A. J. Walker (1977). */
export class Draw<T> {
  private readonly values: T[];
  private readonly keep: Float64Array;
  private readonly alias: Uint32Array;

  constructor(entries: readonly (readonly [value: T, weight: number])[]) {
    if (entries.length === 0) throw new RangeError('nothing to draw from');
    this.values = entries.map(([value]) => value);
    this.keep = new Float64Array(entries.length).fill(1);
    this.alias = new Uint32Array(entries.length);
    const mean = entries.reduce((sum, [, weight]) => sum + weight, 0) / entries.length;
    const share = entries.map(([, weight]) => weight / mean);
    const small = share.flatMap((one, i) => (one < 1 ? [i] : []));
    const large = share.flatMap((one, i) => (one < 1 ? [] : [i]));
    while (small.length > 0 && large.length > 0) {
      const less = small.pop() ?? 0;
      const more = large.at(-1) ?? 0;
      this.keep[less] = share[less] ?? 1;
      this.alias[less] = more;
      const left = (share[more] ?? 0) + (share[less] ?? 0) - 1;
      share[more] = left;
      if (left < 1) {
        large.pop();
        small.push(more);
      }
    }
  }

  by(chance: Chance): T {
    const at = Math.floor(chance.next() * this.values.length);
    const taken = chance.next() < (this.keep[at] ?? 1) ? at : (this.alias[at] ?? 0);
    return this.values[taken] as T;
  }
}

/** Weights as names have them: the value at rank r weighs 1 / (r + 2) ^ slope. */
export const ranked = <T>(values: readonly T[], slope: number): [T, number][] =>
  values.map((value, rank) => [value, (rank + 2) ** -slope]);
