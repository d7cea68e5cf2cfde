import { hashOf } from '../sound/hash';
import { get24, get32, rowBytes } from './compact-row';
import type { Gathering } from './gathering';
import type { Totals } from './state';

/** The totals with the gathered records counted in. */
export function addToTotals(totals: Totals, gathered: Gathering): Totals {
  const known = new Map<number, string>();
  for (const base of gathered.bases) if (base.startsWith('#')) known.set(hashOf(`@${base}`) >>> 8 || 1, base);
  const sums: Totals = structuredClone(totals);
  for (let row = 0; row < gathered.records; row++) {
    const at = row * rowBytes;
    const rows = gathered.rows;
    if (get32(rows, at)) sums.having.surname++;
    if (get32(rows, at + 4)) sums.having.given++;
    if (get32(rows, at + 8)) sums.having.patronymic++;
    for (const [field, offset] of [
      ['district', 12],
      ['settlement', 15],
    ] as const) {
      const id = get24(rows, at + offset);
      if (id === 0) continue;
      sums.having[field]++;
      const place = known.get(id);
      if (place) sums.places[place] = (sums.places[place] ?? 0) + 1;
    }
    increase(sums.years, rows[at + 18] as number);
    increase(sums.regions, rows[at + 19] as number);
  }
  sums.records += gathered.records;
  sums.indexedTo = Math.max(sums.indexedTo, gathered.ids[gathered.records - 1] ?? 0);
  sums.generation++;
  return sums;
}

function increase(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
