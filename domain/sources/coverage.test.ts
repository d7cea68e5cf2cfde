import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage';

const part = (key: string) => ({ key });
const database = { key: 'obd-memorial', parts: [part('reports'), part('orders'), part('graves')] };
const book = { key: 'book', parts: [] };
const search = (parts: string[] = [], sourceKey = database.key, withdrawnAt: number | null = null) => ({
  sourceKey,
  parts,
  withdrawnAt,
});

describe('what is left of a source', () => {
  it.each([
    ['nothing was searched', [], [], ['reports', 'orders', 'graves'], false],
    ['the whole of it', [search()], [], [], true],
    ['one kind of documents', [search(['orders'])], [], ['reports', 'graves'], false],
    ['all kinds, one by one', [search(['orders', 'graves']), search(['reports'])], [], [], true],
    ['another source', [search([], 'book')], [], ['reports', 'orders', 'graves'], false],
    ['a search taken back', [search([], database.key, 1)], [], ['reports', 'orders', 'graves'], false],
    ['an open request', [], [database.key], [], true],
    ['a kind it no longer has', [search(['lists'])], [], ['reports', 'orders', 'graves'], false],
  ] as const)('%s', (_, searches, waiting, partsLeft, isCovered) => {
    expect(coverageOf(database, searches, waiting)).toEqual({ isCovered, partsLeft });
  });

  it('a source without kinds is covered by any search of it', () => {
    expect(coverageOf(book, [], [])).toEqual({ isCovered: false, partsLeft: [] });
    expect(coverageOf(book, [search(['gone'], 'book')], [])).toEqual({ isCovered: true, partsLeft: [] });
  });

  it('one more search never uncovers, one taken back never covers', () => {
    const one = fc.record({
      sourceKey: fc.constantFrom('obd-memorial', 'book'),
      parts: fc.subarray(['reports', 'orders', 'graves', 'lists']),
      withdrawnAt: fc.constantFrom(null, 1),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), one, fc.constantFrom(database, book), (before, next, source) => {
        const [then, later] = [coverageOf(source, before, []), coverageOf(source, [...before, next], [])];
        expect(later.isCovered || !then.isCovered).toBe(true);
        if (next.withdrawnAt !== null || next.sourceKey !== source.key) expect(later).toEqual(then);
      }),
    );
  });
});
