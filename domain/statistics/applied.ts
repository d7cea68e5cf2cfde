/** What a statistic is asked, and what it answers for: days filled in, nothing kept that the entry does not know. */
import * as z from 'zod/mini';
import { now } from '../clock';
import { day, oneOf } from '../input';
import { DomainError } from '../result';
import { addDays, addMonths, dayOf } from '../working-days';
import { type Applied, bases, burialKinds, entryOf, type StatisticKey, statisticKeys, steps } from './catalogue';

const dayOrNone = () => z.optional(z.union([z.literal(''), day()]));

/** The input of every question: an empty day counts as left out. */
export const statisticShape = {
  key: oneOf(statisticKeys),
  at: dayOrNone(),
  from: dayOrNone(),
  to: dayOrNone(),
  basis: z.optional(oneOf(bases)),
  kind: z.optional(oneOf(burialKinds)),
  by: z.optional(oneOf(steps)),
};

export type Asked = {
  [Name in Exclude<keyof Applied, undefined>]?: Applied[Name] | '' | undefined;
} & { key: StatisticKey };

/**
 * The parameters as applied. No day is later than today: of what has not happened there are no figures.
 * @throws DomainError `input.invalid` with `statistics.from-after-to` at `from`
 */
export function appliedTo(asked: Asked): Applied {
  const takes = entryOf(asked.key).params as readonly string[];
  const today = dayOf(now());
  const applied: Applied = {};
  if (takes.includes('at')) applied.at = earlier(asked.at || today, today);
  if (takes.includes('to')) applied.to = earlier(asked.to || today, applied.at ?? today);
  if (takes.includes('by')) applied.by = asked.by || 'month';
  if (takes.includes('from')) {
    const from = asked.from || usualFrom(asked.key, applied);
    if (from) applied.from = from;
  }
  if (takes.includes('basis')) applied.basis = asked.basis || 'today';
  if (takes.includes('kind')) applied.kind = asked.kind || 'primary';
  const last = applied.to ?? applied.at;
  if (applied.from && last && applied.from > last)
    throw new DomainError('input.invalid', { from: 'statistics.from-after-to' });
  return applied;
}

const earlier = (a: string, b: string) => (a < b ? a : b);

/** Where a row is a span of time, nobody wants all that ever was; elsewhere the figures go back to the beginning. */
function usualFrom(key: StatisticKey, { to, by }: Applied): string | undefined {
  if (!to) return undefined;
  if (key === 'established-by-cohort') return yearBefore(to);
  if (key !== 'applications-received') return undefined;
  if (by === 'day') return addDays(to, -30);
  return by === 'week' ? addDays(to, -7 * 26) : yearBefore(to);
}

/** The first day of the same month of the year before: thirteen months with the one of `day`. */
const yearBefore = (day: string) => addMonths(`${day.slice(0, 7)}-01`, -12);
