import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisMarks, labelledPlaces, percent } from './scale';

describe('the marks of an axis', () => {
  it.each([
    [38, [0, 10, 20, 30, 40]],
    [48, [0, 20, 40, 60]],
    [556, [0, 200, 400, 600]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [0, [0, 1]],
    [100_000, [0, 50_000, 100_000]],
  ])('up to %d', (largest, marks) => {
    expect(axisMarks(largest)).toEqual(marks);
  });

  it('divide shares where nothing need be whole', () => {
    expect(axisMarks(1, { whole: false })).toEqual([0, 0.5, 1]);
    expect(axisMarks(1, { whole: false, wanted: 5 })).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('begin at nothing, rise by one step and reach the largest, few in number', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.boolean(), (largest, whole) => {
        const marks = axisMarks(largest, { whole });
        expect(marks[0]).toBe(0);
        expect(marks.at(-1)).toBeGreaterThanOrEqual(largest * (1 - 1e-9));
        expect(marks.length).toBeGreaterThan(1);
        expect(marks.length).toBeLessThanOrEqual(6);
        if (whole) for (const mark of marks) expect(Number.isInteger(mark)).toBe(true);
      }),
    );
  });
});

describe('the labelled places', () => {
  it('are all of a few', () => {
    expect(labelledPlaces(0, 4)).toEqual([]);
    expect(labelledPlaces(3, 4)).toEqual([0, 1, 2]);
  });

  it('are the first, the last and some between, never more than were allowed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 2, max: 12 }), (count, most) => {
        const places = labelledPlaces(count, most);
        expect(places[0]).toBe(0);
        expect(places.at(-1)).toBe(count - 1);
        expect(places.length).toBeLessThanOrEqual(most);
        expect([...new Set(places)].sort((a, b) => a - b)).toEqual(places);
      }),
    );
  });
});

it('writes a share as a percentage', () => {
  expect(percent(1 / 3)).toBe('33.333%');
  expect(percent(0)).toBe('0%');
});
