/** Places as the gazetteer reads them. Pure. */
import type { PlaceKind } from '@/db/schema/places';
import type { PlaceLine } from './name-index';

/** The larger before the smaller. */
export const placeKinds = ['country', 'region', 'district', 'settlement'] as const satisfies readonly PlaceKind[];

export type Years = { from: number | null; to: number | null };

/** Whether a period, its years inclusive and open ends without limit, holds a year. */
export const holds = ({ from, to }: Years, year: number) => (from ?? 0) <= year && year <= (to ?? 9999);

/** The year the records of the war are read by: most men were born earlier and died within four years of it. */
const usualYear = 1941;

type Place = {
  number: number;
  kind: PlaceKind;
  country: string;
  names: readonly ({ name: string; language: string } & Years)[];
  parents: readonly ({ number: number } & Years)[];
};

/** The line of a place: what it lay in in 1941 stands first, then the rest by time, so that readers take the first. */
export function placeLine({ number, kind, country, names, parents }: Place): PlaceLine {
  const inOrder = [...parents].sort(
    (a, b) => Number(holds(b, usualYear)) - Number(holds(a, usualYear)) || (a.from ?? 0) - (b.from ?? 0),
  );
  return {
    number,
    kind,
    country,
    names: names.map(({ name, language, from, to }) => ({ name, language, from, to })),
    parents: [...new Set(inOrder.map((parent) => parent.number))],
  };
}
