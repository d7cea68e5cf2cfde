import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { burialPlaces } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { burialPrecisions } from '../cases/fates';
import { command } from '../command';
import { isCountryReported, isCountryToday } from '../countries';
import { newId } from '../identity';
import { degrees, flag, id, line, oneOf, requiredLine, text, version } from '../input';
import { DomainError } from '../result';

const placeShape = {
  reportedName: requiredLine(300),
  reportedRegion: line(300),
  reportedCountry: requiredLine(2).check(z.refine(isCountryReported, { error: () => 'input.choose' })),
  presentNameKk: line(300),
  presentNameRu: line(300),
  presentNameEn: line(300),
  regionTodayKk: line(300),
  regionTodayRu: line(300),
  regionTodayEn: line(300),
  latitude: degrees(90),
  longitude: degrees(180),
  coordinatePrecision: z.optional(z.union([oneOf(burialPrecisions), z.literal('')])),
  marked: flag(),
  visitKk: text(2000),
  visitRu: text(2000),
  visitEn: text(2000),
};

type Place = {
  reportedName: string;
  reportedRegion: string;
  reportedCountry: string;
  presentNameKk: string;
  presentNameRu: string;
  presentNameEn: string;
  regionTodayKk: string;
  regionTodayRu: string;
  regionTodayEn: string;
  latitude: number | null;
  longitude: number | null;
  coordinatePrecision?: string | undefined;
  marked: boolean;
  visitKk: string;
  visitRu: string;
  visitEn: string;
};

function columnsOf(place: Place) {
  if ((place.latitude === null) !== (place.longitude === null))
    throw new DomainError('input.invalid', {
      [place.latitude === null ? 'latitude' : 'longitude']: 'burial-place.half-a-position',
    });
  if (place.latitude !== null && !place.coordinatePrecision)
    throw new DomainError('input.invalid', { coordinatePrecision: 'input.choose' });
  return {
    reportedName: place.reportedName,
    reportedRegion: place.reportedRegion,
    reportedCountry: place.reportedCountry,
    presentName: { kk: place.presentNameKk, ru: place.presentNameRu, en: place.presentNameEn },
    regionToday: { kk: place.regionTodayKk, ru: place.regionTodayRu, en: place.regionTodayEn },
    latitude: place.latitude,
    longitude: place.longitude,
    coordinatePrecision: (place.coordinatePrecision || null) as (typeof burialPrecisions)[number] | null,
    marked: place.marked,
    visit: { kk: place.visitKk, ru: place.visitRu, en: place.visitEn },
  };
}

/** Enters a burial place as the report names it and as it is called today; the country today is a manager's entry. */
export const enterBurialPlace = command(
  'burial-place.write',
  z.strictObject(placeShape),
  async (input, { actor, tx, record }) => {
    const burialPlaceId = newId();
    await tx.insert(burialPlaces).values({
      id: burialPlaceId,
      ...columnsOf(input),
      countryToday: null,
      regionOnly: false,
      version: 1,
      enteredBy: staffIdOf(actor),
    });
    record({ kind: 'burial-place.entered', subjectId: burialPlaceId, data: { burialPlaceId } });
    return { burialPlaceId };
  },
);

/** Changes a burial place. */
export const changeBurialPlace = command(
  'burial-place.write',
  z.strictObject({ burialPlaceId: id(), version: version(), ...placeShape }),
  async ({ burialPlaceId, version, ...input }, { tx, record }) => {
    const before = await placeRow(tx, burialPlaceId);
    const next = columnsOf(input);
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]),
    );
    await write(tx, burialPlaceId, version, next);
    record({ kind: 'burial-place.changed', subjectId: burialPlaceId, data: { burialPlaceId, fields } });
  },
);

/**
 * Says in which country the place lies today, and whether the public sees only its region: a manager's entry, never taken
 * from a library's borders.
 */
export const setCountryToday = command(
  'burial-place.set-country',
  z.strictObject({
    burialPlaceId: id(),
    version: version(),
    countryToday: requiredLine(2).check(z.refine(isCountryToday, { error: () => 'input.choose' })),
    regionOnly: flag(),
  }),
  async ({ burialPlaceId, version, ...next }, { tx, record }) => {
    await placeRow(tx, burialPlaceId);
    await write(tx, burialPlaceId, version, next);
    record({
      kind: 'burial-place.changed',
      subjectId: burialPlaceId,
      data: { burialPlaceId, fields: ['countryToday', 'regionOnly'] },
    });
  },
);

async function placeRow(tx: WriteDb, burialPlaceId: string): Promise<typeof burialPlaces.$inferSelect> {
  const [row] = await tx.select().from(burialPlaces).where(eq(burialPlaces.id, burialPlaceId));
  if (!row) throw new DomainError('burial-place.not-found');
  return row;
}

async function write(
  tx: WriteDb,
  burialPlaceId: string,
  version: number,
  next: Partial<typeof burialPlaces.$inferInsert>,
): Promise<void> {
  const written = await tx
    .update(burialPlaces)
    .set({ ...next, version: version + 1 })
    .where(and(eq(burialPlaces.id, burialPlaceId), eq(burialPlaces.version, version)))
    .returning({ id: burialPlaces.id });
  if (written.length === 0) throw new DomainError('case.stale');
}
