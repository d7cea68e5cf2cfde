/** The places a new register begins with, as rows. A place that is there already, changed or not, is left alone. */
import { placesSource, type ReferencePlace } from '@/db/reference-data/places';
import { placeNames, placeParents, places } from '@/db/schema';
import type { WriteDb } from '@/db/store';

/** The same place has the same id in every register, so that records of different museums can be held together. */
export const referencePlaceId = (number: number) => made('8', number, 0);

const made = (kind: '8' | '9' | 'a', number: number, i: number) =>
  `00000000-0000-4000-${kind}000-${String(number).padStart(8, '0')}${String(i).padStart(4, '0')}`;

/** Fewer rows than the variables of one statement allow. */
const atOnce = 1000;

/** Inserts places with their names, then what they lie in, all of which must be in the table or among them. */
export async function insertPlaces(tx: WriteDb, missing: readonly ReferencePlace[]): Promise<void> {
  const rows = missing.map(({ number, kind, country, latitude, longitude }) => ({
    id: referencePlaceId(number),
    number,
    kind,
    country,
    latitude,
    longitude,
    source: placesSource,
    version: 1,
  }));
  const names = missing.flatMap((place) =>
    place.names.map(({ name, language, from, to }, i) => ({
      id: made('9', place.number, i),
      placeId: referencePlaceId(place.number),
      language,
      name,
      fromYear: from,
      toYear: to,
    })),
  );
  const parents = missing.flatMap((place) =>
    place.parents.map(({ number, from, to }, i) => ({
      id: made('a', place.number, i),
      placeId: referencePlaceId(place.number),
      parentId: referencePlaceId(number),
      fromYear: from,
      toYear: to,
    })),
  );
  for (const some of chunks(rows)) await tx.insert(places).values(some).onConflictDoNothing();
  for (const some of chunks(names)) await tx.insert(placeNames).values(some).onConflictDoNothing();
  for (const some of chunks(parents)) await tx.insert(placeParents).values(some).onConflictDoNothing();
}

function chunks<Row>(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  for (let i = 0; i < rows.length; i += atOnce) found.push(rows.slice(i, i + atOnce));
  return found;
}
