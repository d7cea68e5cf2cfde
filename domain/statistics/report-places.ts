/** Where the burials of a report lie, for its map. */
import { and, asc, eq, gt, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { burialPlaces, burials } from '@/db/schema';
import { read } from '../database';
import { endOfDay } from '../working-days';

export type ReportPlace = {
  id: string;
  latitude: number;
  longitude: number;
  /** Not a marked, tended cemetery: a report leaves the house, and who looks for unmarked graves reads maps. */
  approximate: boolean;
  soldiers: number;
};

/**
 * Places of primary burials at the end of a museum day that have coordinates and are not shown by their region alone. Unmarked ones
 * stand at a tenth of a degree, about ten kilometres.
 */
export async function reportPlaces(at: string): Promise<ReportPlace[]> {
  const until = endOfDay(at);
  const rows = await read()
    .select({
      id: burialPlaces.id,
      latitude: burialPlaces.latitude,
      longitude: burialPlaces.longitude,
      marked: burialPlaces.marked,
      soldiers: sql<number>`count(distinct ${burials.caseId})`,
    })
    .from(burials)
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(
      and(
        eq(burials.kind, 'primary'),
        lte(burials.establishedAt, until),
        or(isNull(burials.endedAt), gt(burials.endedAt, until)),
        eq(burialPlaces.regionOnly, false),
        isNotNull(burialPlaces.latitude),
        isNotNull(burialPlaces.longitude),
      ),
    )
    .groupBy(burialPlaces.id)
    .orderBy(asc(burialPlaces.id));
  return rows.map(({ id, latitude, longitude, marked, soldiers }) => ({
    id,
    latitude: marked ? (latitude ?? 0) : tenth(latitude ?? 0),
    longitude: marked ? (longitude ?? 0) : tenth(longitude ?? 0),
    approximate: !marked,
    soldiers,
  }));
}

const tenth = (degrees: number) => Math.round(degrees * 10) / 10;
