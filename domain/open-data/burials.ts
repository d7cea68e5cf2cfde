/** Burials for programs: the public register for everybody, all that are in force for managers. */
import { and, asc, eq, gt, isNotNull, isNull, notInArray, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { burialPlaces, burials, cases, conclusions } from '@/db/schema';
import { everyPublished, publishedBurials } from '../burials/public';
import { type PublishedPlace, publishedPlaces } from '../burials/public-places';
import { type Fate, sensitiveFates } from '../cases/fates';
import { query } from '../command';
import { csv } from '../csv';
import { read } from '../database';
import { dateShape, moment } from './cases';
import { cursor, limit, type PageOf, pageFrom } from './cursor';
import { placeShape } from './place-shape';
import { recordReading } from './reading';
import type { placeFeatures, publishedBurial, staffBurial } from './shapes';

const paged = z.strictObject({ limit: limit(), cursor: cursor() });

/** The public register by its identifiers: what may be shown to everybody, and no more. */
export const openPublishedBurials = query(
  'burials.read-public',
  paged,
  async ({ limit: most, cursor: after }): Promise<PageOf<z.infer<typeof publishedBurial>>> => {
    const rest = (await publishedBurials())
      .filter(({ burialId }) => burialId > after)
      .sort((a, b) => (a.burialId < b.burialId ? -1 : 1));
    const { items, next } = pageFrom(rest, most, ({ burialId }) => burialId);
    return {
      items: items.map(({ burialId, birth, fate, fateDate, visit: _, ...entry }) => ({
        ...{ id: burialId, ...entry, fate: fate as Fate },
        ...{ birth: dateShape(birth), fateDate: dateShape(fateDate) },
      })),
      next,
    };
  },
);

/** A sensitive fate that nobody released stays on the desk. */
const told = or(
  isNotNull(conclusions.releasedAt),
  and(eq(conclusions.sensitive, false), notInArray(conclusions.fate, [...sensitiveFates])),
);

/**
 * Every confirmed burial in force by its identifier, published or not, but for those that would tell a fate not released. Managers' as
 * the register's own file is: read to its end it is every grave, the unmarked ones too. The first page leaves an event.
 */
export const openBurials = query('register.export', paged, async (input, actor) => {
  const page = await burialsInForce(input);
  if (input.cursor === '') await recordReading(actor, { kind: 'case.exported', data: { form: 'burials' } });
  return page;
});

/** The same unasked and unrecorded, for what is given out as a file. @param input `limit` rows after the identifier `cursor` */
export async function burialsInForce({
  limit: most,
  cursor: after,
}: z.infer<typeof paged>): Promise<PageOf<z.infer<typeof staffBurial>>> {
  const rows = await read()
    .select({ burial: burials, sought: cases, concluded: conclusions, place: burialPlaces })
    .from(burials)
    .innerJoin(cases, eq(cases.id, burials.caseId))
    .innerJoin(conclusions, eq(conclusions.id, burials.conclusionId))
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .where(and(isNull(burials.endedAt), eq(conclusions.state, 'confirmed'), told, gt(burials.id, after)))
    .orderBy(asc(burials.id))
    .limit(most + 1);
  const published = new Set((await everyPublished()).map(({ burialId }) => burialId));
  const { items, next } = pageFrom(rows, most, ({ burial }) => burial.id);
  return {
    items: items.map(({ burial, sought, concluded, place }) => ({
      id: burial.id,
      caseId: sought.id,
      caseNumber: sought.number,
      surname: sought.surname,
      givenName: sought.givenName,
      patronymic: sought.patronymic,
      birth: dateShape(sought.birth),
      fate: concluded.fate as Fate,
      fateDate: dateShape(concluded.fateDate),
      kind: burial.kind,
      precision: burial.precision,
      establishedAt: moment(burial.establishedAt),
      published: published.has(burial.id),
      place: placeShape(place),
    })),
    next,
  };
}

/** Published burial places as GeoJSON (RFC 7946): longitude before latitude, no member it does not know. */
export const placesAsGeoJson = query(
  'burials.read-public',
  z.strictObject({}),
  async (): Promise<z.infer<typeof placeFeatures>> => ({
    type: 'FeatureCollection',
    features: (await publishedPlaces()).map((place) => {
      const { burialPlaceId, point, burialIds, ...told } = place;
      return {
        type: 'Feature',
        id: burialPlaceId,
        geometry: point && { type: 'Point', coordinates: [point.longitude, point.latitude] },
        properties: { ...told, approximate: point?.approximate ?? null, burials: burialIds },
      };
    }),
  }),
);

const placeColumns = {
  id: ({ burialPlaceId }) => burialPlaceId,
  name_reported: ({ reportedName }) => reportedName,
  region_reported: ({ reportedRegion }) => reportedRegion,
  country_reported: ({ reportedCountry }) => reportedCountry,
  name_kk: ({ presentName }) => presentName?.kk ?? '',
  name_ru: ({ presentName }) => presentName?.ru ?? '',
  name_en: ({ presentName }) => presentName?.en ?? '',
  region_kk: ({ regionToday }) => regionToday.kk,
  region_ru: ({ regionToday }) => regionToday.ru,
  region_en: ({ regionToday }) => regionToday.en,
  country: ({ countryToday }) => countryToday ?? '',
  latitude: ({ point }) => point?.latitude ?? '',
  longitude: ({ point }) => point?.longitude ?? '',
  approximate: ({ point }) => (point ? (point.approximate ? 'yes' : 'no') : ''),
  soldiers: ({ soldiers }) => soldiers,
} as const satisfies Record<string, (place: PublishedPlace) => string | number>;

/** The same as CSV with a heading, one line a place; `country` as ISO 3166. */
export const placesAsCsv = query('burials.read-public', z.strictObject({}), async () =>
  csv(
    Object.keys(placeColumns),
    (await publishedPlaces()).map((place) => Object.values(placeColumns).map((cell) => cell(place))),
  ),
);
