/**
 * What the public reads of the burials: only what the families agreed to publish, none of the applications of a case refusing,
 * and nothing sensitive. What may not be shown is not in the answer at all.
 */
import { and, asc, desc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
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

/**
 * Cases whose families agree: at least one application not withdrawn, its own or of a case joined to it, and every one of them
 * with a consent to publication in force. Without one to processing nothing is published either.
 */
function agreeing() {
  const leading = sql<string>`coalesce(${caseJoins.intoId}, ${applications.caseId})`;
  return read()
    .select({ caseId: leading.as('agreeing_case') })
    .from(applications)
    .leftJoin(caseJoins, and(eq(caseJoins.caseId, applications.caseId), isNull(caseJoins.partedAt)))
    .leftJoin(
      consents,
      and(
        eq(consents.applicationId, applications.id),
        inArray(consents.kind, ['publication', 'processing']),
        isNull(consents.revokedAt),
      ),
    )
    .where(isNull(applications.withdrawnAt))
    .groupBy(leading)
    .having(
      and(
        sql`count(distinct ${applications.id}) = count(distinct iif(${consents.kind} = 'publication', ${applications.id}, null))`,
        sql`count(distinct ${applications.id}) = count(distinct iif(${consents.kind} = 'processing', ${applications.id}, null))`,
      ),
    )
    .as('agreeing');
}

/** Confirmed, standing, and nothing sensitive about the fate. */
const publishable = () =>
  and(
    isNull(burials.endedAt),
    eq(conclusions.state, 'confirmed'),
    eq(conclusions.sensitive, false),
    notInArray(conclusions.fate, [...sensitiveFates]),
  );

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

const publishedRows = () => {
  const agreed = agreeing();
  return read()
    .select(shown)
    .from(burials)
    .innerJoin(agreed, eq(agreed.caseId, burials.caseId))
    .innerJoin(cases, eq(cases.id, burials.caseId))
    .innerJoin(conclusions, eq(conclusions.id, burials.conclusionId))
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId));
};

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
      publishable(),
      ...named.map((word) => sql`${cases.searchText} like ${`%${word}%`}`),
      country
        ? or(
            and(eq(burialPlaces.countryToday, country), eq(burialPlaces.regionOnly, false)),
            eq(burialPlaces.reportedCountry, country),
          )
        : undefined,
    );
    const rows = await publishedRows().where(where).orderBy(asc(cases.surname), asc(cases.givenName), desc(burials.id));
    return { total: rows.length, rows: rows.slice(offset, offset + limit).map(publicPart) };
  },
);

/** One entry of the register. @throws DomainError `burial.not-found` alike for an unknown one and one that may not be shown */
export const publicBurial = query('burials.read-public', z.strictObject({ burialId: id() }), async ({ burialId }) => {
  const [row] = await publishedRows().where(and(eq(burials.id, burialId), publishable()));
  if (!row) throw new DomainError('burial.not-found');
  return publicPart(row);
});

/** Every entry that may be shown, in no order; for looking through them all. */
export const publishedBurials = async (): Promise<PublicBurial[]> =>
  (await publishedRows().where(publishable())).map(publicPart);
