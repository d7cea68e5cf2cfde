/** Totals of the index: how far it has come and what weighs a year, a region, a place. */
import type Database from 'better-sqlite3';

export type Totals = {
  /** Highest record id that is in the index. */
  indexedTo: number;
  records: number;
  /** Records by code of the birth year (0 unknown) and by number of the region (0 unknown). */
  years: number[];
  regions: number[];
  /** How many records have the name part at all, and a district, a settlement. */
  having: { surname: number; given: number; patronymic: number; district: number; settlement: number };
  /** Records by known place (`#12`), as district or settlement. */
  places: Record<string, number>;
  /** Grows with every change, so that what was read before can be told to be old. */
  generation: number;
};

export const noTotals = (): Totals => ({
  indexedTo: 0,
  records: 0,
  years: new Array<number>(128).fill(0),
  regions: new Array<number>(256).fill(0),
  having: { surname: 0, given: 0, patronymic: 0, district: 0, settlement: 0 },
  places: {},
  generation: 0,
});

export function readTotals(connection: Database.Database): Totals {
  const kept = connection.prepare("SELECT value FROM index_state WHERE key = 'totals'").pluck().get();
  return typeof kept === 'string' ? (JSON.parse(kept) as Totals) : noTotals();
}

export function keepTotals(connection: Database.Database, totals: Totals): void {
  connection
    .prepare(
      "INSERT INTO index_state (key, value) VALUES ('totals', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    )
    .run(JSON.stringify(totals));
}
