/** Trips and ceremonies the public reads of: those a manager showed, without what is the families' or the desk's. */
import { and, asc, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import * as z from 'zod/mini';
import { burials, ceremonies, ceremonyCases, trips } from '@/db/schema';
import { publishedBurials } from '../burials/public';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { addDays, dayOf } from '../working-days';
import { ceremoniesBy, type Journey, tripsBy } from './journeys';

export type PublicJourney = Omit<Journey, 'meeting' | 'documents' | 'note' | 'contact' | 'public' | 'participants'> & {
  /** Bodies only: guests are named to those who go along. */
  participants: { partner: Journey['title']; part: string }[];
  /** Soldiers a ceremony is held for whose families agreed to publish. */
  soldiers: { burialId: string; surname: string; givenName: string; patronymic: string }[];
};

/** What of the past is listed: this many of the last ones. */
const pastShown = 100;

/** Everything public: what is to come, the next first, then what was held or called off, the last first. */
export const publicJourneys = query(
  'ceremonies.read-public',
  z.strictObject({}),
  async (): Promise<{ coming: PublicJourney[]; past: PublicJourney[] }> => {
    const today = dayOf(now());
    const all = await shown(today);
    // A called-off one stands where it was looked for until its days are over.
    const isComing = ({ state, endsOn }: Journey) => state !== 'held' && endsOn >= today;
    const coming = all
      .filter(isComing)
      .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id.localeCompare(b.id));
    const past = all
      .filter((journey) => !isComing(journey))
      .sort((a, b) => b.startsOn.localeCompare(a.startsOn) || b.id.localeCompare(a.id))
      .slice(0, pastShown);
    return { coming: await publicParts(coming), past: await publicParts(past) };
  },
);

async function shown(today: string): Promise<Journey[]> {
  const comingTrips = await read()
    .select({ id: trips.id })
    .from(trips)
    .where(and(eq(trips.public, true), gte(trips.endsOn, today)))
    .orderBy(asc(trips.startsOn));
  const pastTrips = await read()
    .select({ id: trips.id })
    .from(trips)
    .where(and(eq(trips.public, true), lt(trips.endsOn, today)))
    .orderBy(desc(trips.startsOn))
    .limit(pastShown);
  const comingCeremonies = await read()
    .select({ id: ceremonies.id })
    .from(ceremonies)
    .where(and(eq(ceremonies.public, true), gte(ceremonies.day, today)))
    .orderBy(asc(ceremonies.day));
  const pastCeremonies = await read()
    .select({ id: ceremonies.id })
    .from(ceremonies)
    .where(and(eq(ceremonies.public, true), lt(ceremonies.day, today)))
    .orderBy(desc(ceremonies.day))
    .limit(pastShown);
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  return [
    ...(await tripsBy(ids([...comingTrips, ...pastTrips]))),
    ...(await ceremoniesBy(ids([...comingCeremonies, ...pastCeremonies]))),
  ];
}

/** One of them. @throws DomainError `journey.not-found` alike for an unknown one and one that is not shown */
export const publicJourney = query(
  'ceremonies.read-public',
  z.strictObject({ journeyId: id() }),
  async ({ journeyId }): Promise<PublicJourney> => {
    const [journey] = [...(await tripsBy([journeyId])), ...(await ceremoniesBy([journeyId]))];
    const [part] = journey?.public ? await publicParts([journey]) : [];
    if (!part) throw new DomainError('journey.not-found');
    return part;
  },
);

/** What subscribers of the calendar get: everything to come, and the last year. */
export const publicCalendar = query(
  'ceremonies.read-public',
  z.strictObject({}),
  async (): Promise<PublicJourney[]> => {
    const since = addDays(dayOf(now()), -365);
    const all = (await shown(dayOf(now()))).filter(({ endsOn }) => endsOn >= since);
    return publicParts(all.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id.localeCompare(b.id)));
  },
);

async function publicParts(journeys: readonly Journey[]): Promise<PublicJourney[]> {
  const soldiers = await publishedSoldiers(journeys.filter(({ kind }) => kind === 'ceremony').map(({ id }) => id));
  return journeys.map(
    ({ meeting: _m, documents: _d, note: _n, contact: _c, public: _p, participants, ...journey }) => ({
      ...journey,
      participants: participants.flatMap(({ partner, part }) => (partner ? [{ partner, part }] : [])),
      soldiers: soldiers.get(journey.id) ?? [],
    }),
  );
}

/** By ceremony; of the soldiers named there those that stand in the public register, by its own gate. */
async function publishedSoldiers(ceremonyIds: readonly string[]): Promise<Map<string, PublicJourney['soldiers']>> {
  const named =
    ceremonyIds.length === 0
      ? []
      : await read()
          .select({ ceremonyId: ceremonyCases.ceremonyId, burialId: burials.id })
          .from(ceremonyCases)
          .innerJoin(burials, and(eq(burials.caseId, ceremonyCases.caseId), isNull(burials.endedAt)))
          .where(inArray(ceremonyCases.ceremonyId, [...ceremonyIds]));
  if (named.length === 0) return new Map();
  const published = new Map((await publishedBurials()).map((burial) => [burial.burialId, burial]));
  const all = new Map<string, PublicJourney['soldiers']>();
  for (const { ceremonyId, burialId } of named) {
    const burial = published.get(burialId);
    if (!burial) continue;
    const { surname, givenName, patronymic } = burial;
    all.set(ceremonyId, [...(all.get(ceremonyId) ?? []), { burialId, surname, givenName, patronymic }]);
  }
  return all;
}
