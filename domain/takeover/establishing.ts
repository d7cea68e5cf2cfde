/** What the old register says was found: a conclusion in force, its evidence, and where he lies. */
import { isNotNull } from 'drizzle-orm';
import { burialPlaces, burials, conclusionEvidence, conclusions, evidence } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import type { Context } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { fold } from '../names';
import { startOfDay } from '../working-days';
import type { PlannedBurial } from './plan-result';
import type { PlannedRow } from './plan-row';

/** Ids of burial places by name and country today; grows as rows name new ones, which are `entered`. */
export type Places = { ids: Map<string, string>; entered: string[] };

/** Among the settings of a file taken over: the ids of the burial places it brought. */
export const enteredPlaces = 'places';

const keyOf = (place: string, region: string, country: string) => `${country}|${fold(region)}|${fold(place)}`;

export async function placesOf(): Promise<Places> {
  const rows = await read().select().from(burialPlaces).where(isNotNull(burialPlaces.countryToday));
  const ids = rows.map((row) => [keyOf(row.reportedName, row.reportedRegion, row.countryToday ?? ''), row.id] as const);
  return { ids: new Map(ids), entered: [] };
}

/**
 * Enters the result of a row as confirmed by the act itself: four eyes were not on it here.
 * @returns how many burials came of it
 */
export async function establish(
  context: Context,
  caseId: string,
  planned: PlannedRow,
  places: Places,
): Promise<number> {
  const { actor, tx } = context;
  const { result, resultOn } = planned;
  if (!result) return 0;
  const manager = staffIdOf(actor);
  const at = resultOn ? startOfDay(resultOn) + 12 * 3600_000 : now();
  const placeId = result.burial ? await placeOf(context, result.burial, places) : null;
  const stated = [result.burial?.place, result.burial?.region, result.citation].filter(Boolean).join('; ');
  const evidenceId = newId();
  await tx.insert(evidence).values({
    id: evidenceId,
    caseId,
    recordId: null,
    citation: result.citation,
    states: stated,
    attachedBy: manager,
    attachedAt: now(),
  });
  const conclusionId = newId();
  await tx.insert(conclusions).values({
    id: conclusionId,
    caseId,
    state: 'confirmed',
    sensitive: false,
    fate: result.fate,
    fateDate: result.fateDate,
    burialPlaceId: placeId,
    burialKind: result.burial?.kind ?? null,
    burialPrecision: result.burial?.precision ?? null,
    summary: stated,
    proposedBy: manager,
    proposedAt: now(),
    lastEditedBy: manager,
    decidedBy: manager,
    decidedAt: at,
  });
  await tx.insert(conclusionEvidence).values({ conclusionId, evidenceId });
  if (!result.burial || !placeId) return 0;
  await tx.insert(burials).values({
    id: newId(),
    caseId,
    conclusionId,
    burialPlaceId: placeId,
    kind: result.burial.kind,
    precision: result.burial.precision,
    establishedAt: at,
  });
  return 1;
}

/** The place of this name in this country, entered when there is none; its country today is the manager's entry by this act. */
async function placeOf({ actor, tx, record }: Context, burial: PlannedBurial, places: Places): Promise<string> {
  const key = keyOf(burial.place, burial.region, burial.countryToday);
  const known = places.ids.get(key);
  if (known) return known;
  const burialPlaceId = newId();
  const nothing = { kk: '', ru: '', en: '' };
  await tx.insert(burialPlaces).values({
    id: burialPlaceId,
    reportedName: burial.place,
    reportedRegion: burial.region,
    reportedCountry: burial.countryReported,
    presentName: nothing,
    regionToday: nothing,
    countryToday: burial.countryToday,
    latitude: null,
    longitude: null,
    coordinatePrecision: null,
    marked: false,
    regionOnly: false,
    version: 1,
    enteredBy: staffIdOf(actor),
  });
  record({ kind: 'burial-place.entered', subjectId: burialPlaceId, data: { burialPlaceId } });
  places.ids.set(key, burialPlaceId);
  places.entered.push(burialPlaceId);
  return burialPlaceId;
}
