/** One trip or ceremony with its stages and who takes part: for the family's page, the public one, the programme and the calendar. */
import { and, asc, eq, inArray, max } from 'drizzle-orm';
import {
  burialPlaces,
  type CeremonyKind,
  ceremonies,
  events,
  type Names,
  participants,
  partners,
  tripStages,
  trips,
} from '@/db/schema';
import { type PlacePoint, publicPoint } from '../burials/public-point';
import { read } from '../database';
import type { Occasion } from './families';

export type JourneyPlace = {
  burialPlaceId: string;
  /** Null where a disputed place is shown by its region alone. */
  name: Names | null;
  region: Names;
  country: string | null;
  /** Degrees; `approximate`: of the settlement or the region, as the place is not a marked one. Null where none may be shown. */
  point: PlacePoint | null;
};

export type JourneyStage = { stageId: string; day: string; place: JourneyPlace | null; programme: Names };

export type Journey = {
  kind: 'trip' | 'ceremony';
  id: string;
  ceremonyKind: CeremonyKind | null;
  title: Names;
  state: 'planned' | 'open' | 'held' | 'cancelled';
  /** Days where it is held, both included; a ceremony begins and ends on one. */
  startsOn: string;
  endsOn: string;
  /** `HH:MM` at the place, in `timeZone`; empty where no hour is known. */
  time: string;
  timeZone: string;
  /** The last day for an answer. */
  answerBy: string;
  /** Of a ceremony. */
  place: Names | null;
  country: string | null;
  burialPlace: JourneyPlace | null;
  programme: Names;
  /** What the public reads once it was held. */
  report: Names;
  stages: JourneyStage[];
  participants: { participantId: string; partner: Names | null; name: string; part: string }[];
  /** For the families that are invited. */
  meeting: Names;
  documents: Names;
  note: Names;
  contact: string;
  public: boolean;
  version: number;
  /** When it was changed last, in milliseconds since 1970. */
  changedAt: number;
};

const none: Names = { kk: '', ru: '', en: '' };

/** @returns null when there is none */
export async function journeyOf(occasion: Occasion): Promise<Journey | null> {
  const [journey] = 'tripId' in occasion ? await tripsBy([occasion.tripId]) : await ceremoniesBy([occasion.ceremonyId]);
  return journey ?? null;
}

/** Trips with everything, in no order. */
export async function tripsBy(ids: readonly string[]): Promise<Journey[]> {
  if (ids.length === 0) return [];
  const rows = await read()
    .select()
    .from(trips)
    .where(inArray(trips.id, [...ids]));
  const stages = await read()
    .select({ stage: tripStages, place: burialPlaces })
    .from(tripStages)
    .leftJoin(burialPlaces, eq(burialPlaces.id, tripStages.burialPlaceId))
    .where(inArray(tripStages.tripId, [...ids]))
    .orderBy(asc(tripStages.day), asc(tripStages.position));
  const told = await placeParts(stages.map(({ place }) => place));
  const taking = await participantsOf('tripId', ids);
  const changed = await changesOf(['trip.planned', 'trip.changed', 'trip.moved'], ids);
  return rows.map(({ id, plannedAt, plannedBy: _by, places: _places, ...trip }) => ({
    ...trip,
    kind: 'trip' as const,
    id,
    ceremonyKind: null,
    time: '',
    timeZone: 'Asia/Almaty',
    place: null,
    country: null,
    burialPlace: null,
    programme: none,
    report: none,
    stages: stages
      .filter(({ stage }) => stage.tripId === id)
      .map(({ stage, place }) => ({
        stageId: stage.id,
        day: stage.day,
        place: (place && told.get(place.id)) ?? null,
        programme: stage.programme,
      })),
    participants: taking.get(id) ?? [],
    changedAt: changed.get(id) ?? plannedAt,
  }));
}

/** Ceremonies with everything but the protocol, in no order. */
export async function ceremoniesBy(ids: readonly string[]): Promise<Journey[]> {
  if (ids.length === 0) return [];
  const rows = await read()
    .select({ ceremony: ceremonies, place: burialPlaces })
    .from(ceremonies)
    .leftJoin(burialPlaces, eq(burialPlaces.id, ceremonies.burialPlaceId))
    .where(inArray(ceremonies.id, [...ids]));
  const told = await placeParts(rows.map(({ place }) => place));
  const taking = await participantsOf('ceremonyId', ids);
  const changed = await changesOf(['ceremony.planned', 'ceremony.changed', 'ceremony.moved'], ids);
  return rows.map(({ ceremony, place }) => {
    const { id, kind, title, state, day, time, timeZone, programme, report, contact, version, plannedAt } = ceremony;
    const burialPlace = (place && told.get(place.id)) ?? null;
    return {
      kind: 'ceremony' as const,
      id,
      ceremonyKind: kind,
      title,
      state,
      startsOn: day,
      endsOn: day,
      time,
      timeZone,
      answerBy: day,
      place: ceremony.place,
      country: place?.regionOnly ? null : ceremony.country,
      burialPlace,
      programme,
      report,
      stages: [],
      participants: taking.get(id) ?? [],
      meeting: none,
      documents: none,
      note: none,
      contact,
      public: ceremony.public,
      version,
      changedAt: changed.get(id) ?? plannedAt,
    };
  });
}

/** By the place's id. */
async function placeParts(
  places: readonly (typeof burialPlaces.$inferSelect | null)[],
): Promise<Map<string, JourneyPlace>> {
  const told = new Map<string, JourneyPlace>();
  for (const place of places) if (place && !told.has(place.id)) told.set(place.id, await placePart(place));
  return told;
}

/** What may be told of a burial place outside the desk, its point by the register's own rule. */
async function placePart(place: typeof burialPlaces.$inferSelect): Promise<JourneyPlace> {
  const { id, presentName, regionToday, countryToday, regionOnly } = place;
  return {
    burialPlaceId: id,
    name: regionOnly ? null : presentName,
    region: regionToday,
    country: regionOnly ? null : countryToday,
    point: await publicPoint(place),
  };
}

async function participantsOf(by: 'tripId' | 'ceremonyId', ids: readonly string[]) {
  const rows = await read()
    .select({ row: participants, partner: partners.name })
    .from(participants)
    .leftJoin(partners, eq(partners.id, participants.partnerId))
    .where(inArray(participants[by], [...ids]))
    .orderBy(asc(participants.id));
  const all = new Map<string, Journey['participants']>();
  for (const { row, partner } of rows) {
    const of = row[by] ?? '';
    all.set(of, [...(all.get(of) ?? []), { participantId: row.id, partner, name: row.name, part: row.part }]);
  }
  return all;
}

/** When each was changed last. There are few events of these kinds: they are found by kind. */
async function changesOf(kinds: readonly string[], ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await read()
    .select({ id: events.subjectId, at: max(events.at) })
    .from(events)
    .where(and(inArray(events.kind, [...kinds]), inArray(events.subjectId, [...ids])))
    .groupBy(events.subjectId);
  return new Map(rows.map(({ id, at }) => [id ?? '', at ?? 0]));
}
