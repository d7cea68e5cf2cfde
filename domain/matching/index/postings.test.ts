import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactsBatch } from '../facts';
import { signs } from '../sound/letters';
import { rowBytes, writeRow, yearCode, yearOfCode } from './compact-row';
import { Gathering } from './gathering';
import { bareKey, isTimeless, pairKey, singleKey, timeless } from './keys';
import { type Counts, readNames, withCounts } from './name-list';
import { type Block, blockKey, PostingPacker, PostingReader, placeInSegment, placeOf, segmentOf } from './postings';

type Posting = readonly [place: number, record: number];

const inOrder = (a: Posting, b: Posting) => a[0] - b[0] || a[1] - b[1];

function packed(postings: readonly Posting[]): Block[] {
  const blocks: Block[] = [];
  const packer = new PostingPacker((block) => blocks.push(block));
  for (const [place, record] of postings) packer.add(place, record);
  packer.finish();
  return blocks;
}

function unpacked(blocks: readonly Block[]): Posting[] {
  const reader = new PostingReader();
  const postings: Posting[] = [];
  for (const { place, data } of blocks) {
    reader.open(place, data);
    while (reader.next()) postings.push([reader.place, reader.record]);
  }
  return postings;
}

const place = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 ** 35 - 1 }));
const record = fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2 ** 40 }));
const someOf = (maxLength: number) =>
  fc.array(fc.tuple(place, record), { maxLength }).map((postings) => postings.sort(inOrder));

describe('packed postings', () => {
  it('come out as they were put in, places never parted, blocks known by their first place', () => {
    fc.assert(
      fc.property(someOf(900), (postings) => {
        const blocks = packed(postings);
        expect(unpacked(blocks)).toEqual(postings);
        const ends = blocks.map((block) => unpacked([block]));
        for (const [at, own] of ends.entries()) {
          expect(own[0]?.[0]).toBe(blocks[at]?.place);
          const next = ends[at + 1]?.[0];
          if (next) expect(own.at(-1)?.[0]).toBeLessThan(next[0]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of one key in thousands stay one block that grows, and the next begins anew', () => {
    const many: Posting[] = Array.from({ length: 20_000 }, (_, at) => [7, at * 3 + 1] as const);
    const blocks = packed([...many, [8, 1], [2 ** 35 - 1, 2 ** 40]]);
    expect(blocks.map((block) => block.place)).toEqual([7, 8]);
    expect(unpacked(blocks)).toHaveLength(20_002);
    expect(blocks[0]?.data.length).toBeLessThan(45_000);
    expect(packed([])).toEqual([]);
  });

  it('have keys that keep segment and place apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 17 }), fc.nat(2 ** 28 - 1), fc.nat(127), (segment, key, year) => {
        const one = blockKey(segment, placeOf(key, year));
        expect(Number.isSafeInteger(one)).toBe(true);
        expect([segmentOf(one), placeInSegment(one)]).toEqual([segment, placeOf(key, year)]);
        expect(one).toBeLessThan(blockKey(segment + 1, 0));
      }),
    );
  });
});

describe('posting keys', () => {
  it('fit 28 bits, stay what they were under the mark of no year, and pairs have no order', () => {
    const hash = fc.nat(2 ** 32 - 1);
    fc.assert(
      fc.property(hash, hash, fc.nat(255), (a, b, region) => {
        expect(pairKey(a, b)).toBe(pairKey(b, a));
        for (const key of [pairKey(a, b), singleKey(a, region)]) {
          expect(key).toBeLessThan(2 ** 28);
          expect(key).toBeGreaterThanOrEqual(0);
          expect(isTimeless(key)).toBe(false);
          expect(isTimeless(timeless(key))).toBe(true);
          expect(bareKey(timeless(key))).toBe(key);
        }
      }),
    );
  });

  it('have years of 1851 to 1976 in one byte', () => {
    for (let year = 1800; year < 2030; year++)
      expect(yearOfCode(yearCode(year))).toBe(year >= 1851 && year <= 1976 ? year : 0);
  });
});

const facts = { surname: 1, given: 2, patronymic: 3, district: 4, settlement: 5, region: 6, lossYear: 0, fate: 0 };

/** A batch of records that have nothing but a year and keys. */
function batchOf(records: readonly { year: number; keys: readonly number[] }[]): FactsBatch {
  const rows = new Uint8Array(records.length * rowBytes);
  for (const [at, { year }] of records.entries())
    writeRow(rows, at * rowBytes, { ...facts, birthYear: year, source: 1 });
  return {
    count: records.length,
    rows,
    keys: Uint32Array.from(records.flatMap(({ keys }) => keys)),
    keyCounts: Uint8Array.from(records, ({ keys }) => keys.length),
    bases: '',
  };
}

describe('gathered facts', () => {
  const key = fc.oneof(fc.nat(5), fc.nat(2 ** 28 - 1), fc.nat(5).map(timeless));
  const one = fc.record({ year: fc.nat(126), keys: fc.array(key, { maxLength: 12 }), kept: fc.boolean() });

  it('are sorted by place as Array.sort would, equal ones in the order of the records; those not kept are left out', () => {
    fc.assert(
      fc.property(fc.array(one, { maxLength: 200 }), fc.integer({ min: 8, max: 64 }), (records, room) => {
        const gathering = new Gathering(room);
        gathering.add(
          batchOf(records),
          Float64Array.from(records, ({ kept }, at) => (kept ? at + 1 : 0)),
        );
        const plain = records
          .flatMap(({ year, keys, kept }, at) =>
            kept ? keys.map((own): Posting => [placeOf(bareKey(own), isTimeless(own) ? 0 : year), at + 1]) : [],
          )
          .sort(inOrder);
        const sorted = Array.from(
          gathering.sorted(),
          (posting): Posting => [gathering.places[posting] ?? -1, gathering.ids[gathering.owners[posting] ?? -1] ?? -1],
        );
        expect(sorted).toEqual(plain);
        expect(gathering.records).toBe(records.filter(({ kept }) => kept).length);
      }),
    );
  });
});

describe('the names under a skeleton', () => {
  const base = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 28 });
  const count = fc.oneof(fc.nat(3), fc.nat(2 ** 40));
  const counts = fc.tuple(count, count, count, count).map((all): Counts => [...all]);
  const list = fc.array(fc.tuple(base, counts), { maxLength: 20 }).map((all) => new Map(all));

  function names(bytes: Uint8Array): Map<string, Counts> {
    const found = new Map<string, Counts>();
    readNames(bytes, (from, length, own) => {
      const letters = Array.from(bytes.subarray(from, from + length), (id) => signs[id] ?? '?').join('');
      expect(found.has(letters)).toBe(false);
      found.set(letters, [...own]);
    });
    return found;
  }

  it('are read back with their counts, and counts are added', () => {
    fc.assert(
      fc.property(list, list, (first, second) => {
        const once = withCounts(null, first);
        expect(names(once)).toEqual(first);
        const both = new Map(first);
        for (const [name, [a, b, c, d]] of second) {
          const [e, f, g, h] = both.get(name) ?? [0, 0, 0, 0];
          both.set(name, [a + e, b + f, c + g, d + h]);
        }
        expect(names(withCounts(once, second))).toEqual(both);
        expect(names(withCounts(once, new Map()))).toEqual(first);
      }),
    );
  });
});
