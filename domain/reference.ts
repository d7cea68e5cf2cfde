/** What a new register begins with: sources, partners, days off and places. */
import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { holidays as firstHolidays } from '@/db/reference-data/holidays';
import { partners as firstPartners } from '@/db/reference-data/partners';
import { places as firstPlaces } from '@/db/reference-data/places';
import { sources as firstSources } from '@/db/reference-data/sources';
import { holidays, partners, places, sources } from '@/db/schema';
import { command } from './command';
import { read } from './database';
import type { Actor } from './permissions';
import { insertPlaces } from './places/reference';

const sourceRows = firstSources.map((source, position) => ({
  ...source,
  citationPattern: [...source.citationPattern],
  parts: source.parts.map((part) => ({ ...part })),
  position,
}));
const partnerRows = firstPartners.map(({ key, ...partner }) => ({ id: key, ...partner }));
const holidayRows = firstHolidays.map(({ day, kind, name }) => ({
  day,
  kind,
  nameKk: name.kk,
  nameRu: name.ru,
  nameEn: name.en,
}));

/**
 * Fills in the sources, partners, days off and places that are missing; a row that is there stays as staff left it. A source that
 * staff never changed (version 1) follows the program's own list, so that an older register learns what newer versions know of it.
 * @returns the tables that were filled
 */
export const loadReference = command(
  'reference.write',
  z.strictObject({}),
  async (_, { tx, record }): Promise<string[]> => {
    const missing = await missingReference();
    for (const { key, ...source } of missing.sources)
      await tx
        .insert(sources)
        .values({ key, ...source })
        .onConflictDoUpdate({ target: sources.key, set: source, setWhere: eq(sources.version, 1) });
    if (missing.partners.length > 0) await tx.insert(partners).values(missing.partners).onConflictDoNothing();
    if (missing.holidays.length > 0) await tx.insert(holidays).values(missing.holidays).onConflictDoNothing();
    await insertPlaces(tx, missing.places);
    const tables = Object.entries(missing).flatMap(([table, rows]) => (rows.length > 0 ? [table] : []));
    record({ kind: 'reference.loaded', data: { tables } });
    return tables;
  },
);

/** `loadReference` where something is missing; a register that has everything gets no event. */
export async function completeReference(actor: Actor): Promise<string[]> {
  const missing = await missingReference();
  return Object.values(missing).some((rows) => rows.length > 0) ? loadReference(actor, {}) : [];
}

async function missingReference() {
  const there = {
    sources: await read().select().from(sources),
    partners: await read().select({ key: partners.id }).from(partners),
    holidays: await read().select({ key: holidays.day }).from(holidays),
    places: await read().select({ key: places.number }).from(places),
  };
  const numbers = new Set(there.places.map((row) => row.key));
  const known = (rows: { key: string }[]) => new Set(rows.map((row) => row.key));
  const [partnerIds, days] = [known(there.partners), known(there.holidays)];
  return {
    sources: outdatedSources(there.sources),
    partners: partnerRows.filter((row) => !partnerIds.has(row.id)),
    holidays: holidayRows.filter((row) => !days.has(row.day)),
    places: firstPlaces.filter((place) => !numbers.has(place.number)),
  };
}

type SourceRow = (typeof sourceRows)[number];

/** Sources that are not there, or stand as an older version of the program left them. */
function outdatedSources(there: readonly (typeof sources.$inferSelect)[]): SourceRow[] {
  const kept = new Map(there.map((row) => [row.key, row]));
  // Whoever put one of them elsewhere has ordered them all.
  const isOrdered = there.some(({ version }) => version > 1);
  return sourceRows
    .map((row) => ({ ...row, position: isOrdered ? (kept.get(row.key)?.position ?? row.position) : row.position }))
    .filter((row) => {
      const now = kept.get(row.key);
      return !now || (now.version === 1 && !isDeepStrictEqual({ ...now, ...row }, now));
    });
}
