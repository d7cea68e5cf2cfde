/** Trips and ceremonies at the desk: the lists, and one with its families, partners and answers. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, burials, cases, ceremonies, ceremonyCases, invitations, tripStages, trips } from '@/db/schema';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { id, oneOf } from '../input';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { type Family, familiesBy, familiesOf, hindranceFor, type Occasion } from './families';
import type { Hindrance } from './invitation-gate';
import { type Journey, journeyOf } from './journeys';

const view = z.strictObject({ view: z._default(oneOf(['coming', 'past']), 'coming') });

/** Of one trip or ceremony: families by how they stand to it, and how many persons come. */
const counts = (column: typeof invitations.tripId | typeof invitations.ceremonyId) => ({
  of: column,
  invited: sql<number>`count(*) filter (where ${invitations.state} in ('invited', 'accepted', 'declined'))`,
  accepted: sql<number>`count(*) filter (where ${invitations.state} = 'accepted')`,
  asked: sql<number>`count(*) filter (where ${invitations.state} = 'asked')`,
  persons: sql<number>`coalesce(sum(iif(${invitations.state} = 'accepted', ${invitations.persons}, 0)), 0)`,
});
const nobody = { invited: 0, accepted: 0, asked: 0, persons: 0 };

/** Trips, the next first; the past and called-off ones, the last first. */
export const tripList = query('trip.read', view, async ({ view }) => {
  const isComing = and(inArray(trips.state, ['planned', 'open']), gte(trips.endsOn, dayOf(now())));
  const rows = await read()
    .select()
    .from(trips)
    .where(view === 'coming' ? isComing : sql`not (${isComing})`)
    .orderBy(view === 'coming' ? asc(trips.startsOn) : desc(trips.startsOn), asc(trips.id))
    .limit(500);
  const stages = await read()
    .select({ of: tripStages.tripId, stages: sql<number>`count(*)` })
    .from(tripStages)
    .where(
      inArray(
        tripStages.tripId,
        rows.map((row) => row.id),
      ),
    )
    .groupBy(tripStages.tripId);
  const answered = await read()
    .select(counts(invitations.tripId))
    .from(invitations)
    .where(isNotNull(invitations.tripId))
    .groupBy(invitations.tripId);
  return rows.map((row) => ({
    ...row,
    stages: stages.find(({ of }) => of === row.id)?.stages ?? 0,
    ...(answered.find(({ of }) => of === row.id) ?? nobody),
  }));
});

export type TripLine = Awaited<ReturnType<typeof tripList>>[number];

/** Ceremonies, the next first; the past and called-off ones, the last first. */
export const ceremonyList = query('ceremony.read', view, async ({ view }) => {
  const isComing = and(eq(ceremonies.state, 'planned'), gte(ceremonies.day, dayOf(now())));
  const rows = await read()
    .select()
    .from(ceremonies)
    .where(view === 'coming' ? isComing : sql`not (${isComing})`)
    .orderBy(view === 'coming' ? asc(ceremonies.day) : desc(ceremonies.day), asc(ceremonies.id))
    .limit(500);
  const answered = await read()
    .select(counts(invitations.ceremonyId))
    .from(invitations)
    .where(isNotNull(invitations.ceremonyId))
    .groupBy(invitations.ceremonyId);
  return rows.map(({ protocol: _, ...row }) => ({
    ...row,
    ...(answered.find(({ of }) => of === row.id) ?? nobody),
  }));
});

export type CeremonyLine = Awaited<ReturnType<typeof ceremonyList>>[number];

export type FamilyLine = Family & {
  /** Why it is not invited; null when nothing stands against it. */
  hindrance: Hindrance | null;
  /** Their soldier lies along the way, or the ceremony is held for him. */
  isConcerned: boolean;
  invitation: typeof invitations.$inferSelect | null;
};

/** One trip with the families it concerns and everybody who was invited or asked. @throws DomainError `trip.not-found` */
export const tripPage = query('trip.read', z.strictObject({ tripId: id() }), async ({ tripId }) => {
  const journey = await journeyOf({ tripId });
  if (!journey) throw new DomainError('trip.not-found');
  const [trip] = await read().select({ places: trips.places }).from(trips).where(eq(trips.id, tripId));
  return {
    journey,
    places: trip?.places ?? null,
    buried: await buriedAt(journey.stages.flatMap(({ place }) => (place ? [place.burialPlaceId] : []))),
    families: await familyLines({ tripId }),
  };
});

export type TripPage = Awaited<ReturnType<typeof tripPage>>;

