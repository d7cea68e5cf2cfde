/** How a country's figure becomes one of a few tones. Pure. */

/** A figure of a country today, ISO 3166-1 alpha-2; the shape of the statistics' rows. */
export type CountryFigure = { country: string; count: number };

/** Round figures a tone may begin with. */
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

/** The lowest figure of each tone, palest first: at most four, about evenly apart in proportion; [] when there is nothing. */
export function tones(figures: readonly CountryFigure[]): number[] {
  const most = Math.max(0, ...figures.map(({ count }) => count));
  const within = steps.filter((step) => step <= most);
  if (within.length <= 4) return within;
  const last = within.length - 1;
  return [0, 1, 2, 3].map((index) => within[Math.floor((index * last) / 3)] ?? 1);
}

/** The tone of a figure: 0 for the palest; -1 for none. */
export const toneOf = (count: number, from: readonly number[]): number =>
  from.reduce((tone, least, index) => (count >= least ? index : tone), -1);
