import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, leastZoom, type MapView, mostZoom, placing, usualSize } from './mercator';
import { tilesOf } from './tiles';

const pattern = 'https://tiles.example.kz/{z}/{x}/{y}.png';
const views = fc
  .record({
    z: fc.double({ min: leastZoom, max: mostZoom, noNaN: true }),
    x: fc.double({ min: -60, max: 120, noNaN: true }),
    y: fc.double({ min: 20, max: 70, noNaN: true }),
  })
  .map((view): MapView => view);

describe('the tiles under a view', () => {
  it('cover what is drawn without a gap, and are not many', () => {
    fc.assert(
      fc.property(views, (view) => {
        const tiles = tilesOf(pattern, view, usualSize, 0.2);
        expect(tiles.length).toBeGreaterThan(0);
        expect(tiles.length).toBeLessThanOrEqual(81);
        const box = boxOf(view, usualSize, 0.2);
        const place = placing(view, usualSize);
        const [left, top] = place([Math.max(0, box.west), Math.max(0, box.north)]);
        const [right, bottom] = place([Math.min(1, box.east), Math.min(1, box.south)]);
        expect(Math.min(...tiles.map(({ x }) => x))).toBeLessThanOrEqual(left + 0.1);
        expect(Math.min(...tiles.map(({ y }) => y))).toBeLessThanOrEqual(top + 0.1);
        expect(Math.max(...tiles.map(({ x, width }) => x + width))).toBeGreaterThanOrEqual(right - 0.1);
        expect(Math.max(...tiles.map(({ y, width }) => y + width))).toBeGreaterThanOrEqual(bottom - 0.1);
        expect(new Set(tiles.map(({ href }) => href)).size).toBe(tiles.length);
      }),
    );
  });

  it('are asked for as servers know them', () => {
    // Almaty (76.9, 43.25) lies in the tile 182/93 of zoom 8.
    const hrefs = tilesOf(pattern, { z: 8, x: 76.9, y: 43.25 }, { width: 10, height: 10 }).map(({ href }) => href);
    expect(hrefs).toEqual(['https://tiles.example.kz/8/182/93.png']);
  });
});
