import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapPoint } from './clusters';
import { drawMap, pointsShown } from './draw';
import { usualSize } from './mercator';
import { toneOf, tones } from './shading';

const point = (id: number, longitude: number, latitude: number, soldiers = 1): MapPoint => ({
  ...{ id: String(id), longitude, latitude, soldiers },
  ...{ name: `Жер ${id}`, approximate: id % 2 === 0 },
});
const pointLists = fc
  .array(
    fc.tuple(
      fc.double({ min: 10, max: 60, noNaN: true }),
      fc.double({ min: 42, max: 66, noNaN: true }),
      fc.integer({ min: 1, max: 40 }),
    ),
    { maxLength: 60 },
  )
  .map((all) => all.map(([x, y, soldiers], index) => point(index, x, y, soldiers)));

/** The January 2020 figures. */
const figures = [
  { country: 'RU', count: 38 },
  { country: 'HU', count: 4 },
  { country: 'DE', count: 2 },
  { country: 'LV', count: 2 },
  { country: 'BY', count: 1 },
  { country: 'PL', count: 1 },
];

const sums = ({ marks }: ReturnType<typeof drawMap>) => ({
  places: marks.reduce((sum, mark) => sum + (mark.kind === 'cluster' ? mark.places : 1), 0),
  soldiers: marks.reduce((sum, mark) => sum + (mark.kind === 'cluster' ? mark.soldiers : mark.point.soldiers), 0),
});

describe('the marks', () => {
  it('together are all places and all who lie there, whatever the zoom', () => {
    fc.assert(
      fc.property(pointLists, fc.integer({ min: 2, max: 4 }), (points, z) => {
        // From zoom 2 to 4 this frame holds all of 10–60° east.
        const drawing = drawMap({ points, view: { z, x: 35, y: 55 }, spare: 1 });
        expect(sums(drawing)).toEqual({
          places: points.length,
          soldiers: points.reduce((sum, { soldiers }) => sum + soldiers, 0),
        });
      }),
      { numRuns: 40 },
    );
  });

  it('of the view that is drawn when none is asked for are all in sight', () => {
    fc.assert(
      fc.property(pointLists, (points) => {
        const drawing = drawMap({ points });
        expect(drawing.marks.every(({ visible }) => visible)).toBe(true);
        expect(sums(drawing).places).toBe(points.length);
        expect(pointsShown(points, drawing.view)).toHaveLength(points.length);
      }),
      { numRuns: 40 },
    );
  });

  it('that stand for several places fall apart in the view they lead to, or share one point', () => {
    const crowd = [point(1, 36.07, 52.97), point(2, 36.09, 52.98), point(3, 38.87, 47.57), point(4, 38.87, 47.57)];
    const { marks } = drawMap({ points: crowd, view: { z: 5, x: 37, y: 50 } });
    const insides = marks.map((mark) => (mark.kind === 'cluster' ? mark.inside : expect.fail('no cluster')));
    expect(insides.filter((inside) => inside === null)).toHaveLength(1);
    const opened = drawMap({ points: crowd, view: insides.find(Boolean) ?? expect.fail('none opens') });
    expect(opened.marks.filter(({ kind, visible }) => kind === 'point' && visible)).toHaveLength(2);
  });
});

describe('the drawing', () => {
  it('is the same for the same input, and small enough for a slow phone', () => {
    const points = Array.from({ length: 400 }, (_, index) => point(index, 12 + (index % 40), 44 + (index % 21)));
    const input = { points, figures, spare: 0.2, nameCountry: (code: string) => code, namePlaces: true };
    const drawing = drawMap(input);
    expect(drawMap(input)).toEqual(drawing);
    expect(gzipSync(JSON.stringify(drawing)).length).toBeLessThan(40_000);
  });

  it('takes its tones from the figures: none without, one step a tone', () => {
    expect(tones(figures)).toEqual([1, 2, 5, 20]);
    expect(figures.map(({ count }) => toneOf(count, tones(figures)))).toEqual([3, 1, 1, 1, 0, 0]);
    expect(drawMap({ points: [] })).toMatchObject({ shades: [], neutral: '', tones: [], labels: [] });
    const drawing = drawMap({ points: [point(1, 14, 52), point(2, 48, 60)], figures });
    expect(drawing.shades.map(({ country, count }) => ({ country, count }))).toEqual(figures);
    expect(drawing.neutral).not.toBe('');
  });

  it('shades and names nothing for a former state or an unknown country', () => {
    const drawing = drawMap({
      points: [],
      figures: [
        { country: 'SU', count: 9 },
        { country: 'ZZ', count: 3 },
      ],
      nameCountry: (code) => code,
    });
    expect([drawing.shades, drawing.labels]).toEqual([[], []]);
  });

  it('names countries on their own land, and words never meet marks or each other', () => {
    const points = [
      point(1, 36, 53),
      point(2, 27.7, 56.8),
      point(3, 21.6, 47.5),
      point(4, 14.3, 52.7),
      point(5, 34.4, 61.8),
    ];
    const { labels, marks } = drawMap({ points, figures, nameCountry: (code) => code, namePlaces: true });
    expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['RU', 'PL', 'Жер 1']));
    for (const { x, y, anchor } of labels) {
      expect(x > 0 && y > 0 && x < usualSize.width && y < usualSize.height).toBe(true);
      if (anchor !== 'middle') continue;
      for (const mark of marks) expect(Math.hypot(mark.x - x, mark.y - y)).toBeGreaterThan(mark.radius);
    }
    // In the view of the peninsula alone nobody's name is written on it.
    const there = drawMap({ points: [], figures, view: { z: 8.5, x: 34.2, y: 45.3 }, nameCountry: (code) => code });
    expect(there.labels).toEqual([]);
  });

  it('joins the stages of a journey and shows them all', () => {
    const journey = [
      { longitude: 14.3, latitude: 52.7 },
      { longitude: 21, latitude: 52.2 },
      { longitude: 27.7, latitude: 56.8 },
    ];
    const { journey: line, view } = drawMap({ points: [], journey });
    expect(line.match(/-?[\d.]+/g)).toHaveLength(6);
    expect(view.x).toBeCloseTo(21, 0);
  });
});
