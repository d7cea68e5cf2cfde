import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { places } from '@/db/reference-data/places';
import { mappedFields, recordMapper } from '@/domain/archive/reading/formats';
import { anyText } from '@/domain/testing/any-text';
import { Gazetteer } from '../places/gazetteer';
import { placeLine } from '../places/lines';
import { FactsPacker, yearOf } from './facts';
import { birthYearAt, get24, get32, rowBytes, yearCode } from './index/compact-row';
import { isTimeless } from './index/keys';
import { nameSounds } from './name-sound';
import { placeBase, placeFacts, placeName } from './place-sound';
import { Remembered } from './remembered';

const gazetteer = new Gazetteer(places.map(placeLine));
const mapper = recordMapper(mappedFields, Object.fromEntries(mappedFields.map((field) => [field, field])));
type Written = Partial<Record<(typeof mappedFields)[number], string>>;
const record = (written: Written) => mapper(mappedFields.map((field) => written[field] ?? ''));
const packed = (written: Written) => {
  const packer = new FactsPacker(gazetteer);
  packer.add(record(written), 300);
  return packer.take();
};

const man = { surname: 'Құсайынов', givenName: 'Ахмет', patronymic: 'Жұмабекұлы', birth: '1913', birthPlace: 'Семей' };

describe('the facts of a record', () => {
  it('are the ids of its names, its years, its place, its fate and its source', () => {
    const { rows, count, bases } = packed({ ...man, fate: 'убит', lossDate: '12.03.1942' });
    expect(count).toBe(1);
    expect(get32(rows, 0)).toBe(nameSounds('Құсайынов', 'surname')[0]?.id);
    expect(get32(rows, 4)).toBe(nameSounds('Ахмет', 'given')[0]?.id);
    expect(get32(rows, 8)).toBe(nameSounds('Жұмабек', 'given')[0]?.id);
    expect(birthYearAt(rows, 0)).toBe(yearCode(1913));
    expect(rows[20]).toBe(yearCode(1942));
    expect(rows[21]).toBeGreaterThan(0);
    expect((rows[22] ?? 0) + (rows[23] ?? 0) * 256).toBe(300);
    expect(get24(rows, 15)).toBe(placeFacts(gazetteer, 'Семипалатинск').settlement?.id);
    expect(bases.split('\n')).toEqual(expect.arrayContaining(['kusajin', 'ahmet', 'Zumabek']));
  });

  it('are the same whichever name of the town was written', () => {
    for (const names of [
      ['Семей', 'Семипалатинск', 'г. Семипалатинск'],
      ['Акмолинск', 'Целиноград', 'Астана', 'Ақмола', 'Нур-Султан'],
    ]) {
      const facts = names.map((name) => placeFacts(gazetteer, name).settlement?.id);
      expect(new Set(facts).size, names.join()).toBe(1);
      expect(facts[0]).toBeGreaterThan(0);
    }
  });

  it('give keys: three pairs and two single parts, beside a unit, a file, kin', () => {
    expect(packed(man).keyCounts[0]).toBe(5);
    expect(packed({ surname: 'Құсайынов' }).keyCounts[0]).toBe(1);
    expect(packed({}).keyCounts[0]).toBe(0);
    expect(packed({ surname: 'К.', givenName: 'А.' }).keyCounts[0]).toBe(0);
    const more = packed({ ...man, unit: '310 сд', fond: '58', opis: '1', delo: '7', kin: 'жена Кусаинова Камар' });
    expect(more.keyCounts[0]).toBe(8);
    expect([...more.keys].filter(isTimeless)).toHaveLength(2);
  });

  it('are the same for the same man whatever the order of his parts, as far as pairs go', () => {
    const keys = (written: Written) => new Set(packed(written).keys);
    const swapped = keys({ surname: 'Ахмет', givenName: 'Құсайынов' });
    const straight = keys({ surname: 'Құсайынов', givenName: 'Ахмет' });
    expect([...swapped].filter((key) => straight.has(key))).toHaveLength(1 + 2);
  });

  it('are handed over once, in order, and grow without loss', () => {
    const packer = new FactsPacker(gazetteer);
    for (let at = 0; at < 9_000; at++) packer.add(record({ ...man, birth: String(1880 + (at % 40)) }), 1);
    const batch = packer.take();
    expect(batch.count).toBe(9_000);
    expect(batch.rows).toHaveLength(9_000 * rowBytes);
    expect(batch.keys).toHaveLength(9_000 * 5);
    for (let at = 0; at < 9_000; at += 500)
      expect(birthYearAt(batch.rows, at * rowBytes)).toBe(yearCode(1880 + (at % 40)));
    expect(packer.take()).toMatchObject({ count: 0, bases: '' });
  });

  it('come from any row whatever without throwing, and one row is no different after another', () => {
    const any = fc.record(
      Object.fromEntries(mappedFields.map((field) => [field, fc.oneof(anyText(30), fc.constant(''))])) as Record<
        (typeof mappedFields)[number],
        fc.Arbitrary<string>
      >,
    );
    const packer = new FactsPacker(gazetteer);
    fc.assert(
      fc.property(any, (written) => {
        packer.add(record(written), 300);
        expect(packer.take()).toEqual(packed(written));
      }),
      { numRuns: 60 },
    );
    const long = Object.fromEntries(mappedFields.map((field) => [field, 'Ахмет оглы, 310 сд '.repeat(4_000)]));
    expect(packed(long).count).toBe(1);
  });
});

