import { DomainError } from '../../result';
import { bookLimits, type Taken } from './limits';
import type { Merge, RawRow } from './raw-sheet';

/**
 * Fills every cell of a merged range with the text of its first one: what reads as one cell on paper belongs to each row it
 * stands beside. Rows that hold nothing of their own are not made.
 * @param taken counted on: `mergedCells` and `text`
 * @throws DomainError `takeover.bomb` when the ranges would fill more than a sheet of paper can mean
 */
export function fillMerged(rows: ReadonlyMap<number, string[]>, merges: readonly Merge[], taken: Taken): RawRow[] {
  const filled = new Map<number, { cells: string[]; from: Map<number, number>; across: Map<number, number> }>();
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  for (const row of numbers) filled.set(row, { cells: [...(rows.get(row) ?? [])], from: new Map(), across: new Map() });
  for (const { top, bottom, left, right } of merges) {
    const text = rows.get(top)?.[left] ?? '';
    const last = Math.min(right, bookLimits.columns - 1);
    for (const row of between(numbers, top, bottom)) {
      take(taken, 0);
      const target = filled.get(row);
      if (!target || (text === '' && row !== top)) continue;
      for (let column = left; column <= last; column++) {
        take(taken, text.length);
        while (target.cells.length <= column) target.cells.push('');
        target.cells[column] = text;
        if (bottom > top) target.from.set(column, top);
        if (right > left) target.across.set(column, left);
      }
    }
  }
  return numbers.map((row) => ({ row, ...(filled.get(row) ?? { cells: [], from: new Map(), across: new Map() }) }));
}

function take(taken: Taken, characters: number): void {
  taken.mergedCells += 1;
  taken.text += characters;
  if (taken.mergedCells > bookLimits.mergedCells || taken.text > bookLimits.text)
    throw new DomainError('takeover.bomb');
}

/** The members of a sorted list from `low` to `high`. */
function between(sorted: readonly number[], low: number, high: number): readonly number[] {
  let [begin, end] = [0, sorted.length];
  while (begin < end) {
    const middle = (begin + end) >> 1;
    if ((sorted[middle] ?? 0) < low) begin = middle + 1;
    else end = middle;
  }
  let stop = begin;
  while (stop < sorted.length && (sorted[stop] ?? 0) <= high) stop += 1;
  return sorted.slice(begin, stop);
}
