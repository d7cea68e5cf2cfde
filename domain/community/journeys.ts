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
import { read } from '../database';
import type { Occasion } from './families';

export type JourneyPlace = {
  burialPlaceId: string;
  /** Null where a disputed place is shown by its region alone. */
  name: Names | null;
  region: Names;
  country: string | null;
  /** Degrees; `approximate`: of the settlement or the region, as the place is not a marked one. Null where none may be shown. */
  point: { latitude: number; longitude: number; approximate: boolean } | null;
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
        place: place && placePart(place),
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
  const taking = await participantsOf('ceremonyId', ids);
  const changed = await changesOf(['ceremony.planned', 'ceremony.changed', 'ceremony.moved'], ids);
  return rows.map(({ ceremony, place }) => {
    const { id, kind, title, state, day, time, timeZone, programme, report, contact, version, plannedAt } = ceremony;
    const burialPlace = place && placePart(place);
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

/**
 * What may be told of a burial place outside the desk: an exact point only of a marked, tended one, else the settlement's or the
 * region's (looters read maps).
 */
function placePart(place: typeof burialPlaces.$inferSelect): JourneyPlace {
  const { id, presentName, regionToday, countryToday, regionOnly } = place;
  return {
    burialPlaceId: id,
    name: regionOnly ? null : presentName,
    region: regionToday,
    country: regionOnly ? null : countryToday,
    point: pointOf(place),
  };
}

const coarse: readonly (string | null)[] = ['settlement', 'region', 'country'];

function pointOf(place: typeof burialPlaces.$inferSelect): JourneyPlace['point'] {
  const { latitude, longitude, coordinatePrecision, marked, regionOnly } = place;
  if (latitude === null || longitude === null || regionOnly) return null;
  const approximate = coarse.includes(coordinatePrecision);
  return marked || approximate ? { latitude, longitude, approximate } : null;
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
