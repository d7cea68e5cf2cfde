/** Burial places for staff: the list, and one place with who lies there. */
import { and, asc, count, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { burialPlaces, burials, cases } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id, line, oneOf, whole } from '../input';
import { DomainError } from '../result';

/** Places whose reported or present name or region holds the text, those without a country today first. */
export const burialPlaceList = query(
  'burial-place.read',
  z.strictObject({
    text: line(200),
    country: line(2),
    view: z._default(oneOf(['all', 'without-country']), 'all'),
    limit: z._default(whole(1, 1000), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async (input) => {
    const where = and(
      ...input.text.split(' ').filter(Boolean).slice(0, 8).map(named),
      input.country
        ? or(eq(burialPlaces.countryToday, input.country), eq(burialPlaces.reportedCountry, input.country))
        : undefined,
      input.view === 'without-country' ? isNull(burialPlaces.countryToday) : undefined,
    );
    const [counted] = await read().select({ total: count() }).from(burialPlaces).where(where);
    const lying = read()
      .select({ placeId: burials.burialPlaceId, soldiers: count().as('soldiers') })
      .from(burials)
      .where(isNull(burials.endedAt))
      .groupBy(burials.burialPlaceId)
      .as('lying');
    const rows = await read()
      .select({ place: burialPlaces, soldiers: lying.soldiers })
      .from(burialPlaces)
      .leftJoin(lying, eq(lying.placeId, burialPlaces.id))
      .where(where)
      .orderBy(isNotNull(burialPlaces.countryToday), asc(burialPlaces.reportedName), asc(burialPlaces.id))
      .limit(input.limit)
      .offset(input.offset);
    return {
      total: counted?.total ?? 0,
      rows: rows.map(({ place, soldiers }) => ({ ...place, soldiers: soldiers ?? 0 })),
    };
  },
);

/** SQLite folds only Latin letters: a word is asked for as typed and with a capital. */
function named(word: string): SQL | undefined {
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  const text = sql`${burialPlaces.reportedName} || ' ' || ${burialPlaces.reportedRegion} || ' ' || ${burialPlaces.presentName} || ' ' || ${burialPlaces.regionToday}`;
  return or(sql`instr(${text}, ${word}) > 0`, sql`instr(${text}, ${capital}) > 0`);
}

/** One burial place with the soldiers who lie there. */
export const burialPlacePage = query(
  'burial-place.read',
  z.strictObject({ burialPlaceId: id() }),
  async ({ burialPlaceId }) => {
    const [place] = await read().select().from(burialPlaces).where(eq(burialPlaces.id, burialPlaceId));
    if (!place) throw new DomainError('burial-place.not-found');
    const soldiers = await read()
      .select({
        caseId: cases.id,
        number: cases.number,
        surname: cases.surname,
        givenName: cases.givenName,
        patronymic: cases.patronymic,
        kind: burials.kind,
        precision: burials.precision,
      })
      .from(burials)
      .innerJoin(cases, eq(cases.id, burials.caseId))
      .where(and(eq(burials.burialPlaceId, burialPlaceId), isNull(burials.endedAt)))
      .orderBy(asc(cases.surname));
    return { place, soldiers };
  },
);
