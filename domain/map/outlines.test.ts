import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from './mercator';
import { area, boxAbout, cutToBox, cutToConvex, holds, pathOf, runsNear, thinned } from './outlines';

const coordinate = fc.double({ min: 0, max: 100, noNaN: true });
const points = fc.tuple(coordinate, coordinate) as fc.Arbitrary<Point>;
/** Rings that do not cross themselves: points in order of their direction from the middle. */
const rings = fc
  .array(fc.tuple(fc.double({ min: 5, max: 45, noNaN: true }), fc.double({ min: 0, max: 6.28, noNaN: true })), {
    minLength: 3,
    maxLength: 20,
  })
  .map((all) =>
    all.sort((a, b) => a[1] - b[1]).map(([far, turn]): Point => [50 + far * Math.cos(turn), 50 + far * Math.sin(turn)]),
  );
const box = { west: 30, north: 40, east: 80, south: 90 };
const corners: Point[] = [
  [30, 40],
  [80, 40],
  [80, 90],
  [30, 90],
];

describe('a ring cut to a rectangle', () => {
  it('holds the points of the ring that lie in it, and no others', () => {
    fc.assert(
      fc.property(rings, points, (ring, point) => {
        const cut = cutToBox(ring, box);
        const inBox = point[0] > 30.01 && point[0] < 79.99 && point[1] > 40.01 && point[1] < 89.99;
        if (inBox) expect(holds(cut, point)).toBe(holds(ring, point));
        for (const [x, y] of cut) expect(x >= 29.999 && x <= 80.001 && y >= 39.999 && y <= 90.001).toBe(true);
      }),
    );
  });

  it('is the ring cut to that rectangle as a convex ring, whichever way it turns', () => {
    fc.assert(
      fc.property(rings, (ring) => {
        const size = Math.abs(area(cutToBox(ring, box)));
        expect(Math.abs(area(cutToConvex(ring, corners)))).toBeCloseTo(size, 4);
        expect(Math.abs(area(cutToConvex(ring, corners.toReversed())))).toBeCloseTo(size, 4);
      }),
    );
  });
});

describe('a thinned line', () => {
  it('keeps its ends and strays no farther than it may', () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 2, maxLength: 40 }), (line) => {
        const thin = thinned(line, 3);
        expect([thin[0], thin.at(-1)]).toEqual([line[0], line.at(-1)]);
        for (const point of line)
          expect(Math.min(...thin.slice(1).map((to, index) => distance(point, thin[index] ?? to, to)))).toBeLessThan(
            3.001,
          );
      }),
    );
  });
});

function distance([x, y]: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const share = square && Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / square));
  return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
}

describe('path data', () => {
  it('says the points to half a unit, whatever their signs', () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 2, maxLength: 20 }), (line) => {
        const numbers = (pathOf(line, false).match(/-?(?:\d+\.\d+|\.\d+|\d+)/g) ?? []).map(Number);
        const read: Point[] = [];
        for (let index = 0; index < numbers.length; index += 2) {
          const [x, y] = read.at(-1) ?? [0, 0];
          read.push([x + (numbers[index] ?? 0), y + (numbers[index + 1] ?? 0)]);
        }
        const rounded = line.map(([x, y]) => [Math.round(x * 2) / 2, Math.round(y * 2) / 2]);
        const kept = rounded.filter((point, index) => String(point) !== String(rounded[index - 1]));
        if (kept.length > 1) expect(read).toEqual(kept);
      }),
    );
  });

  it('of runs near a rectangle leaves out what lies elsewhere', () => {
    const line: Point[] = [
      [0, 50],
      [20, 50],
      [50, 50],
      [20, 51],
      [0, 51],
      [0, 52],
    ];
    expect(runsNear(line, box)).toEqual([line.slice(1, 4)]);
    expect(boxAbout(line)).toEqual({ west: 0, north: 50, east: 50, south: 52 });
    expect(pathOf([[1, 1]], true)).toBe('');
  });
});
