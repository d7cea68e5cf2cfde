/** What all stories of the demonstration share: its staff, its timeline, the records and places made along the way. */
import { sources } from '@/db/reference-data/sources';
import { recordOfDocument } from '@/domain/archive/records';
import { enterBurialPlace, setCountryToday } from '@/domain/burials/commands';
import type { StaffActor } from '@/domain/permissions';
import type { Generator } from './generator';
import type { MuseumPlace } from './museum-places';
import type { Language } from './person';
import type { RecordRow, RecordSource } from './records';
import type { Timeline } from './timeline';

export type Staff = { researchers: readonly StaffActor[]; managers: readonly StaffActor[]; administrator: StaffActor };

/** A planned row of the archive index, found again by its place in its source. */
export type PlannedRecord = { source: RecordSource; id: string; row: RecordRow };

export type World = {
  by: Generator;
  staff: Staff;
  timeline: Timeline;
  /** Rows that some story needs, by source; strangers are added to them. */
  records: Map<RecordSource, RecordRow[]>;
  /** Entered burial places, by what the plan calls them. */
  places: Map<MuseumPlace, string>;
  /** Requests written so far: their running number. */
  requests: { written: number };
};

/** The next free record number of a source; invented numbers that no real database uses. */
export function nextRecordId(world: World, source: RecordSource): string {
  return recordId(source, (world.records.get(source) ?? []).length);
}

export const recordId = (source: RecordSource, n: number): string =>
  `demo-${source.slice(0, 3)}-${String(n + 1).padStart(6, '0')}`;

export function keepRecord(world: World, source: RecordSource, row: RecordRow): PlannedRecord {
  const rows = world.records.get(source) ?? [];
  world.records.set(source, [...rows, row]);
  return { source, id: row.source_record_id ?? '', row };
}

/** The imported record behind a planned one. */
export async function importedRecord({ source, id }: PlannedRecord): Promise<{ id: number; citation: string }> {
  const found = await recordOfDocument(source, id);
  if (!found) throw new Error(`The record ${id} of ${source} was not imported`);
  return { id: found.recordId, citation: found.record.citation };
}

/** Enters a place the first time a story comes to it; a manager says in which country it lies today. */
export async function placeFor(world: World, place: MuseumPlace, researcher: StaffActor, manager: StaffActor) {
  const known = world.places.get(place);
  if (known) return known;
  const { presentName, regionToday, lat, lon } = place;
  const { burialPlaceId } = await enterBurialPlace(researcher, {
    reportedName: place.reportedName,
    reportedRegion: place.reportedRegion,
    reportedCountry: place.reportedCountry,
    ...{ presentNameKk: presentName.kk, presentNameRu: presentName.ru, presentNameEn: presentName.en },
    ...{ regionTodayKk: regionToday.kk, regionTodayRu: regionToday.ru, regionTodayEn: regionToday.en },
    latitude: lat === null ? '' : String(lat),
    longitude: lon === null ? '' : String(lon),
    coordinatePrecision: place.coordinatePrecision ?? '',
    marked: false,
  });
  await setCountryToday(manager, { burialPlaceId, version: 1, countryToday: place.countryToday, regionOnly: false });
  world.places.set(place, burialPlaceId);
  return burialPlaceId;
}

export const sourceName = (key: string, language: Language): string =>
  sources.find((source) => source.key === key)?.name[language] ?? key;
