import type * as z from 'zod/mini';
import type { burialPlaces } from '@/db/schema';
import type { burialPlace } from './shapes';

/** A burial place as staff and their programs read it: coordinates as they are, unmarked graves included. */
export const placeShape = (place: typeof burialPlaces.$inferSelect): z.infer<typeof burialPlace> => ({
  id: place.id,
  reportedName: place.reportedName,
  reportedRegion: place.reportedRegion,
  reportedCountry: place.reportedCountry,
  presentName: place.presentName,
  regionToday: place.regionToday,
  countryToday: place.countryToday,
  latitude: place.latitude,
  longitude: place.longitude,
  coordinatePrecision: place.coordinatePrecision,
  marked: place.marked,
  regionOnly: place.regionOnly,
});
