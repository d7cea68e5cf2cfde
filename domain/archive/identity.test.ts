import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash53 } from './hash';
import { contentSeed, identifier, rowText } from './identity';

const whole = (hash: number) => Number.isSafeInteger(hash) && hash > 0;

describe('the hash of a text', () => {
  it('is a whole number above 0 that a JavaScript number holds, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.maxSafeNat(), (text, seed) => {
        expect(whole(hash53(text, seed))).toBe(true);
        expect(hash53(text, seed)).toBe(hash53(text, seed));
      }),
    );
  });

  it('does not meet itself among half a million texts that differ little, nor under another seed', () => {
    const hashes = new Set<number>();
    for (let n = 0; n < 250_000; n++) {
      hashes.add(hash53(`["Сарсенов","Ергали","${n}"]`));
      hashes.add(hash53(`["Сарсенов","Ергали","${n}"]`, 7));
    }
    expect(hashes.size).toBe(500_000);
  });

  it('spreads over all its bits', () => {
    const counts = Array.from({ length: 53 }, () => 0);
    for (let n = 0; n < 4000; n++) {
      const bits = hash53(`row ${n}`).toString(2).padStart(53, '0');
      for (let bit = 0; bit < 53; bit++) if (bits[bit] === '1') counts[bit] = (counts[bit] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });
});

describe('the identity of a row', () => {
  it('differs for different numbers, leading zeros and prefixes included, and for different sources', () => {
    const identities = new Set<number>();
    const numbers: string[] = [];
    for (let n = 0; n < 60_000; n++) numbers.push(String(n), `g${n}`, `Ф58-${n}`, `0${n}`);
    numbers.push('g', '007', '0007', '7a', '7-1', '71', '123456789012345678', '12345678901234567');
    for (const source of ['one', 'two']) {
      const identity = identifier(source);
      for (const number of numbers) identities.add(identity(number, ''));
    }
    // `0` + `1…` is written twice by the loop above: 01 … 059999 stand once, but `00` is `0` with a zero before it.
    expect(identities.size).toBe(2 * new Set(numbers).size);
    for (const identity of identities) if (!whole(identity)) expect.fail(String(identity));
  });

  it('lies beside those of its neighbours', () => {
    const identity = identifier('obd-memorial');
    const blocks = new Set<number>();
    for (let n = 51_200_000; n < 51_204_096; n++) blocks.add(Math.floor(identity(String(n), '') / 256));
    expect(blocks.size).toBe(16);
  });

  it('does not depend on what was asked before', () => {
    const asked = fc.array(fc.tuple(fc.constantFrom('', 'a', 'б-', '0'), fc.nat(2000)), { maxLength: 30 });
    fc.assert(
      fc.property(asked, (numbers) => {
        const one = identifier('source');
        for (const [prefix, n] of numbers)
          expect(one(`${prefix}${n}`, '')).toBe(identifier('source')(`${prefix}${n}`, ''));
      }),
    );
  });

  it('of a row without a number is that of what it says', () => {
    const identity = identifier('obd-memorial');
    expect(identity('', '["a"]')).toBe(identity('', '["a"]'));
    expect(identity('', '["a"]')).not.toBe(identity('', '["b"]'));
  });
});

describe('what a row says', () => {
  it('leaves empty values at its end out, and cells beyond the columns', () => {
    expect(rowText(['a', '', 'b', '', ''], 5)).toBe('["a","","b"]');
    expect(rowText(['a', '', ''], 1)).toBe('["a"]');
    expect(rowText(['', ''], 2)).toBe('[]');
  });

  it('is something else under other columns, or mapped by hand', () => {
    const columns = ['one', 'two'];
    const seeds = [
      contentSeed(columns, { surname: 'one' }, false),
      contentSeed(['two', 'one'], { surname: 'one' }, false),
      contentSeed(columns, { surname: 'one' }, true),
      contentSeed(columns, { surname: 'two' }, true),
    ];
    expect(new Set(seeds).size).toBe(4);
    // What a layout maps may grow with the program: the file's rows are still the same.
    expect(contentSeed(columns, { surname: 'one', notes: 'two' }, false)).toBe(seeds[0]);
  });
});
