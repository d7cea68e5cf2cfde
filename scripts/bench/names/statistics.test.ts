import { describe, expect, it } from 'vitest';
import { interval, quantile } from './statistics';

describe('measures', () => {
  it('gives the interval of Wilson', () => {
    const [low, high] = interval({ right: 9, of: 10 });
    expect(low).toBeCloseTo(0.5958, 3);
    expect(high).toBeCloseTo(0.9821, 3);
    expect(interval({ right: 0, of: 10 })[0]).toBe(0);
  });

  it('takes the middle and the tail of times', () => {
    const times = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([0.5, 0.95, 0.99].map((share) => quantile(times, share))).toEqual([51, 96, 100]);
  });
});
