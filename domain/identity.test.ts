import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMoment } from './clock';
import { newAccessCode, newId, newReference, readAccessCode, readReference, sameHash, withBytes } from './identity';

/** Cyrillic letters a hand or a keyboard puts for Latin ones. */
const cyrillic: Record<string, string> = {
  A: 'А',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  3: 'З',
};

/** A code as somebody types it: other letters, small ones, other gaps. */
const typed = (code: string) =>
  fc
    .array(fc.record({ swap: fc.boolean(), small: fc.boolean(), gap: fc.constantFrom('', ' ', '-', '—', '.', '  ') }), {
      minLength: code.length,
      maxLength: code.length,
    })
    .map((ways) =>
      [...code]
        .map((sign, n) => {
          const way = ways[n];
          if (sign === '-') return way?.gap ?? '';
          const written = way?.swap ? (cyrillic[sign] ?? sign) : sign;
          return (way?.small ? written.toLowerCase() : written) + (way?.gap ?? '');
        })
        .join(''),
    );

describe('references and codes', () => {
  it('hold no signs that look alike', () => {
    const signs = new Set([...Array.from({ length: 500 }, newAccessCode).join('')]);
    for (const sign of '01258IOQSZBCGVW') expect(signs).not.toContain(sign);
    expect(signs.size).toBe(21);
    expect(newReference()).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/);
    expect(newAccessCode()).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  });

  it('are read back however they were typed', () => {
    const code = fc.constantFrom(...Array.from({ length: 50 }, newAccessCode));
    fc.assert(
      fc.property(
        code.chain((one) => fc.tuple(fc.constant(one), typed(one))),
        ([one, text]) => {
          expect(readAccessCode(text)).toBe(one);
        },
      ),
      { seed: 1941 },
    );
    expect(readReference('а е н к м р')).toBe('AEH-KMP');
    expect(readReference('т/х/у/з/7/9')).toBe('TXY-379');
  });

  it('that cannot be one are none, whatever was typed', () => {
    for (const text of ['', 'AAA-AA', 'AAA-AAAA', '☃☃☃-☃☃☃']) expect(readReference(text)).toBe('');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(readReference(text)).toMatch(/^(|[A-Z0-9]{3}-[A-Z0-9]{3})$/);
      }),
      { seed: 1941 },
    );
  });
});

describe('identifiers', () => {
  it('sort by the moment they were made and carry their version', () => {
    const ids = [5, 3, 4, 1, 2].map((hour) => atMoment(Date.UTC(2020, 0, 1, hour), newId));
    expect([...ids].sort()).toEqual([ids[3], ids[4], ids[1], ids[2], ids[0]]);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('repeat themselves from the same bytes, and only then', () => {
    const zeros = (n: number) => new Uint8Array(n);
    const made = () => withBytes(zeros, () => atMoment(0, () => [newId(), newReference(), newAccessCode()]));
    expect(made()).toEqual(made());
    expect(newAccessCode()).not.toBe(newAccessCode());
  });
});

it('hashes are the same only when they are, of whatever length', () => {
  expect([sameHash('abc', 'abc'), sameHash('abc', 'abd'), sameHash('abc', 'ab'), sameHash('', '')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
