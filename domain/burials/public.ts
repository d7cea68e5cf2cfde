/**
 * What the public reads of the burials: only what the families agreed to publish, none of the applications of a case refusing,
 * and nothing sensitive. What may not be shown is not in the answer at all.
 */
import { and, asc, count, desc, eq, exists, isNull, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import * as z from 'zod/mini';
import { applications, burialPlaces, burials, caseJoins, cases, conclusions, consents, type Names } from '@/db/schema';
import { sensitiveFates } from '../cases/fates';
import { query } from '../command';
import { read } from '../database';
import { id, line, whole } from '../input';
import { fold } from '../names';
import { DomainError } from '../result';

export type PublicBurial = {
  burialId: string;
  surname: string;
  givenName: string;
  patronymic: string;
  /** As written, in the date reader's forms. */
  birth: string;
  fate: string;
  fateDate: string;
  kind: string;
  precision: string;
  reportedName: string;
  reportedRegion: string;
  reportedCountry: string;
  /** Null where a disputed place is shown by its region alone. */
  presentName: Names | null;
  regionToday: Names;
  countryToday: string | null;
  /** Degrees; exact only for a marked, tended place, else null. */
  position: { latitude: number; longitude: number } | null;
};

/** The applications that speak for a case: its own and those of cases joined to it. */
function ofCase(): SQL {
  const joined = alias(caseJoins, 'joined_here');
  return or(
    eq(applications.caseId, cases.id),
    exists(
      read()
        .select({ one: sql`1` })
        .from(joined)
        .where(and(eq(joined.caseId, applications.caseId), eq(joined.intoId, cases.id), isNull(joined.partedAt))),
    ),
  ) as SQL;
}

/** A consent to publication in force for the application. */
const agreed = () =>
  exists(
    read()
      .select({ one: sql`1` })
      .from(consents)
      .where(
        and(eq(consents.applicationId, applications.id), eq(consents.kind, 'publication'), isNull(consents.revokedAt)),
      ),
  );

/** At least one application not withdrawn, and each of them with its consent; nothing sensitive. */
function published(): SQL | undefined {
  const active = and(ofCase(), isNull(applications.withdrawnAt));
  const one = { one: sql`1` };
  return and(
    isNull(burials.endedAt),
    eq(conclusions.state, 'confirmed'),
    eq(conclusions.sensitive, false),
    sql`${conclusions.fate} not in ${[...sensitiveFates]}`,
    exists(read().select(one).from(applications).where(and(active, agreed()))),
    notExists(
      read()
        .select(one)
        .from(applications)
        .where(and(active, sql`not ${agreed()}`)),
    ),
  );
}

const shown = {
  burialId: burials.id,
  surname: cases.surname,
  givenName: cases.givenName,
  patronymic: cases.patronymic,
  birth: cases.birth,
  fate: conclusions.fate,
  fateDate: conclusions.fateDate,
  kind: burials.kind,
  precision: burials.precision,
  place: burialPlaces,
};

type Shown = Omit<
  PublicBurial,
  'reportedName' | 'reportedRegion' | 'reportedCountry' | 'presentName' | 'regionToday' | 'countryToday' | 'position'
> & {
  place: typeof burialPlaces.$inferSelect;
};

function publicPart({ place, ...soldier }: Shown): PublicBurial {
  const { regionOnly, marked, latitude, longitude } = place;
  return {
    ...soldier,
    reportedName: regionOnly ? '' : place.reportedName,
    reportedRegion: place.reportedRegion,
    reportedCountry: place.reportedCountry,
    presentName: regionOnly ? null : place.presentName,
    regionToday: place.regionToday,
    countryToday: regionOnly ? null : place.countryToday,
    position: marked && !regionOnly && latitude !== null && longitude !== null ? { latitude, longitude } : null,
  };
}

const from = () =>
  read()
    .select(shown)
    .from(burials)
    .innerJoin(cases, eq(cases.id, burials.caseId))
    .innerJoin(conclusions, eq(conclusions.id, burials.conclusionId))
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId));

/** The register of the returned names, by name. `country`: today's or the reported one. */
export const publicBurials = query(
  'burials.read-public',
  z.strictObject({
    text: line(200),
    country: line(2),
    limit: z._default(whole(1, 200), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async ({ text, country, limit, offset }): Promise<{ total: number; rows: PublicBurial[] }> => {
    const named = fold(text).split(' ').filter(Boolean).slice(0, 12);
    const where = and(
      published(),
      ...named.map((word) => sql`${cases.searchText} like ${`%${word}%`}`),
      country
        ? or(
            and(eq(burialPlaces.countryToday, country), eq(burialPlaces.regionOnly, false)),
            eq(burialPlaces.reportedCountry, country),
          )
        : undefined,
    );
    const [counted] = await read()
      .select({ total: count() })
      .from(burials)
      .innerJoin(cases, eq(cases.id, burials.caseId))
      .innerJoin(conclusions, eq(conclusions.id, burials.conclusionId))
      .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
      .where(where);
    const rows = await from()
      .where(where)
      .orderBy(asc(cases.surname), asc(cases.givenName), desc(burials.id))
      .limit(limit)
      .offset(offset);
    return { total: counted?.total ?? 0, rows: rows.map(publicPart) };
  },
);

/** One entry of the register. @throws DomainError `burial.not-found` alike for an unknown one and one that may not be shown */
export const publicBurial = query('burials.read-public', z.strictObject({ burialId: id() }), async ({ burialId }) => {
  const [row] = await from().where(and(eq(burials.id, burialId), published()));
  if (!row) throw new DomainError('burial.not-found');
  return publicPart(row);
});
