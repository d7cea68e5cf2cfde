import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MapView, type Point, placing, usualSize, worldWidth } from '@/domain/map/mercator';
import { lieOf, stepped } from './map-moves';

const views: fc.Arbitrary<MapView> = fc.record({
  z: fc.double({ min: 2, max: 9, noNaN: true }),
  x: fc.double({ min: -60, max: 120, noNaN: true }),
  y: fc.double({ min: -50, max: 65, noNaN: true }),
});

describe('a moved sheet', () => {
  it('has every point where the next drawing will have it', () => {
    fc.assert(
      fc.property(views, views, fc.nat(100), fc.nat(100), (drawn, shown, x, y) => {
        const point: Point = [x / 100, y / 100];
        const { scale, right, down } = lieOf(drawn, shown, usualSize);
        const [onSheetX, onSheetY] = placing(drawn, usualSize)(point);
        const [nextX, nextY] = placing(shown, usualSize)(point);
        const slack = 1e-9 * worldWidth(shown.z);
        expect(Math.abs(onSheetX * scale + right * usualSize.width - nextX)).toBeLessThan(slack + 1e-6);
        expect(Math.abs(onSheetY * scale + down * usualSize.height - nextY)).toBeLessThan(slack + 1e-6);
      }),
    );
  });

  it('lies as it was drawn when nothing moved', () => {
    const view = { z: 4.4, x: 31, y: 55 };
    expect(lieOf(view, view, usualSize)).toEqual({ scale: 1, right: 0, down: 0 });
  });
});

describe('a step', () => {
  it('goes where it says, and the opposite one comes back', () => {
    const view = { z: 5, x: 30, y: 50 };
    expect(stepped(view, usualSize, 'in')).toEqual({ ...view, z: 6 });
    expect(stepped(view, usualSize, 'east').x).toBeGreaterThan(35);
    expect(stepped(view, usualSize, 'north').y).toBeGreaterThan(52);
    expect(stepped(stepped(view, usualSize, 'west'), usualSize, 'east')).toEqual(view);
    expect(stepped(stepped(view, usualSize, 'south'), usualSize, 'north').y).toBeCloseTo(50, 2);
  });
});
