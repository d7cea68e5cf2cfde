import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generator } from './generator';

const seed = fc.integer();

describe('a seeded generator', () => {
  it('stays the same from version to version', () => {
    const { next, bytes } = generator(2020);
    expect([next(), next(), next()]).toEqual([0.7868757790420204, 0.6215289998799562, 0.733553706901148]);
    expect([...bytes(8)]).toEqual([98, 110, 248, 241, 61, 77, 34, 193]);
  });

  it('repeats itself from the same seed, whatever is drawn', () => {
    const draw = (from: number) => {
      const g = generator(from);
      return [g.next(), g.int(1, 1000), g.pick(['a', 'b', 'c']), g.chance(0.5), g.shuffle([1, 2, 3, 4]), g.bytes(5)];
    };
    fc.assert(
      fc.property(seed, (n) => {
        expect(draw(n)).toEqual(draw(n));
      }),
    );
  });

  it('starts apart from neighbouring seeds', () => {
    const firsts = Array.from({ length: 10_000 }, (_, n) => generator(n).next());
    expect(new Set(firsts).size).toBeGreaterThan(9_990);
    expect(spread(firsts)).toBeLessThan(0.1);
  });

  it('draws evenly', () => {
    fc.assert(
      fc.property(seed, (n) => {
        const { next } = generator(n);
        const numbers = Array.from({ length: 5000 }, next);
        expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
        expect(spread(numbers)).toBeLessThan(0.25);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('int stays in its range and reaches both ends', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 5 }), (n, min, size) => {
        const { int } = generator(n);
        const drawn = new Set(Array.from({ length: 500 }, () => int(min, min + size)));
        expect([...drawn].sort((a, b) => a - b)).toEqual(Array.from({ length: size + 1 }, (_, i) => min + i));
      }),
      { seed: 1 },
    );
    for (const [min, max] of [
      [2, 1],
      [0.5, 2],
      [0, Number.NaN],
      [0, 2 ** 40],
    ] as const) {
      expect(() => generator(1).int(min, max)).toThrow(RangeError);
    }
  });

  it('shuffle keeps every member and leaves the list alone', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.integer()), (n, list) => {
        const before = [...list];
        const shuffled = generator(n).shuffle(list);
        expect(list).toEqual(before);
        const order = (a: number, b: number) => a - b;
        expect([...shuffled].sort(order)).toEqual([...list].sort(order));
      }),
    );
  });

  it('shuffle puts every member everywhere', () => {
    const { shuffle } = generator(7);
    const seen = Array.from({ length: 6000 }, () => shuffle(['a', 'b', 'c']).join(''));
    const counts = [...new Set(seen)].map((order) => seen.filter((x) => x === order).length);
    expect(counts.length).toBe(6);
    expect(Math.min(...counts)).toBeGreaterThan(880);
  });

  it('pick and chance', () => {
    const { pick, chance } = generator(3);
    expect(new Set(Array.from({ length: 100 }, () => pick(['a', 'b'])))).toEqual(new Set(['a', 'b']));
    expect(() => pick([])).toThrow(RangeError);
    const hits = Array.from({ length: 10_000 }, () => chance(0.2)).filter(Boolean).length;
    expect(hits).toBeGreaterThan(1880);
    expect(hits).toBeLessThan(2120);
    expect([chance(0), chance(1)]).toEqual([false, true]);
  });

  it('weighted follows the weights and never takes a weight of 0', () => {
    const { weighted } = generator(5);
    const drawn = Array.from({ length: 10_000 }, () =>
      weighted([
        ['never', 0],
        ['often', 3],
        ['seldom', 1],
        ['no', 0],
      ]),
    );
    expect(drawn).not.toContain('never');
    expect(drawn).not.toContain('no');
    const often = drawn.filter((x) => x === 'often').length;
    expect(often).toBeGreaterThan(7370);
    expect(often).toBeLessThan(7630);
    expect(() => weighted([])).toThrow(RangeError);
    expect(() => weighted([['a', 0]])).toThrow(RangeError);
    expect(() =>
      weighted([
        ['a', -1],
        ['b', 2],
      ]),
    ).toThrow(RangeError);
    expect(() => weighted([['a', Number.NaN]])).toThrow(RangeError);
  });

  it('bytes are as many as asked for and use every value', () => {
    const { bytes } = generator(11);
    expect(bytes(0)).toHaveLength(0);
    const many = bytes(10_000);
    expect(many).toHaveLength(10_000);
    expect(new Set(many).size).toBe(256);
  });
});

/** The greatest relative deviation of ten equal classes from their share. */
function spread(numbers: readonly number[]): number {
  const classes = Array.from({ length: 10 }, (_, i) => numbers.filter((x) => Math.floor(x * 10) === i).length);
  const share = numbers.length / 10;
  return Math.max(...classes.map((count) => Math.abs(count - share) / share));
}
