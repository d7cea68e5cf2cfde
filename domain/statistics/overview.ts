/** How the search goes, in figures for managers. Each says what it counts; all are computed when asked for. */
import { and, count, gte, isNull, lte } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, cases, searches } from '@/db/schema';
import { type Status, statuses } from '../cases/pipeline';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { addMonths, dayOf, startOfDay } from '../working-days';

export type Overview = {
  /** Applications by month of receipt (museum time), the last thirteen months, oldest first: `YYYY-MM`. */
  byMonth: { month: string; count: number }[];
  /** Applications by the way they came, all time. */
  byChannel: { channel: string; count: number }[];
  /** Cases by status today, in the order of the pipeline. */
  byStatus: { status: Status; count: number }[];
  /** Searches by source and outcome, all time. */
  bySource: { sourceKey: string; found: number; nothing: number; other: number }[];
};

/** The manager's overview; withdrawn applications count where they were received. */
export const overview = query('statistics.read', z.strictObject({}), async (): Promise<Overview> => {
  const today = dayOf(now());
  const months = Array.from({ length: 13 }, (_, i) => addMonths(`${today.slice(0, 7)}-01`, i - 12).slice(0, 7));
  const received = await read()
    .select({ at: applications.receivedAt })
    .from(applications)
    .where(and(gte(applications.receivedAt, startOfDay(`${months[0]}-01`)), lte(applications.receivedAt, now())));
  const perMonth = new Map<string, number>();
  for (const { at } of received) {
    const month = dayOf(at).slice(0, 7);
    perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
  }
  const channels = await read()
    .select({ channel: applications.channel, count: count() })
    .from(applications)
    .groupBy(applications.channel);
  const perStatus = await read().select({ status: cases.status, count: count() }).from(cases).groupBy(cases.status);
  const outcomes = await read()
    .select({ sourceKey: searches.sourceKey, outcome: searches.outcome, count: count() })
    .from(searches)
    .where(isNull(searches.withdrawnAt))
    .groupBy(searches.sourceKey, searches.outcome);
  const sourceKeys = [...new Set(outcomes.map((row) => row.sourceKey))];
  const outcomeCount = (sourceKey: string, fits: (outcome: string) => boolean) =>
    outcomes.filter((row) => row.sourceKey === sourceKey && fits(row.outcome)).reduce((sum, row) => sum + row.count, 0);
  return {
    byMonth: months.map((month) => ({ month, count: perMonth.get(month) ?? 0 })),
    byChannel: channels.sort((a, b) => b.count - a.count),
    byStatus: statuses.map((status) => ({ status, count: perStatus.find((row) => row.status === status)?.count ?? 0 })),
    bySource: sourceKeys
      .map((sourceKey) => ({
        sourceKey,
        found: outcomeCount(sourceKey, (outcome) => outcome === 'found'),
        nothing: outcomeCount(sourceKey, (outcome) => outcome === 'nothing'),
        other: outcomeCount(sourceKey, (outcome) => outcome !== 'found' && outcome !== 'nothing'),
      }))
      .sort((a, b) => b.found - a.found),
  };
});
