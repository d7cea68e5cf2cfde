/** Shares with their intervals, and the middle and the tail of times. */

export type Share = { right: number; of: number };

export const shareOf = (list: readonly boolean[]): Share => ({ right: list.filter(Boolean).length, of: list.length });

export const ratio = ({ right, of }: Share): number => (of === 0 ? Number.NaN : right / of);

/** The 95 % interval of a share: E. B. Wilson, 1927. */
export function interval({ right, of }: Share): [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const p = right / of;
  const middle = p + z ** 2 / (2 * of);
  const half = z * Math.sqrt((p * (1 - p)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}

/** `.968 [.960 .975]`, or a dash where nothing was counted. */
export function shareText(share: Share): string {
  if (share.of === 0) return '–';
  const [low, high] = interval(share);
  return `${decimal(ratio(share))} [${decimal(low)} ${decimal(high)}]`;
}

const decimal = (n: number): string => n.toFixed(3).replace(/^0\./, '.');

/** The value below which the given share of a list lies, 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Rows of cells under each other, the first column to the left. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
