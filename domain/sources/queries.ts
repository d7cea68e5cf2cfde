/** Reading the list of sources for its pages. */
import { and, count, eq, isNull, sum } from 'drizzle-orm';
import * as z from 'zod/mini';
import { imports, searches, sources } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { requiredLine } from '../input';
import { DomainError } from '../result';

/** Records of a source in our own index, superseded versions counted once; 0 where none was ever taken in. */
export async function recordsBySource(): Promise<Map<string, number>> {
  const rows = await read()
    .select({ key: imports.sourceKey, records: sum(imports.added) })
    .from(imports)
    .where(eq(imports.state, 'done'))
    .groupBy(imports.sourceKey);
  return new Map(rows.map(({ key, records }) => [key, Number(records ?? 0)]));
}

/**
 * One source with what was searched in it: how often with which outcome, and how many of its records our index holds.
 * @throws DomainError `source.not-found`
 */
export const sourcePage = query(
  'source.read',
  z.strictObject({ sourceKey: requiredLine(80) }),
  async ({ sourceKey }) => {
    const [source] = await read().select().from(sources).where(eq(sources.key, sourceKey));
    if (!source) throw new DomainError('source.not-found');
    const outcomes = await read()
      .select({ outcome: searches.outcome, times: count() })
      .from(searches)
      .where(and(eq(searches.sourceKey, sourceKey), isNull(searches.withdrawnAt)))
      .groupBy(searches.outcome);
    return { source, outcomes, records: (await recordsBySource()).get(sourceKey) ?? 0 };
  },
);
