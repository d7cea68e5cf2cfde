import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boxOf,
  type MapView,
  moved,
  placing,
  positionOf,
  unitOf,
  usualSize,
  viewFrom,
  viewOfAll,
  viewParams,
} from './mercator';

const positions = fc.record({
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
});
const views: fc.Arbitrary<MapView> = fc.record({
  z: fc.double({ min: 2, max: 10, noNaN: true }),
  x: fc.double({ min: -120, max: 120, noNaN: true }),
  y: fc.double({ min: -60, max: 65, noNaN: true }),
});

describe('the projection', () => {
  it('puts known places where every web map puts them', () => {
    // By the formula of EPSG:3857: x = 0.5 + lon/360; Null Island in the middle, 85.0511° at the edge.
    expect(unitOf({ longitude: 0, latitude: 0 })).toEqual([0.5, 0.5]);
    const [x, y] = unitOf({ longitude: 14.28, latitude: 52.73 });
    expect(x).toBeCloseTo(0.53967, 5);
    expect(y).toBeCloseTo(0.32746, 3);
    expect(unitOf({ longitude: 180, latitude: 85.0511287 })[1]).toBeCloseTo(0, 5);
  });

  it('comes back to where it began', () => {
    fc.assert(
      fc.property(positions, (position) => {
        const back = positionOf(unitOf(position));
        expect(back.longitude).toBeCloseTo(position.longitude, 6);
        expect(back.latitude).toBeCloseTo(position.latitude, 6);
      }),
    );
  });
});

describe('a view', () => {
  it('of several places shows every one of them', () => {
    fc.assert(
      fc.property(fc.array(positions, { minLength: 2, maxLength: 12 }), (all) => {
        const view = viewOfAll(all, usualSize);
        fc.pre(view.z > 1.5);
        const box = boxOf(view, usualSize);
        for (const [x, y] of all.map(unitOf)) {
          expect(x > box.west && x < box.east).toBe(true);
          expect(y > box.north && y < box.south).toBe(true);
        }
      }),
    );
  });

  it('is zoomed about a point that stays where it was', () => {
    fc.assert(
      fc.property(views, fc.nat(720), fc.nat(620), fc.constantFrom(-1, 1), (view, x, y, zoom) => {
        const next = moved(view, usualSize, { zoom, about: [x, y] });
        fc.pre(next.z === Number((view.z + zoom).toFixed(2)) && Math.abs(next.y) < 80 && Math.abs(next.x) < 180);
        const box = boxOf(view, usualSize);
        const under = [
          box.west + (x / usualSize.width) * (box.east - box.west),
          box.north + (y / usualSize.height) * (box.south - box.north),
        ] as const;
        const [afterX, afterY] = placing(next, usualSize)(under);
        // An address has four decimals of a degree, which at zoom 11 are a pixel or two.
        expect(Math.abs(afterX - x)).toBeLessThan(8);
        expect(Math.abs(afterY - y)).toBeLessThan(8);
      }),
    );
  });

  it('is read from an address as it was written, and anything else is none', () => {
    const view = { z: 4.4, x: 31.34, y: 55.261 };
    expect(viewFrom(viewParams(view))).toEqual(view);
    expect(viewFrom({ z: '-1', x: '0', y: '0' })).toBeNull();
    for (const asked of [
      {},
      { z: '4' },
      { z: '4', x: '1e9', y: '0' },
      { z: ['4'], x: '1', y: '1' },
      { z: '4', x: '181', y: '0' },
    ])
      expect(viewFrom(asked), JSON.stringify(asked)).toBeNull();
    expect(viewFrom({ z: '19', x: '0', y: '90' })).toEqual({ z: 14, x: 0, y: 85.0511 });
  });
});
