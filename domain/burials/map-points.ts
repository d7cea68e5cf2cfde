/** For the staff's map: every burial place with its own position, exact as entered, and who lies there on a day. */
import { and, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { type BurialPrecision, burialPlaces, burials, type Names } from '@/db/schema';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { day } from '../input';
import { untilNextEvent } from '../statistics/kept-figures';
import { dayOf, endOfDay } from '../working-days';

export type MappedPlace = {
  burialPlaceId: string;
  presentName: Names;
  regionToday: Names;
  reportedName: string;
  reportedRegion: string;
  /** ISO 3166; null until a manager enters it. */
  countryToday: string | null;
  /** Degrees; both null where nobody entered a position. */
  latitude: number | null;
  longitude: number | null;
  /** What the position is that of. */
  coordinatePrecision: BurialPrecision | null;
  /** Soldiers with a burial there that stood at the end of the day. */
  soldiers: number;
};

/**
 * Burial places in which somebody lies at the end of a museum day, most soldiers first; for today also those in which nobody does.
 * The same list until something happens. @param input `at` YYYY-MM-DD, today when left out or later
 */
export const burialMap = query(
  'burial-place.read',
  z.strictObject({ at: z.optional(day()) }),
  async ({ at }): Promise<{ at: string; places: readonly MappedPlace[] }> => {
    const today = dayOf(now());
    const asked = at && at < today ? at : today;
    return untilNextEvent(`burial-map ${asked}`, async () => ({ at: asked, places: await placesAt(asked, today) }));
  },
);

async function placesAt(asked: string, today: string): Promise<MappedPlace[]> {
  const until = endOfDay(asked);
  const lying = read()
    .select({ placeId: burials.burialPlaceId, soldiers: sql<number>`count(distinct ${burials.caseId})`.as('soldiers') })
    .from(burials)
    .where(and(lte(burials.establishedAt, until), or(isNull(burials.endedAt), gt(burials.endedAt, until))))
    .groupBy(burials.burialPlaceId)
    .as('lying');
  const rows = await read()
    .select({
      burialPlaceId: burialPlaces.id,
      presentName: burialPlaces.presentName,
      regionToday: burialPlaces.regionToday,
      reportedName: burialPlaces.reportedName,
      reportedRegion: burialPlaces.reportedRegion,
      countryToday: burialPlaces.countryToday,
      latitude: burialPlaces.latitude,
      longitude: burialPlaces.longitude,
      coordinatePrecision: burialPlaces.coordinatePrecision,
      soldiers: sql<number>`coalesce(${lying.soldiers}, 0)`,
    })
    .from(burialPlaces)
    .leftJoin(lying, eq(lying.placeId, burialPlaces.id));
  return rows
    .filter(({ soldiers }) => soldiers > 0 || asked === today)
    .sort((a, b) => b.soldiers - a.soldiers || (a.burialPlaceId < b.burialPlaceId ? -1 : 1));
}
