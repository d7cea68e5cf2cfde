/** What was measured, as tables beside the goals; no clock fails a benchmark. */
import type { Figure, Taken } from './figures';

/** Milliseconds at the 95th percentile. */
export const goals = { statistic: 300, map: 500, report: 20_000, ratio: 2 } as const;

export function printFigures(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ key }) => key.length));
  console.log(
    `\nStatistics computed anew, ms on the clock (of the processor); goal: below ${goals.statistic} at the 95th, * is short of it`,
  );
  console.log(['statistic'.padEnd(width), 'rows'.padStart(7), 'median'.padStart(16), '95th'.padStart(17)].join(' '));
  for (const { key, rows, taken } of figures)
    console.log(
      [key.padEnd(width), `${rows}`.padStart(7), pair(taken, 0.5).padStart(16), marked(taken).padStart(17)].join(' '),
    );
}

const marked = (taken: readonly Taken[]) =>
  `${pair(taken, 0.95)}${
    share(
      taken.map(({ wall }) => wall),
      0.95,
    ) < goals.statistic
      ? ' '
      : '*'
  }`;

function pair(taken: readonly Taken[], at: number): string {
  const wall = share(
    taken.map((one) => one.wall),
    at,
  );
  const processor = share(
    taken.map((one) => one.processor),
    at,
  );
  return `${wall.toFixed(0)} (${processor.toFixed(0)})`;
}

/** The value below which this share of them lies. */
export function share(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

/** One line of figures beside its goal, both in milliseconds. */
export function printLine(what: string, measured: number, goal?: number): void {
  const short = goal !== undefined && measured >= goal ? ' *' : '';
  console.log(
    `${what.padEnd(52)} ${measured.toFixed(0).padStart(8)}${goal === undefined ? '' : ` (goal ${goal})`}${short}`,
  );
}