/** One ceremony with its soldiers, families and protocol. @throws DomainError `ceremony.not-found` */
export const ceremonyPage = query('ceremony.read', z.strictObject({ ceremonyId: id() }), async ({ ceremonyId }) => {
  const journey = await journeyOf({ ceremonyId });
  const [row] = await read().select().from(ceremonies).where(eq(ceremonies.id, ceremonyId));
  if (!journey || !row) throw new DomainError('ceremony.not-found');
  const soldiers = await read()
    .select({
      caseId: cases.id,
      number: cases.number,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
    })
    .from(ceremonyCases)
    .innerJoin(cases, eq(cases.id, ceremonyCases.caseId))
    .where(eq(ceremonyCases.ceremonyId, ceremonyId))
    .orderBy(asc(cases.surname), asc(cases.number));
  return { journey, row, soldiers, families: await familyLines({ ceremonyId }) };
});

export type CeremonyPage = Awaited<ReturnType<typeof ceremonyPage>>;

/** How many soldiers lie at each place. */
async function buriedAt(placeIds: readonly string[]): Promise<Map<string, number>> {
  if (placeIds.length === 0) return new Map();
  const rows = await read()
    .select({ placeId: burials.burialPlaceId, soldiers: sql<number>`count(*)` })
    .from(burials)
    .where(and(inArray(burials.burialPlaceId, [...placeIds]), isNull(burials.endedAt)))
    .groupBy(burials.burialPlaceId);
  return new Map(rows.map(({ placeId, soldiers }) => [placeId, soldiers]));
}

async function familyLines(occasion: Occasion): Promise<FamilyLine[]> {
  const concerned = await familiesOf(occasion);
  const its =
    'tripId' in occasion ? eq(invitations.tripId, occasion.tripId) : eq(invitations.ceremonyId, occasion.ceremonyId);
  const rows = await read().select().from(invitations).where(its).orderBy(asc(invitations.invitedAt));
  const byApplication = new Map(rows.map((row) => [row.applicationId, row]));
  const known = new Set(concerned.map(({ applicationId }) => applicationId));
  const others = await familiesBy(rows.map((row) => row.applicationId).filter((one) => !known.has(one)));
  const lines: FamilyLine[] = [];
  for (const family of [...concerned, ...others])
    lines.push({
      ...family,
      hindrance: await hindranceFor(occasion, family.applicationId),
      isConcerned: known.has(family.applicationId),
      invitation: byApplication.get(family.applicationId) ?? null,
    });
  return lines;
}

/** Days that an answer counts as new. */
const answersFor = 14;

export type InvitationAnswer = {
  invitationId: string;
  tripId: string | null;
  ceremonyId: string | null;
  title: Journey['title'];
  state: 'accepted' | 'declined' | 'asked' | 'invited' | 'withdrawn';
  persons: number | null;
  answeredAt: number;
  applicantName: string;
};

/**
 * What families answered by themselves in the last two weeks, the latest first; wishes to come along stand until they are decided.
 * Only of what is still to come.
 */
export const newInvitationAnswers = query(
  'invitation.write',
  z.strictObject({}),
  async (): Promise<InvitationAnswer[]> => {
    const since = now() - answersFor * 86_400_000;
    const rows = await read()
      .select({
        invitationId: invitations.id,
        tripId: invitations.tripId,
        ceremonyId: invitations.ceremonyId,
        tripTitle: trips.title,
        ceremonyTitle: ceremonies.title,
        state: invitations.state,
        persons: invitations.persons,
        answeredAt: invitations.answeredAt,
        applicantName: applications.applicantName,
      })
      .from(invitations)
      .innerJoin(applications, eq(applications.id, invitations.applicationId))
      .leftJoin(trips, eq(trips.id, invitations.tripId))
      .leftJoin(ceremonies, eq(ceremonies.id, invitations.ceremonyId))
      .where(
        and(
          isNotNull(invitations.answeredAt),
          isNull(invitations.answerRecordedBy),
          or(eq(trips.state, 'open'), eq(ceremonies.state, 'planned')),
          or(
            eq(invitations.state, 'asked'),
            and(inArray(invitations.state, ['accepted', 'declined', 'invited']), gte(invitations.answeredAt, since)),
          ),
        ),
      )
      .orderBy(desc(invitations.answeredAt))
      .limit(40);
    return rows.flatMap(({ tripTitle, ceremonyTitle, answeredAt, ...row }) => {
      const title = tripTitle ?? ceremonyTitle;
      return title && answeredAt !== null ? [{ ...row, title, answeredAt }] : [];
    });
  },
);
