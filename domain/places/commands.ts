/** Places entered and changed by staff. */
import { and, eq, max } from 'drizzle-orm';
import * as z from 'zod/mini';
import { firstOwnNumber } from '@/db/reference-data/places';
import { placeNames, placeParents, places } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { command } from '../command';
import { isCountryToday } from '../countries';
import { newId } from '../identity';
import { degrees, id, line, oneOf, requiredLine, text, version } from '../input';
import { DomainError, type RefusalCode } from '../result';
import { placeKinds, type Years } from './lines';
import { linesText, type Name, nameLanguages, readLines } from './naming';

const placeShape = {
  kind: oneOf(placeKinds),
  country: requiredLine(2).check(z.refine(isCountryToday, { error: () => 'input.choose' })),
  namesKk: text(4000),
  namesRu: text(4000),
  namesEn: text(4000),
  namesDe: text(4000),
  namesOther: text(4000),
  /** A line each: the number or the full name of a place, and the years. */
  parents: text(4000),
  latitude: degrees(90),
  longitude: degrees(180),
  source: line(300),
};

const fieldOf = { kk: 'namesKk', ru: 'namesRu', en: 'namesEn', de: 'namesDe', other: 'namesOther' } as const;

type Given = Record<(typeof fieldOf)[keyof typeof fieldOf], string> & {
  kind: (typeof placeKinds)[number];
  country: string;
  parents: string;
  latitude: number | null;
  longitude: number | null;
  source: string;
};
type Link = { parentId: string } & Years;

/** Enters a place with its names by language and years; it is numbered after those the register came with. */
export const enterPlace = command('place.write', z.strictObject(placeShape), async (input, { tx, record }) => {
  const names = namesOf(input);
  const placeId = newId();
  const links = await linksOf(tx, input, placeId);
  const [last] = await tx.select({ number: max(places.number) }).from(places);
  await tx.insert(places).values({
    id: placeId,
    number: Math.max(firstOwnNumber, (last?.number ?? 0) + 1),
    ...columnsOf(input),
    version: 1,
  });
  await keep(tx, placeId, names, links);
  record({ kind: 'place.entered', subjectId: placeId, data: { placeId } });
  return { placeId };
});

/** Changes a place; its number stays. */
export const changePlace = command(
  'place.write',
  z.strictObject({ placeId: id(), version: version(), ...placeShape }),
  async ({ placeId, version, ...input }, { tx, record }) => {
    const [before] = await tx.select().from(places).where(eq(places.id, placeId));
    if (!before) throw new DomainError('place.not-found');
    const names = namesOf(input);
    const links = await linksOf(tx, input, placeId);
    const next = columnsOf(input);
    const fields: string[] = (Object.keys(next) as (keyof typeof next)[]).filter((key) => before[key] !== next[key]);
    if (JSON.stringify(names) !== JSON.stringify(await namesNow(tx, placeId))) fields.push('names');
    if (JSON.stringify(links) !== JSON.stringify(await linksNow(tx, placeId))) fields.push('parents');
    if (fields.length === 0) throw new DomainError('case.nothing-changed');
    const written = await tx
      .update(places)
      .set({ ...next, version: version + 1 })
      .where(and(eq(places.id, placeId), eq(places.version, version)))
      .returning({ id: places.id });
    if (written.length === 0) throw new DomainError('case.stale');
    await tx.delete(placeNames).where(eq(placeNames.placeId, placeId));
    await tx.delete(placeParents).where(eq(placeParents.placeId, placeId));
    await keep(tx, placeId, names, links);
    record({ kind: 'place.changed', subjectId: placeId, data: { placeId, fields } });
  },
);

function columnsOf({ kind, country, latitude, longitude, source }: Given) {
  if ((latitude === null) !== (longitude === null))
    throw new DomainError('input.invalid', {
      [latitude === null ? 'latitude' : 'longitude']: 'burial-place.half-a-position',
    });
  return { kind, country, latitude, longitude, source };
}