describe('a year for the index', () => {
  it.each([
    ['1913', 1913],
    ['12.04.1913', 1913],
    ['около 1915', 1915],
    ['25 лет в 1942 г.', 1917],
    ['', 0],
    ['неизвестно', 0],
    ['191_', 0],
    ['до 1943', 0],
    ['1400', 0],
  ])('%s', (written, year) => {
    expect(yearOf(written)).toBe(yearCode(year));
  });
});

describe('a place by its sound', () => {
  it.each([
    ['Ивановка', 'ivanovka'],
    ['Каркаралинский', 'karkaral'],
    ['Каркаралинск', 'karkaral'],
    ['Омск', 'omsk'],
  ])('%s is %s', (written, base) => {
    expect(placeBase(written)).toBe(base);
  });

  it('takes any text; a number of the table stays what it is', () => {
    expect(placeName('#12')?.base).toBe('#12');
    expect(placeName('')).toBeNull();
    expect(placeName('—')).toBeNull();
    expect(placeFacts(gazetteer, '  ')).toEqual({ region: 0, district: null, settlement: null });
    fc.assert(
      fc.property(anyText(60), (text) => {
        const { region, district, settlement } = placeFacts(gazetteer, text);
        expect(region).toBeGreaterThanOrEqual(0);
        for (const place of [district, settlement]) {
          if (!place) continue;
          expect(place.id).toBeGreaterThan(0);
          expect(place.id).toBeLessThan(2 ** 24);
          expect(place.base).toMatch(/^[#@]./);
        }
      }),
    );
  });

  it('normalised again stays, where its signs mean the same as letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[aeioubpvdlmnr]{1,9}(insk|sk|)$/), (word) => {
        const once = placeBase(word);
        expect(placeBase(once)).toBe(once);
      }),
    );
  });
});

describe('answers remembered', () => {
  it('are found once each and forgotten when there are too many', () => {
    const asked: string[] = [];
    const upper = new Remembered((question) => {
      asked.push(question);
      return question === '' ? null : question.toUpperCase();
    }, 2);
    expect([upper.of('a'), upper.of('a'), upper.of(''), upper.of('')]).toEqual(['A', 'A', null, null]);
    expect(asked).toEqual(['a', '']);
    expect([upper.of('c'), upper.of('a')]).toEqual(['C', 'A']);
    expect(asked).toEqual(['a', '', 'c', 'a']);
  });
});
