/** The list of sources as managers keep it: entered, changed, put in order; none is ever deleted. */
import { asc, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { sources } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { command } from '../command';
import { isCountryToday } from '../countries';
import { flag, line, oneOf, requiredLine, text, version, whole } from '../input';
import { DomainError } from '../result';
import { isSearchAddress } from './address';
import { freeKey, keyOf, type Part, readPartLines } from './parts';
import { citationParts, sourceAccesses, sourceKinds } from './words';

const webAddress = () =>
  line(500).check(z.refine((value) => value === '' || isWebAddress(value), { error: () => 'source.address' }));

const isWebAddress = (value: string): boolean =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).username === '';

const sourceShape = {
  nameKk: requiredLine(200),
  nameRu: requiredLine(200),
  nameEn: requiredLine(200),
  noteKk: line(500),
  noteRu: line(500),
  noteEn: line(500),
  kind: oneOf(sourceKinds),
  country: requiredLine(2).check(z.refine(isCountryToday, { error: () => 'input.choose' })),
  url: webAddress(),
  access: oneOf(sourceAccesses),
  searchAddress: line(1000).check(
    z.refine((value) => value === '' || isSearchAddress(value), { error: () => 'source.search-address' }),
  ),
  /** What a citation is made of, in the order of `citationParts`. */
  citationPattern: z._default(
    z.pipe(
      z.union([z.string(), z.array(z.string())]),
      z.pipe(
        z.transform((value: string | string[]) => (typeof value === 'string' ? (value ? [value] : []) : value)),
        z.array(oneOf(citationParts)),
      ),
    ),
    [],
  ),
  /** One a line: `kk | ru | en`. */
  parts: text(6000),
  checklist: flag(),
};

type Fields = {
  nameKk: string;
  nameRu: string;
  nameEn: string;
  noteKk: string;
  noteRu: string;
  noteEn: string;
  kind: string;
  country: string;
  url: string;
  access: (typeof sourceAccesses)[number];
  searchAddress: string;
  citationPattern: string[];
  parts: string;
  checklist: boolean;
};

function columnsOf(input: Fields, before: readonly Part[]) {
  const parts = readPartLines(input.parts, before);
  if (!parts) throw new DomainError('input.invalid', { parts: 'source.parts' });
  const { kind, country, access, checklist } = input;
  return {
    ...{ kind, country, access, checklist, parts },
    name: { kk: input.nameKk, ru: input.nameRu, en: input.nameEn },
    note: { kk: input.noteKk, ru: input.noteRu, en: input.noteEn },
    url: input.url || null,
    searchAddress: input.searchAddress || null,
    citationPattern: citationParts.filter((part) => input.citationPattern.includes(part)) as string[],
  };
}

/**
 * Enters a source at the end of the order; its key is made of its English name.
 * @throws DomainError `input.invalid` with `source.address`, `source.search-address` or `source.parts` at the field
 */
export const enterSource = command('source.write', z.strictObject(sourceShape), async (input, { tx, record }) => {
  const there = await tx.select({ key: sources.key, position: sources.position }).from(sources);
  const sourceKey = freeKey(keyOf(input.nameEn), (key) => there.some((row) => row.key === key));
  const position = Math.max(-1, ...there.map((row) => row.position)) + 1;
  // Not version 1: a row of that version is the program's own, and follows its list.
  await tx.insert(sources).values({ key: sourceKey, ...columnsOf(input, []), position, version: 2 });
  record({ kind: 'source.entered', subjectId: sourceKey, data: { sourceKey } });
  return { sourceKey };
});

/**
 * Changes a source. Out of use it is asked for no more, and what was searched in it stays.
 * @throws DomainError `source.not-found`, `source.unchanged`, `source.stale` when somebody changed it meanwhile
 */
export const changeSource = command(
  'source.write',
  z.strictObject({ sourceKey: requiredLine(80), version: version(), inUse: flag(), ...sourceShape }),
  async ({ sourceKey, version: seen, inUse, ...input }, { tx, record }) => {
    const row = await sourceIn(tx, sourceKey);
    if (row.version !== seen) throw new DomainError('source.stale');
    const next = { ...columnsOf(input, row.parts), inUse };
    const fields = Object.entries(next).flatMap(([field, value]) =>
      JSON.stringify(value) === JSON.stringify(row[field as keyof typeof row]) ? [] : [field],
    );
    if (fields.length === 0) throw new DomainError('source.unchanged');
    await tx
      .update(sources)
      .set({ ...next, version: row.version + 1 })
      .where(eq(sources.key, sourceKey));
    record({ kind: 'source.changed', subjectId: sourceKey, data: { sourceKey, fields } });
  },
);

/**
 * Puts one source at a place of the order, from 1; the others move up or down. A place beyond the end is the end.
 * @throws DomainError `source.not-found`, `source.unchanged`
 */
export const orderSources = command(
  'source.write',
  z.strictObject({ sourceKey: requiredLine(80), place: whole(1, 1000) }),
  async ({ sourceKey, place }, { tx, record }) => {
    const moved = await sourceIn(tx, sourceKey);
    const rows = await tx.select().from(sources).orderBy(asc(sources.position), asc(sources.key));
    const others = rows.filter(({ key }) => key !== sourceKey);
    const order = [...others.slice(0, place - 1), moved, ...others.slice(place - 1)];
    if (order.every(({ key }, at) => key === rows[at]?.key)) throw new DomainError('source.unchanged');
    for (const [position, row] of order.entries()) {
      const isMoved = row.key === sourceKey;
      if (row.position === position && !isMoved) continue;
      await tx
        .update(sources)
        .set({ position, ...(isMoved && { version: row.version + 1 }) })
        .where(eq(sources.key, row.key));
    }
    record({ kind: 'source.changed', subjectId: sourceKey, data: { sourceKey, fields: ['position'] } });
  },
);

async function sourceIn(tx: WriteDb, sourceKey: string): Promise<typeof sources.$inferSelect> {
  const [row] = await tx.select().from(sources).where(eq(sources.key, sourceKey));
  if (!row) throw new DomainError('source.not-found');
  return row;
}
