import { describe, expect, it } from 'vitest';
import { survival } from './survival';

const came = (days: number, count = 1) => ({ days, reached: true, count });
const lost = (days: number, count = 1) => ({ days, reached: false, count });

describe('survival', () => {
  it('agrees with the worked example of Kaplan and Meier', () => {
    // Remission of leukaemia under 6-MP (Freireich 1963), weeks: the textbook case.
    const textbook = [
      came(6, 3),
      lost(6),
      came(7),
      lost(9),
      came(10),
      lost(10),
      lost(11),
      came(13),
      came(16),
      lost(17),
      lost(19),
      lost(20),
      came(22),
      came(23),
      lost(25),
      lost(32, 2),
      lost(34),
      lost(35),
    ];
    const { steps, median, p90 } = survival(textbook);
    expect(steps.map(({ days, remaining }) => [days, Number(remaining.toFixed(3))])).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
    expect([median, p90]).toEqual([23, null]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
  });

  it('is the plain median when nobody is lost from sight', () => {
    expect(survival([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((days) => came(days)))).toMatchObject({ median: 5, p90: 9 });
    expect(survival([came(0, 3)])).toEqual({
      steps: [{ days: 0, remaining: 0, reached: 3, atRisk: 3 }],
      median: 0,
      p90: 0,
    });
  });

  it('knows nothing of nobody, and counts those still waiting', () => {
    expect(survival([])).toEqual({ steps: [], median: null, p90: null });
    expect(survival([came(2), lost(30, 9)])).toMatchObject({ median: null });
  });
});
