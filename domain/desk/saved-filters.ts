/** Filters of the list of cases under a name of one's own. */
import { and, asc, count, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { savedFilters } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { query, unrecordedCommand } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { id, line, requiredLine } from '../input';
import { DomainError } from '../result';

/** What of the list's address makes a filter; the page is none. */
const keptNames = ['view', 'text', 'status', 'assignee', 'sort', 'direction'] as const;
/** The most filters one person keeps. */
const most = 50;

/** The parts of a list's address that make a filter, in one order, so that equal filters read equally. Pure. */
export function filterOf(query: string): string {
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of keptNames) {
    const value = given.get(name)?.trim();
    if (value) kept.set(name, value);
  }
  return kept.toString();
}

/**
 * Keeps a filter under a name; the same name again replaces it.
 * @param query of the list's address, without `?`
 * @throws DomainError `filter.empty` when nothing is filtered or sorted, `filter.too-many` beyond fifty
 */
export const saveFilter = unrecordedCommand(
  'case.read',
  z.strictObject({ name: requiredLine(60), query: line(1000) }),
  async ({ name, query }, { actor, tx }) => {
    const staffId = staffIdOf(actor);
    const filter = filterOf(query);
    if (!filter) throw new DomainError('filter.empty');
    const [there] = await tx.select({ n: count() }).from(savedFilters).where(eq(savedFilters.staffId, staffId));
    if ((there?.n ?? 0) >= most) throw new DomainError('filter.too-many');
    await tx
      .insert(savedFilters)
      .values({ id: newId(), staffId, name, query: filter, savedAt: now() })
      .onConflictDoUpdate({
        target: [savedFilters.staffId, savedFilters.name],
        set: { query: filter, savedAt: now() },
      });
  },
);

/** Forgets a filter of one's own. @throws DomainError `filter.not-found` */
export const removeFilter = unrecordedCommand(
  'case.read',
  z.strictObject({ filterId: id() }),
  async ({ filterId }, { actor, tx }) => {
    const removed = await tx
      .delete(savedFilters)
      .where(and(eq(savedFilters.id, filterId), eq(savedFilters.staffId, staffIdOf(actor))))
      .returning({ id: savedFilters.id });
    if (removed.length === 0) throw new DomainError('filter.not-found');
  },
);

export type SavedFilter = { filterId: string; name: string; query: string };

/** The filters of whoever asks, by name. */
export const savedFilterList = query(
  'case.read',
  z.strictObject({}),
  async (_, actor): Promise<SavedFilter[]> =>
    read()
      .select({ filterId: savedFilters.id, name: savedFilters.name, query: savedFilters.query })
      .from(savedFilters)
      .where(eq(savedFilters.staffId, staffIdOf(actor)))
      .orderBy(asc(savedFilters.name)),
);
