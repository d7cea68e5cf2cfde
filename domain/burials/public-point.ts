/** Where a map for everybody may put a burial place: looters read maps. */
import { eq } from 'drizzle-orm';
import { type BurialPrecision, type Names, places } from '@/db/schema';
import { read } from '../database';
import type { Gazetteer } from '../places/gazetteer';
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
export const publicPoint = async (place: Place): Promise<PlacePoint | null> => (await publicPoints())(place);

type PointOf = (place: Place) => Promise<PlacePoint | null>;

/** What was found by the table of places as it stands: reading a written place is slow, and places change seldom. */
let kept: { gazetteer: Gazetteer; points: Map<string, Promise<PlacePoint | null>> } | undefined;
const mostKept = 50_000;

/** The same for many places: the table is looked at once. */
export async function publicPoints(): Promise<PointOf> {
  const gazetteer = await keptGazetteer();
  if (kept?.gazetteer !== gazetteer) kept = { gazetteer, points: new Map() };
  const { points } = kept;
  return async (place) => {
    const own = ownPoint(place);
    if (own) return own;
    const { reportedName, reportedRegion, presentName, regionToday, countryToday, regionOnly } = place;
    const key = JSON.stringify([reportedName, reportedRegion, presentName, regionToday, countryToday, regionOnly]);
    const before = points.get(key);
    if (before) return before;
    const point = fromTable(gazetteer, place);
    if (points.size < mostKept) points.set(key, point);
    point.catch(() => points.delete(key));
    return point;
  };
}

function ownPoint(place: Place): PlacePoint | null {
  const { latitude, longitude, coordinatePrecision, marked, regionOnly } = place;
  if (!regionOnly && latitude !== null && longitude !== null) {
    if (coarse.includes(coordinatePrecision))
      return { latitude: hundredth(latitude), longitude: hundredth(longitude), approximate: true };
    if (marked) return { latitude, longitude, approximate: false };
  }
  return null;
}

/** A kilometre or so: what calls itself a settlement's point says no more than that. */
const hundredth = (degrees: number): number => Math.round(degrees * 100) / 100;

async function fromTable(gazetteer: Gazetteer, place: Place): Promise<PlacePoint | null> {
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
