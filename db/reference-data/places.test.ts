import { describe, expect, it } from 'vitest';
import { firstOwnNumber, places } from './places';

const byNumber = new Map(places.map((place) => [place.number, place]));
const named = (name: string) => places.filter((place) => place.names.some((one) => one.name === name));
const kinds = ['country', 'region', 'district', 'settlement'];

describe('the table of places', () => {
  it('numbers every place once, below those that staff enter', () => {
    expect(byNumber.size).toBe(places.length);
    for (const { number } of places) expect(number).toBeLessThan(firstOwnNumber);
  });

  it('holds the oblasts, at least 150 raions and 90 towns of Kazakhstan', () => {
    const count = (kind: string) => places.filter((place) => place.kind === kind && place.country === 'KZ').length;
    expect(count('district')).toBeGreaterThanOrEqual(150);
    expect(count('settlement')).toBeGreaterThanOrEqual(90);
    const in1941 = places.filter(
      ({ kind, country, names }) =>
        kind === 'region' &&
        country === 'KZ' &&
        names.some(
          ({ name, from, to }) => / область$/.test(name) && from !== null && from <= 1941 && (to ?? 9999) >= 1941,
        ),
    );
    expect(in1941).toHaveLength(14);
  });

  it('puts every place but a state into a place that is there and no smaller', () => {
    for (const { number, kind, parents } of places) {
      expect(parents.length > 0, `${number}`).toBe(kind !== 'country');
      for (const parent of parents) {
        const above = byNumber.get(parent.number) ?? expect.fail(`${number} lies in ${parent.number}`);
        expect(kinds.indexOf(above.kind), `${number}`).toBeLessThanOrEqual(kinds.indexOf(kind));
        expect(parent.number).not.toBe(number);
      }
    }
  });

  it('has periods in order and positions on the earth', () => {
    for (const { number, names, parents, latitude, longitude } of places) {
      for (const { from, to } of [...names, ...parents]) expect((from ?? 0) <= (to ?? 9999), `${number}`).toBe(true);
      expect(latitude === null, `${number}`).toBe(longitude === null);
      expect(Math.abs(latitude ?? 0) <= 90 && Math.abs(longitude ?? 0) <= 180, `${number}`).toBe(true);
    }
  });

  // Жетісу is spelled so in Russian, too, by the decree that founded the oblast.
  it('names every place in three languages, each in its own letters', () => {
    for (const { number, names } of places) {
      const of = (language: string) => names.filter((one) => one.language === language).map((one) => one.name);
      for (const language of ['kk', 'ru', 'en'])
        expect(of(language).length, `${number} ${language}`).toBeGreaterThan(0);
      expect([...of('kk'), ...of('ru')].join(' '), `${number}`).not.toMatch(/[a-z]/i);
      expect(of('ru').join(' ').replaceAll('Жетісу', ''), `${number}`).not.toMatch(/[әғқңөұүһі]/i);
      expect([...of('en'), ...of('de')].join(' '), `${number}`).not.toMatch(/[Ѐ-ӿ]/);
    }
  });

  it.each(['Акмолинск', 'Целиноград', 'Астана', 'Нур-Султан', 'Küstrin', 'Карело-Финская ССР', 'Мирзоян'])(
    'knows one %s',
    (name) => {
      expect(named(name)).toHaveLength(1);
    },
  );
});
