/** The published burials by the place where they lie: for maps and open data. */
import type { Names } from '@/db/schema';
import { whilePublishedStands } from './kept-published';
import { everyPublished, type PublishedBurial } from './public';
import type { PlacePoint } from './public-point';

export type PublishedPlace = {
  burialPlaceId: string;
  /** Null where a disputed place is shown by its region alone. */
  presentName: Names | null;
  regionToday: Names;
  countryToday: string | null;
  reportedName: string;
  reportedRegion: string;
  /** ISO 3166 code, former states included. */
  reportedCountry: string;
  point: PlacePoint | null;
  /** How many of the published soldiers lie there. */
  soldiers: number;
  /** Their entries in the register, by name. */
  burialIds: string[];
};

/** Every place where somebody lies whose family agreed to say so, most soldiers first; kept until something happens. */
export const publishedPlaces = (): Promise<PublishedPlace[]> =>
  whilePublishedStands('published-places', async () => {
    const byPlace = new Map<string, PublishedBurial[]>();
    for (const entry of await everyPublished()) {
      const beside = byPlace.get(entry.burialPlaceId);
      if (beside) beside.push(entry);
      else byPlace.set(entry.burialPlaceId, [entry]);
    }
    return [...byPlace.values()]
      .map(placeOf)
      .sort((a, b) => b.soldiers - a.soldiers || (a.burialPlaceId < b.burialPlaceId ? -1 : 1));
  });

function placeOf(entries: PublishedBurial[]): PublishedPlace {
  const [first] = entries;
  if (!first) throw new Error('A group is never empty');
  const {
    burialPlaceId,
    presentName,
    regionToday,
    countryToday,
    reportedName,
    reportedRegion,
    reportedCountry,
    point,
  } = first;
  return {
    burialPlaceId,
    presentName,
    regionToday,
    countryToday,
    reportedName,
    reportedRegion,
    reportedCountry,
    point,
    soldiers: new Set(entries.map((entry) => entry.caseId)).size,
    burialIds: entries.toSorted((a, b) => byName.compare(a.surname, b.surname)).map((entry) => entry.burialId),
  };
}

const byName = new Intl.Collator('kk');
