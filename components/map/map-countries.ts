import type { CountryFigure } from '@/domain/map/shading';

/** A country today (`ZZ` where none is entered) with what the map shows in it. */
export type MapCountry = { country: string; places: number; soldiers: number; applications: number };

/** Places and applications by country today, most applications first, then most soldiers. */
export function countryRows(
  places: readonly { country: string | null; soldiers: number }[],
  figures: readonly CountryFigure[],
): MapCountry[] {
  const rows = new Map<string, MapCountry>();
  const rowOf = (country: string) => rows.get(country) ?? { country, places: 0, soldiers: 0, applications: 0 };
  for (const { country, soldiers } of places) {
    const row = rowOf(country ?? 'ZZ');
    rows.set(row.country, { ...row, places: row.places + 1, soldiers: row.soldiers + soldiers });
  }
  for (const { country, count } of figures) {
    const row = rowOf(country);
    rows.set(country, { ...row, applications: row.applications + count });
  }
  return [...rows.values()].sort(
    (a, b) => b.applications - a.applications || b.soldiers - a.soldiers || (a.country < b.country ? -1 : 1),
  );
}
