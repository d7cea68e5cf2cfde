/**
 * What the public reads of the burials: only what the families agreed to publish, none of the applications of a case refusing,
 * and nothing sensitive. What may not be shown is not in the answer at all.
 */
import { and, asc, eq, isNull, ne, type SQL } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  type BurialKind,
  type BurialPrecision,
  burialPlaces,
  burials,
  cases,
  conclusionEvidence,
  conclusions,
  evidence,
  memoryPages,
  type Names,
} from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { id, line, optionalId, whole } from '../input';
import { DomainError } from '../result';
import { whilePublishedStands } from './kept-published';
import { type PlacePoint, publicPoints } from './public-point';
import { lookThrough, publicIndex, regionKey } from './public-search';
import { memoryAgreed, publishable } from './publishing';

export type PublicBurial = {
  burialId: string;
  surname: string;
  givenName: string;
  patronymic: string;
  /** As written, in the date reader's forms. */
  birth: string;
  fate: string;
  fateDate: string;
  kind: BurialKind;
  precision: BurialPrecision;
  reportedName: string;
  reportedRegion: string;
  reportedCountry: string;
  /** Null where a disputed place is shown by its region alone. */
  presentName: Names | null;
  regionToday: Names;
  countryToday: string | null;
  /** Exact only for a marked, tended place; else the settlement's or the region's. */
  point: PlacePoint | null;
  /** How to get there; never for a place that is not marked. */
  visit: Names;
  /** The memory page of the same soldier, when there is one to read. */
  memoryPageId: string | null;
};

/** An entry with the ids that join it to others; these never leave the server. */
export type PublishedBurial = PublicBurial & { caseId: string; burialPlaceId: string };

/** Entries made ready before others have a turn. */
const turn = 50;

const nothing: Names = { kk: '', ru: '', en: '' };

const rowsWhere = (where?: SQL) =>
  read()
    .select({
      caseId: burials.caseId,
      burialId: burials.id,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
      birth: cases.birth,
      fate: conclusions.fate,
      fateDate: conclusions.fateDate,
      kind: burials.kind,
      precision: burials.precision,
      memoryPageId: memoryPages.id,
      place: burialPlaces,
    })
    .from(burials)
    .innerJoin(cases, eq(cases.id, burials.caseId))
    .innerJoin(conclusions, eq(conclusions.id, burials.conclusionId))
    .innerJoin(burialPlaces, eq(burialPlaces.id, burials.burialPlaceId))
    .leftJoin(memoryPages, and(eq(memoryPages.caseId, cases.id), memoryAgreed()))
    .where(and(publishable(), where));

async function published(where?: SQL): Promise<PublishedBurial[]> {
  const rows = await rowsWhere(where);
  const pointOf = await publicPoints();
  const found: PublishedBurial[] = [];
  for (const { place, ...soldier } of rows) {
    const { regionOnly } = place;
    found.push({
      ...soldier,
      burialPlaceId: place.id,
      reportedName: regionOnly ? '' : place.reportedName,
      reportedRegion: place.reportedRegion,
      reportedCountry: place.reportedCountry,
      presentName: regionOnly ? null : place.presentName,
      regionToday: place.regionToday,
      countryToday: regionOnly ? null : place.countryToday,
      point: await pointOf(place),
      visit: place.marked && !regionOnly ? place.visit : nothing,
    });
    // Whoever else waits for the process has a turn.
    if (found.length % turn === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

const withoutIds = ({ caseId: _, burialPlaceId: __, ...entry }: PublishedBurial): PublicBurial => entry;

/** Every entry that may be shown, in no order; kept until something happens. */
export const everyPublished = (): Promise<PublishedBurial[]> =>
  whilePublishedStands('published-burials', () => published());

/** Every entry that may be shown, in no order; for looking through them all. */
export const publishedBurials = async (): Promise<PublicBurial[]> => (await everyPublished()).map(withoutIds);

/** The way to a part of the register: a country of today, a region in it, with how many entries. */
export type Facet = { key: string; name: Names | null; count: number };

/** The register of the returned names: those that fit best first, else by name. `country`: today's or the reported one. */
export const publicBurials = query(
  'burials.read-public',
  z.strictObject({
    text: line(200),
    place: line(200),
    country: line(2),
    region: line(300),
    burialPlaceId: optionalId(),
    limit: z._default(whole(1, 200), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async ({ limit, offset, ...asked }): Promise<{ total: number; rows: PublicBurial[] }> => {
    const index = await whilePublishedStands('published-index', async () => publicIndex(await everyPublished()));
    const found = lookThrough(index, asked);
    return { total: found.length, rows: found.slice(offset, offset + limit).map(withoutIds) };
  },
);

/** Countries of today and their regions with at least one published entry, most entries first. */
export const publishedRegions = query('burials.read-public', z.strictObject({}), async () =>
  whilePublishedStands('published-regions', async () => {
    const entries = await publishedBurials();
    return {
      countries: counted(
        entries.flatMap(({ countryToday }) => (countryToday ? [{ key: countryToday, name: null }] : [])),
      ),
      regions: counted(
        entries.flatMap((entry) => (regionKey(entry) ? [{ key: regionKey(entry), name: entry.regionToday }] : [])),
      ),
    };
  }),
);

function counted(ways: readonly Omit<Facet, 'count'>[]): Facet[] {
  const facets = new Map<string, Facet>();
  for (const { key, name } of ways) facets.set(key, { key, name, count: (facets.get(key)?.count ?? 0) + 1 });
  return [...facets.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** One entry of the register. @throws DomainError `burial.not-found` alike for an unknown one and one that may not be shown */
export const publicBurial = query('burials.read-public', z.strictObject({ burialId: id() }), async ({ burialId }) => {
  const entry = await publishedEntry(burialId);
  if (!entry) throw new DomainError('burial.not-found');
  return { ...withoutIds(entry), citations: await citationsOf(burialId) };
});

/** The documents a published burial is known from. */
export async function citationsOf(burialId: string): Promise<string[]> {
  const rows = await read()
    .selectDistinct({ citation: evidence.citation, at: evidence.attachedAt })
    .from(burials)
    .innerJoin(conclusionEvidence, eq(conclusionEvidence.conclusionId, burials.conclusionId))
    .innerJoin(evidence, eq(evidence.id, conclusionEvidence.evidenceId))
    .where(and(eq(burials.id, burialId), isNull(evidence.removedAt), ne(evidence.citation, '')))
    .orderBy(asc(evidence.attachedAt));
  return [...new Set(rows.map(({ citation }) => citation))];
}

/** One published burial with its ids, or undefined. */
export const publishedEntry = async (burialId: string): Promise<PublishedBurial | undefined> =>
  (await published(eq(burials.id, burialId)))[0];

/** Every published burial of one case, none when the case may not be public. */
export const publishedOfCase = (caseId: string): Promise<PublishedBurial[]> => published(eq(burials.caseId, caseId));

/** The published burials behind a memory page, none when the page may not be read. */
export const publishedBehind = (pageId: string): Promise<PublishedBurial[]> => published(eq(memoryPages.id, pageId));
