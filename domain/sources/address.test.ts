import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sources } from '@/db/reference-data/sources';
import { nobody } from '../matching/person';
import { spellingsInParts } from '../matching/search/spellings';
import { filledAddress, isSearchAddress, prefilledAddresses } from './address';

const patternOf = (key: string) => {
  const source = sources.find((one) => one.key === key);
  return { searchAddress: source?.searchAddress ?? null, country: source?.country ?? '' };
};
const person = { ...nobody, surname: 'Құсайынов', givenName: 'Ахмет', patronymic: 'Ғалиұлы' };
const spellings = spellingsInParts(person, []);
const searchOf = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe('a prefilled search', () => {
  it('has one address for every spelling in the script of the database', () => {
    const addresses = prefilledAddresses(patternOf('pamyat-naroda'), spellings);
    expect(addresses[0]?.written).toBe('Құсайынов Ахмет Ғалиұлы');
    const cyrillic = spellings.filter(({ written }) => /^[^a-z]+$/i.test(written)).map(({ written }) => written);
    expect(addresses.map(({ written }) => written)).toEqual(cyrillic);
    expect(cyrillic.length).toBeGreaterThan(3);
    const clerk = addresses.find(({ written }) => written.startsWith('Кусаинов'));
    expect(searchOf(clerk?.address ?? '')).toMatchObject({ last_name: 'Кусаинов', first_name: 'Ахмет' });
    expect(new URL(clerk?.address ?? '').host).toBe('pamyat-naroda.ru');
  });

  it('of the loss database asks as its own form does', () => {
    const [first] = prefilledAddresses(patternOf('obd-memorial'), [
      { written: '', name: { surname: 'Тараненко', givenName: 'Харитон', patronymic: 'Васильевич' } },
    ]);
    expect(searchOf(first?.address ?? '')).toEqual({ f: 'Тараненко', n: 'Харитон', s: 'Васильевич', y: '', r: '' });
  });

  it('of a German archive is in Latin', () => {
    const addresses = prefilledAddresses(patternOf('prisoner-of-war'), spellings);
    expect(addresses.map(({ written }) => written)).toEqual([
      expect.stringMatching(/^Kusainov /),
      expect.stringMatching(/^Kusainow /),
    ]);
  });

  it('is not offered without an address pattern, nor without a surname', () => {
    expect(prefilledAddresses(patternOf('books-of-memory'), spellings)).toEqual([]);
    const nameless = spellingsInParts({ ...nobody, givenName: 'Ахмет' }, []);
    expect(prefilledAddresses(patternOf('pamyat-naroda'), nameless)).toEqual([]);
  });

  it('fills in what is known of the year', () => {
    const pattern = 'https://example.kz/search?q={surname}&y={birthYear}';
    expect(filledAddress(pattern, spellings[0]?.name ?? expect.fail(), '1914')).toMatch(/&y=1914$/);
  });
});

describe('a pattern of search addresses', () => {
  it.each([
    ['https://example.kz/search?q={surname}', true],
    ['http://example.kz/?f={surname}&n={givenName}&s={patronymic}&y={birthYear}', true],
    ['https://example.kz/search', false],
    ['https://example.kz/?q={surname}&x={password}', false],
    ['https://{surname}.example.kz/?q={surname}', false],
    ['https://{surname}/', false],
    ['https://a@example.kz/?q={surname}', false],
    ['javascript:alert("{surname}")', false],
    ['ftp://example.kz/{surname}', false],
    ['https://example.kz/?q={surname', false],
    ['https://example.kz/?q={surname} 1', false],
    ['', false],
  ])('%s', (pattern, isGood) => {
    expect(isSearchAddress(pattern)).toBe(isGood);
  });

  it('never lets a name change where the address leads', () => {
    fc.assert(
      fc.property(
        fc.record({ surname: fc.string({ unit: 'binary' }), givenName: fc.string(), patronymic: fc.string() }),
        fc.constantFrom('https://example.kz/a/{surname}', 'https://example.kz/?q={surname}%20{givenName}#{patronymic}'),
        (name, pattern) => {
          const address = new URL(filledAddress(pattern, name));
          expect(address.origin).toBe('https://example.kz');
        },
      ),
    );
  });
});
