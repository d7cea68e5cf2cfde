/** Names of the values that stand in the register itself: places, regions, sources, bodies, staff. */
import { desc, eq } from 'drizzle-orm';
import { burialPlaces, events, partners, sources, staff } from '@/db/schema';
import { read, theStore } from '../database';
import type { EventKind } from '../events';
import { regions } from '../regions';
import { entryOf, type StatisticKey, type StatisticResult, type StatisticRow, type ValueNames } from './catalogue';

export type PlaceFacts = {
  id: string;
  countryToday: string | null;
  reportedCountry: string;
  reportedRegion: string;
  /** The region today as one value, `''` where nobody entered it. */
  regionKey: string;
  region: ValueNames;
  name: ValueNames;
};

const first = ({ ru, kk, en }: ValueNames): string => ru.trim() || kk.trim() || en.trim();

/** In every language something: another language's name before none. */
function filled(names: ValueNames, otherwise = ''): ValueNames {
  const any = first(names) || otherwise;
  return { kk: names.kk.trim() || any, ru: names.ru.trim() || any, en: names.en.trim() || any };
}

/** What can change a burial place, or bring one. */
const placesChange = [
  'burial-place.entered',
  'burial-place.changed',
  'register.taken-over',
  'register.undone',
] as const satisfies readonly EventKind[];

/** The last event of each such kind: while they are the same, so are the places. */
async function stampOfPlaces(): Promise<string> {
  const last = await Promise.all(
    placesChange.map((kind) =>
      read()
        .select({ seq: events.seq })
        .from(events)
        .where(eq(events.kind, kind))
        .orderBy(desc(events.at), desc(events.seq))
        .limit(1),
    ),
  );
  return `${theStore().engine.reader.name} ${last.map(([row]) => row?.seq ?? 0).join(' ')}`;
}

let kept: { stamp: string; places: Promise<ReadonlyMap<string, PlaceFacts>> } | undefined;

/** Every burial place by its id, kept until one of them changes: twenty thousand names are long to read. */
export async function keptPlaces(): Promise<ReadonlyMap<string, PlaceFacts>> {
  const stamp = await stampOfPlaces();
  if (kept?.stamp !== stamp) {
    const own = { stamp, places: everyPlace() };
    kept = own;
    own.places.catch(() => {
      if (kept === own) kept = undefined;
    });
  }
  return kept.places;
}

async function everyPlace(): Promise<ReadonlyMap<string, PlaceFacts>> {
  const rows = await read()
    .select({
      id: burialPlaces.id,
      countryToday: burialPlaces.countryToday,
      reportedCountry: burialPlaces.reportedCountry,
      reportedRegion: burialPlaces.reportedRegion,
      reportedName: burialPlaces.reportedName,
      presentName: burialPlaces.presentName,
      regionToday: burialPlaces.regionToday,
    })
    .from(burialPlaces);
  return new Map(
    rows.map(({ presentName, regionToday, reportedName, ...place }) => [
      place.id,
      {
        ...place,
        regionKey: first(regionToday),
        region: filled(regionToday),
        name: filled(presentName, reportedName),
      },
    ]),
  );
}

type Named = Record<string, ValueNames>;

/** The names of every value of the rows whose column is labelled so. */
export async function namesOf(key: StatisticKey, rows: readonly StatisticRow[]): Promise<StatisticResult['names']> {
  const names: StatisticResult['names'] = {};
  for (const { key: column, labels } of entryOf(key).columns) {
    const values = new Set(rows.map((row) => String(row[column] ?? '')));
    if (labels === 'burial-place') names[column] = await placeNames(values);
    if (labels === 'region') names[column] = await regionNames(values);
    if (labels === 'kz-region')
      names[column] = pick(
        regions.map(({ code, name }) => ({ id: code, name })),
        values,
      );
    if (labels === 'source')
      names[column] = pick(await read().select({ id: sources.key, name: sources.name }).from(sources), values);
    if (labels === 'partner')
      names[column] = pick(await read().select({ id: partners.id, name: partners.name }).from(partners), values);
    if (labels === 'staff')
      names[column] = pick(await read().select({ id: staff.id, name: staff.name }).from(staff), values);
  }
  return names;
}

function pick(rows: readonly { id: string; name: string | ValueNames }[], values: ReadonlySet<string>): Named {
  const named = rows.filter(({ id }) => values.has(id));
  return Object.fromEntries(
    named.map(({ id, name }) => [id, typeof name === 'string' ? { kk: name, ru: name, en: name } : filled(name)]),
  );
}

async function placeNames(values: ReadonlySet<string>): Promise<Named> {
  const places = await keptPlaces();
  return pick([...places.values()], values);
}

async function regionNames(values: ReadonlySet<string>): Promise<Named> {
  const named: Named = {};
  for (const { regionKey, region } of (await keptPlaces()).values())
    if (values.has(regionKey)) named[regionKey] ??= region;
  return named;
}
