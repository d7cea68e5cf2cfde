/** Where a map for everybody may put a burial place: looters read maps. */
import { eq } from 'drizzle-orm';
import { type BurialPrecision, type Names, places } from '@/db/schema';
import { read } from '../database';
import { keptGazetteer } from '../places/kept-gazetteer';

/** Degrees. `approximate`: the settlement's or the region's point, not the grave's. */
export type PlacePoint = { latitude: number; longitude: number; approximate: boolean };

type Place = {
  reportedName: string;
  reportedRegion: string;
  presentName: Names;
  regionToday: Names;
  countryToday: string | null;
  latitude: number | null;
  longitude: number | null;
  coordinatePrecision: BurialPrecision | null;
  marked: boolean;
  regionOnly: boolean;
};

/** A position this coarse is that of a settlement or more, so that nobody finds a grave by it. */
const coarse: readonly (BurialPrecision | null)[] = ['settlement', 'region', 'country'];

/**
 * The exact point of a marked, tended place; else the settlement's (its own position where that is no finer, else the table of
 * places'), else the region's; of a disputed place the region's alone. Null where no table knows one.
 */
export async function publicPoint(place: Place): Promise<PlacePoint | null> {
  const { latitude, longitude, coordinatePrecision, marked, regionOnly } = place;
  if (!regionOnly && latitude !== null && longitude !== null) {
    if (coarse.includes(coordinatePrecision))
      return { latitude: hundredth(latitude), longitude: hundredth(longitude), approximate: true };
    if (marked) return { latitude, longitude, approximate: false };
  }
  return fromTable(place);
}

/** A kilometre or so: what calls itself a settlement's point says no more than that. */
const hundredth = (degrees: number): number => Math.round(degrees * 100) / 100;

async function fromTable(place: Place): Promise<PlacePoint | null> {
  const gazetteer = await keptGazetteer();
  const regions = [...each(place.regionToday), place.reportedRegion].filter(Boolean);
  const names = place.regionOnly ? [] : [...each(place.presentName), place.reportedName].filter(Boolean);
  const inRegion = regions[0] ?? '';
  const settlements = names.map((name) => gazetteer.read([inRegion, name].filter(Boolean).join(', ')).settlement);
  const numbers = [
    ...settlements.map((key) => (key.startsWith('#') ? Number(key.slice(1)) : 0)),
    ...regions.map((region) => gazetteer.read(region).region),
  ];
  for (const number of numbers) {
    const point = number ? await pointOf(number, place) : null;
    if (point) return point;
  }
  return null;
}

const each = (names: Names): string[] => [names.ru, names.kk, names.en];

/** Null also where the table's place lies in another country than a manager says: a namesake. */
async function pointOf(number: number, { countryToday, regionOnly }: Place): Promise<PlacePoint | null> {
  const [row] = await read().select().from(places).where(eq(places.number, number));
  if (!row || row.latitude === null || row.longitude === null) return null;
  if (countryToday !== null && !regionOnly && row.country !== countryToday) return null;
  return { latitude: row.latitude, longitude: row.longitude, approximate: true };
}