/** The names of all languages in their order; in one language no name stands twice with the same years. */
function namesOf(input: Given): Name[] {
  const names = nameLanguages.flatMap((language) => {
    const lines = readLines(input[fieldOf[language]], fieldOf[language]);
    const known = new Set<string>();
    return lines
      .filter((one) => !known.has(linesText([one])) && known.add(linesText([one])))
      .map(({ text: name, from, to }): Name => ({ name, language, from, to }));
  });
  if (names.length === 0) throw new DomainError('input.invalid', { namesKk: 'place.name-needed' });
  return names;
}

async function linksOf(tx: WriteDb, input: Given, placeId: string): Promise<Link[]> {
  const links: Link[] = [];
  for (const { text: written, from, to } of readLines(input.parents, 'parents')) {
    const parentId = await parentNamed(tx, written, input.kind);
    if (parentId === placeId || (await liesIn(tx, parentId, placeId))) throw refused('place.own-parent');
    links.push({ parentId, from, to });
  }
  return links;
}

async function parentNamed(tx: WriteDb, written: string, kind: Given['kind']): Promise<string> {
  const number = /^[№#]?\s*(\d{1,9})\b/.exec(written)?.[1];
  const found = number
    ? await tx
        .select({ id: places.id, kind: places.kind })
        .from(places)
        .where(eq(places.number, Number(number)))
    : await tx
        .selectDistinct({ id: places.id, kind: places.kind })
        .from(placeNames)
        .innerJoin(places, eq(places.id, placeNames.placeId))
        .where(eq(placeNames.name, written));
  const large = found.filter((one) => placeKinds.indexOf(one.kind) <= placeKinds.indexOf(kind));
  const [parent] = large;
  if (!parent) throw refused('place.unknown-parent');
  if (large.length > 1) throw refused('place.several-parents');
  return parent.id;
}

/** Whether a place lies or ever lay in another, through however many between. */
async function liesIn(tx: WriteDb, placeId: string, otherId: string): Promise<boolean> {
  const seen = new Set([placeId]);
  for (const one of seen)
    for (const { parentId } of await linksNow(tx, one)) {
      if (parentId === otherId) return true;
      seen.add(parentId);
    }
  return false;
}

const refused = (code: RefusalCode) => new DomainError('input.invalid', { parents: code });

async function namesNow(tx: WriteDb, placeId: string): Promise<Name[]> {
  const rows = await tx.select().from(placeNames).where(eq(placeNames.placeId, placeId)).orderBy(placeNames.id);
  return nameLanguages.flatMap((language) =>
    rows
      .filter((row) => row.language === language)
      .map(({ name, fromYear, toYear }): Name => ({ name, language, from: fromYear, to: toYear })),
  );
}

async function linksNow(tx: WriteDb, placeId: string): Promise<Link[]> {
  const rows = await tx.select().from(placeParents).where(eq(placeParents.placeId, placeId)).orderBy(placeParents.id);
  return rows.map(({ parentId, fromYear, toYear }) => ({ parentId, from: fromYear, to: toYear }));
}

/** Ids that ascend, so that names and parents are read back in the order they were written. */
function ascendingIds(): (i: number) => string {
  const first = newId();
  return (i) => first.slice(0, -4) + i.toString(16).padStart(4, '0');
}

async function keep(tx: WriteDb, placeId: string, names: readonly Name[], links: readonly Link[]): Promise<void> {
  const idOf = ascendingIds();
  await tx.insert(placeNames).values(
    names.map(({ name, language, from, to }, i) => ({
      id: idOf(i),
      placeId,
      language,
      name,
      fromYear: from,
      toYear: to,
    })),
  );
  if (links.length > 0)
    await tx
      .insert(placeParents)
      .values(
        links.map(({ parentId, from, to }, i) => ({ id: idOf(i), placeId, parentId, fromYear: from, toYear: to })),
      );
}
