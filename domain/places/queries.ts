/** Places for staff: the list, one place, and the table as the gazetteer reads it. */
import { asc, eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { placeNames, placeParents, places } from '@/db/schema';
import type { PlaceKind } from '@/db/schema/places';
import { query } from '../command';
import { read } from '../database';
import { id, line, oneOf, whole } from '../input';
import { DomainError } from '../result';
import { foldPlace } from './fold';
import { likeness } from './likeness';
import { placeKinds, placeLine, type Years } from './lines';
import { bareName, type PlaceLine } from './name-index';
import type { Name } from './naming';

export type PlaceRow = {
  id: string;
  number: number;
  kind: PlaceKind;
  country: string;
  latitude: number | null;
  longitude: number | null;
  names: Name[];
};
export type PlaceBeside = { place: PlaceRow } & Years;

/** The whole table for `new Gazetteer(…)`; not guarded, since it holds no person. */
export async function gazetteerLines(): Promise<PlaceLine[]> {
  const rows = await allPlaces();
  const numbers = new Map(rows.map((row) => [row.id, row.number]));
  const parents = groupBy(await read().select().from(placeParents), (row) => row.placeId);
  return rows.map((row) =>
    placeLine({
      ...row,
      parents: (parents.get(row.id) ?? []).flatMap(({ parentId, fromYear, toYear }) => {
        const number = numbers.get(parentId);
        return number === undefined ? [] : [{ number, from: fromYear, to: toYear }];
      }),
    }),
  );
}

/** Places with a name like the text, the likeliest first; all of them, those of Kazakhstan first, when there is no text. */
export const placeList = query(
  'place.read',
  z.strictObject({
    text: line(200),
    kind: z._default(z.union([oneOf(placeKinds), z.literal('')]), ''),
    limit: z._default(whole(1, 1000), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async ({ text, kind, limit, offset }) => {
    const ofKind = (await allPlaces()).filter((row) => kind === '' || row.kind === kind);
    const found = text === '' ? ofKind : named(ofKind, text);
    const rows = found.slice(offset, offset + limit);
    const parents = await parentsOf(rows.map((row) => row.id));
    return { total: found.length, rows: rows.map((place) => ({ place, parents: parents.get(place.id) ?? [] })) };
  },
);

/** One place with what it lay in and what lies or lay in it. */
export const placePage = query('place.read', z.strictObject({ placeId: id() }), async ({ placeId }) => {
  const [row] = await read().select().from(places).where(eq(places.id, placeId));
  const [place] = await withNames(row ? [row] : []);
  if (!row || !place) throw new DomainError('place.not-found');
  const held = await read().select().from(placeParents).where(eq(placeParents.parentId, placeId));
  const within = await withNames(await rowsOf(held.map((one) => one.placeId)));
  return {
    place: { ...place, source: row.source, version: row.version },
    parents: (await parentsOf([placeId])).get(placeId) ?? [],
    within: within.map((inner): PlaceBeside => {
      const periods = held.filter((one) => one.placeId === inner.id);
      return { place: inner, ...outer(periods) };
    }),
  };
});

/** Below this two names are not taken for one. */
const leastLike = 0.8;

function named(rows: readonly PlaceRow[], text: string): PlaceRow[] {
  const asked = bareName(text);
  const letters = foldPlace(text);
  const score = (row: PlaceRow) =>
    Math.max(
      ...row.names.map(({ name }) => {
        const { bare, whole } = foldsOf(name);
        if (whole === letters) return 3;
        if (bare === asked) return 2;
        if (asked.length > 1 && bare.startsWith(asked)) return 1.5;
        if (letters.length > 2 && whole.includes(letters)) return 1.2;
        // The whole name before the bare one: a town before the oblast that is called after it.
        return Math.max(likeness(whole, letters, leastLike) * 1.05, likeness(bare, asked, leastLike));
      }),
      0,
    );
  return rows
    .map((row) => ({ row, score: score(row) }))
    .filter((one) => one.score >= leastLike)
    .sort((a, b) => b.score - a.score || a.row.number - b.row.number)
    .map(({ row }) => row);
}

const folds = new Map<string, { bare: string; whole: string }>();
const mostFolds = 100_000;

function foldsOf(name: string): { bare: string; whole: string } {
  const known = folds.get(name);
  if (known) return known;
  const made = { bare: bareName(name), whole: foldPlace(name) };
  if (folds.size >= mostFolds) folds.clear();
  folds.set(name, made);
  return made;
}

async function allPlaces(): Promise<PlaceRow[]> {
  return withNames(await read().select().from(places).orderBy(sql`${places.country} <> 'KZ'`, asc(places.number)));
}

/** Fewer than the variables a statement may have. */
const atOnce = 500;

async function rowsOf(ids: readonly string[]): Promise<(typeof places.$inferSelect)[]> {
  const found: (typeof places.$inferSelect)[] = [];
  const wanted = [...new Set(ids)];
  for (let i = 0; i < wanted.length; i += atOnce)
    found.push(
      ...(await read()
        .select()
        .from(places)
        .where(inArray(places.id, wanted.slice(i, i + atOnce)))),
    );
  return found.sort((a, b) => a.number - b.number);
}

async function withNames(rows: readonly (typeof places.$inferSelect)[]): Promise<PlaceRow[]> {
  const few = rows.length <= atOnce;
  const ids = rows.map((row) => row.id);
  const names = await read()
    .select()
    .from(placeNames)
    .where(few ? inArray(placeNames.placeId, ids) : undefined)
    .orderBy(asc(placeNames.id));
  const byPlace = groupBy(names, (name) => name.placeId);
  return rows.map(({ id, number, kind, country, latitude, longitude }) => ({
    id,
    number,
    kind,
    country,
    latitude,
    longitude,
    names: (byPlace.get(id) ?? []).map(({ name, language, fromYear, toYear }) => ({
      name,
      language,
      from: fromYear,
      to: toYear,
    })),
  }));
}

async function parentsOf(placeIds: readonly string[]): Promise<Map<string, PlaceBeside[]>> {
  const links = await read()
    .select()
    .from(placeParents)
    .where(inArray(placeParents.placeId, [...placeIds]))
    .orderBy(asc(placeParents.id));
  const rows = new Map((await withNames(await rowsOf(links.map((one) => one.parentId)))).map((row) => [row.id, row]));
  const beside = links.flatMap(({ placeId, parentId, fromYear, toYear }) => {
    const place = rows.get(parentId);
    return place ? [{ placeId, place, from: fromYear, to: toYear }] : [];
  });
  return groupBy(beside, (one) => one.placeId);
}

/** The first and the last year of several periods. */
function outer(periods: readonly { fromYear: number | null; toYear: number | null }[]): Years {
  const from = periods.map((one) => one.fromYear ?? 0);
  const to = periods.map((one) => one.toYear ?? 9999);
  const [first, last] = [Math.min(...from), Math.max(...to)];
  return { from: first === 0 ? null : first, to: last === 9999 ? null : last };
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
