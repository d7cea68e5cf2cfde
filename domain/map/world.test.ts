/** The geometry against the rule that no disputed border is drawn and no country is shaded over a disputed area. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeOfNumber } from './country-numbers';
import { disputedAreas, disputedGeometries } from './disputed';
import { type Point, unitOf } from './mercator';
import { area, holds, type Line } from './outlines';
import { isDisputedPoint, type Shape, worldAt } from './world';

const at = (longitude: number, latitude: number): Point => unitOf({ longitude, latitude });
const within = (shapes: readonly Shape[] | undefined, point: Point): boolean =>
  (shapes ?? []).filter(({ line }) => holds(line, point)).length % 2 === 1;
/** Under the neutral land, pieces of which may overlap. */
const isNeutral = (level: number, point: Point) => worldAt(level).neutral.some(({ line }) => holds(line, point));
/** What a reader would see there: the country's tone, unless neutral land lies over it. */
const shadedAs = (level: number, point: Point): string[] =>
  isNeutral(level, point)
    ? []
    : [...worldAt(level).countries].filter(([, shapes]) => within(shapes, point)).map(([code]) => code);

const levels = [2, 5, 8];

describe('the bundled geometry', () => {
  const { objects } = JSON.parse(readFileSync('node_modules/world-atlas/countries-50m.json', 'utf8')) as {
    objects: { countries: { geometries: { id?: string; properties: { name: string } }[] } };
  };
  const { geometries } = objects.countries;

  it('is known by the codes of ISO 3166-1: names agree, one code a number', () => {
    const english = new Intl.DisplayNames(['en'], { type: 'region' });
    const codes = geometries.filter(({ id }) => id).map(({ id = '' }) => codeOfNumber(id) ?? expect.fail(id));
    expect(new Set(codes).size).toBe(new Set(geometries.map(({ id }) => id).filter(Boolean)).size);
    const agree = geometries.filter(({ id = '', properties }) => {
      const code = codeOfNumber(id);
      return code && english.of(code)?.slice(0, 3) === properties.name.slice(0, 3);
    });
    // The rest are written short or otherwise: Bosnia and Herz., W. Sahara, Macedonia.
    expect(agree.length / geometries.length).toBeGreaterThan(0.85);
  });

  it('knows every geometry that is a dispute by itself', () => {
    for (const name of Object.keys(disputedGeometries))
      expect(
        geometries.some(({ properties }) => properties.name === name),
        name,
      ).toBe(true);
  });

  it('puts towns into their countries, in every thinning', () => {
    const towns: [string, number, number][] = [
      ['RU', 36.07, 52.97],
      ['HU', 20.5, 47.2],
      ['LV', 25.5, 56.9],
      ['DE', 11.5, 51.0],
      ['PL', 21.01, 52.23],
      ['BY', 27.6, 53.9],
      ['UA', 30.5, 50.4],
      ['KZ', 71.4, 51.2],
    ];
    for (const level of levels)
      for (const [code, x, y] of towns) expect(shadedAs(level, at(x, y)), `${code} at ${level}`).toEqual([code]);
  });
});

describe('a disputed area', () => {
  it('is made of convex pieces: what is cut by them needs it', () => {
    for (const { key, pieces } of disputedAreas)
      for (const piece of pieces) {
        const ring: Line = piece.map(([x, y]) => [x, y]);
        const turns = ring.map((point, index) => {
          const [next, last] = [ring[(index + 1) % ring.length], ring[(index + 2) % ring.length]];
          return Math.sign(area([point, next ?? point, last ?? point]));
        });
        expect(new Set(turns).size, `${key} ${JSON.stringify(piece)}`).toBe(1);
      }
  });

  it('is shaded as no country’s', () => {
    const disputed: [string, number, number][] = [
      ['Crimea', 34.1, 45.0],
      ['Kerch', 36.4, 45.3],
      ['Donetsk', 37.8, 48.0],
      ['Luhansk', 39.3, 48.6],
      ['Melitopol', 35.4, 46.85],
      ['Kherson', 32.9, 46.7],
      ['Sukhumi', 41.1, 43.05],
      ['Tskhinvali', 43.97, 42.25],
      ['Rîbnița', 29.05, 47.8],
      ['Pristina', 21.15, 42.65],
      ['Iturup', 147.6, 44.9],
      ['Srinagar', 74.8, 34.1],
      ['Aksai Chin', 79.2, 35.0],
      ['Taipei', 121.3, 24.5],
      ['Laayoune', -12.5, 26.5],
      ['Hargeisa', 44.5, 9.5],
    ];
    for (const level of [5, 8])
      for (const [name, x, y] of disputed) expect(shadedAs(level, at(x, y)), `${name} at ${level}`).toEqual([]);
  });

  it('takes nothing from the land beside it', () => {
    const beside: [string, number, number][] = [
      ['RU', 38.87, 47.57], // Matveev Kurgan, where so many of them lie
      ['RU', 39.7, 47.3],
      ['RU', 37.3, 45.0],
      ['UA', 35.0, 48.6],
      ['UA', 36.3, 49.9],
      ['MD', 28.4, 47.3],
      ['GE', 42.7, 42.0],
      ['RU', 44.0, 43.3],
    ];
    for (const [code, x, y] of beside) expect(shadedAs(8, at(x, y)), `${code} ${x} ${y}`).toEqual([code]);
  });

  it('has no border in it, in any thinning', () => {
    for (const level of levels) {
      const { borders } = worldAt(level);
      expect(borders.length).toBeGreaterThan(100);
      for (const { line } of borders)
        for (const [index, point] of line.entries()) {
          const before = line[index - 1];
          if (!before) continue;
          const middle: Point = [(point[0] + before[0]) / 2, (point[1] + before[1]) / 2];
          expect(isDisputedPoint(middle), `${level}: ${middle}`).toBe(false);
        }
    }
  });

  it('that is a geometry by itself has no border about it', () => {
    // Between Serbia and Kosovo, Morocco and Western Sahara, Ethiopia and Somaliland.
    const gone: Point[] = [at(20.8, 43.1), at(-10, 27.667), at(44, 9.0)];
    for (const { line } of worldAt(8).borders)
      for (const point of line)
        for (const place of gone) expect(Math.hypot(point[0] - place[0], point[1] - place[1])).toBeGreaterThan(3e-4);
  });
});

describe('what is drawn beside it', () => {
  it('has the borders nobody disputes', () => {
    // Between Germany and Poland on the Oder; between Russia and Kazakhstan.
    const near = (place: Point) =>
      worldAt(8).borders.some(({ line }) =>
        line.some((point) => Math.hypot(point[0] - place[0], point[1] - place[1]) < 1e-3),
      );
    expect(near(at(14.6, 52.6))).toBe(true);
    expect(near(at(61.5, 53.9)) || near(at(61.0, 54.0))).toBe(true);
  });
});
