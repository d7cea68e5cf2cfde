import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, distance, encode, likeness, weigh } from './distance';
import { hashOf, hashOfCodes } from './hash';
import { signs } from './letters';
import { soundOf } from './sound';

const sound = fc.string({ unit: fc.constantFrom(...signs), maxLength: 28 });
const none = 1_000_000;
const apart = (a: string, b: string, limit = none) => {
  const other = encode(b);
  return distance(encode(a), other, 0, other.length, limit);
};

/** The same distance without an early end, written plainly from its description. */
function plainly(a: string, b: string): number {
  const one = (x: string, y: string) => apart(x, y);
  const drop = (text: string, at: number) => (text[at] === text[at - 1] && at > 0 ? 80 : weigh(encode(text[at] ?? '')));
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const get = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i <= a.length; i++)
    for (let j = 0; j <= b.length; j++) {
      const ways = i === 0 && j === 0 ? [0] : [];
      if (i > 0) ways.push(get(i - 1, j) + drop(a, i - 1));
      if (j > 0) ways.push(get(i, j - 1) + drop(b, j - 1));
      if (i > 0 && j > 0) ways.push(get(i - 1, j - 1) + one(a[i - 1] ?? '', b[j - 1] ?? ''));
      if (i > 1 && j > 1) {
        const across = one(a[i - 2] ?? '', b[j - 1] ?? '') + one(a[i - 1] ?? '', b[j - 2] ?? '');
        if (across < 400) ways.push(get(i - 2, j - 2) + 500 + across);
      }
      (table[i] ?? [])[j] = Math.min(...ways);
    }
  return get(a.length, b.length);
}

describe('the distance of two sounds', () => {
  it('is none to itself, the same both ways, and that of the plain table', () => {
    fc.assert(
      fc.property(sound, sound, (a, b) => {
        expect(apart(a, a)).toBe(0);
        expect(apart(a, b)).toBe(apart(b, a));
        expect(apart(a, b)).toBe(plainly(a, b));
        if (a !== b) expect(apart(a, b)).toBeGreaterThan(0);
      }),
    );
  });

  it('with a limit is exact up to it and above it beyond', () => {
    fc.assert(
      fc.property(sound, sound, fc.integer({ min: 0, max: 4000 }), (a, b, limit) => {
        const exact = apart(a, b);
        if (exact <= limit) expect(apart(a, b, limit)).toBe(exact);
        else expect(apart(a, b, limit)).toBeGreaterThan(limit);
      }),
    );
  });

  it('reads a name in the middle of a packed list like one by itself', () => {
    fc.assert(
      fc.property(sound, sound, sound, (a, b, before) => {
        const packed = Uint8Array.from([...encode(before), ...encode(b), ...encode(before)]);
        expect(distance(encode(a), packed, before.length, b.length, none)).toBe(apart(a, b));
        expect(decode(packed, before.length, b.length)).toBe(b);
        expect(weigh(packed, before.length, b.length)).toBe(weigh(encode(b)));
      }),
    );
  });

  it('costs less for what is easily misheard: a vowel, voice, a doubled or exchanged sound', () => {
    expect(apart('kusain', 'husain')).toBeLessThan(apart('kusain', 'musain'));
    expect(apart('kusain', 'kusein')).toBeLessThan(apart('kusain', 'kusin'));
    expect(apart('kasim', 'kassim')).toBe(80);
    expect(apart('kasim', 'kaism')).toBeLessThan(apart('kasim', 'karlm'));
  });
});

describe('likeness', () => {
  it('is 1 for the same, 0 to 1 always, the same both ways', () => {
    fc.assert(
      fc.property(sound, sound, (a, b) => {
        expect(likeness(a, a)).toBe(1);
        const alike = likeness(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(alike).toBe(likeness(b, a));
      }),
    );
  });

  it('of й and и is high and not whole', () => {
    for (const [a, b] of [
      ['Райымов', 'Раиымов'],
      ['Андрей', 'Андреи'],
      ['Николай', 'Николаи'],
      ['Байтұрсын', 'Баитурсын'],
    ] as const) {
      expect(likeness(soundOf(a), soundOf(b)), a).toBeLessThan(1);
      expect(likeness(soundOf(a), soundOf(b)), a).toBeGreaterThan(0.9);
    }
  });

  it('takes sounds of any length', () => {
    expect(likeness('kasim'.repeat(200), 'kasim'.repeat(200))).toBe(1);
    expect(likeness('', '')).toBe(1);
    expect(likeness('', 'kasim')).toBe(0);
  });
});

describe('the hash of a name', () => {
  it('is the same from letters and from their numbers, 32 bits, never 0', () => {
    const codes = Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
    fc.assert(
      fc.property(sound, (text) => {
        const hash = hashOf(text);
        expect(hashOfCodes(encode(text), codes, 0, text.length)).toBe(hash);
        expect(hash).toBeGreaterThan(0);
        expect(hash).toBeLessThan(2 ** 32);
        expect(Number.isInteger(hash)).toBe(true);
      }),
    );
  });
});
