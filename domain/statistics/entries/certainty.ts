/** How surely the place is known: burials in force by precision and kind. */
import { sql } from 'drizzle-orm';
import { burialKinds, burialPrecisions } from '../../cases/fates';
import { read } from '../../database';
import { startOfDay } from '../../working-days';
import type { Applied, StatisticRow } from '../catalogue';
import { type Entry, joinedAt, sumOf, totalsOf, until } from './entry';

/** Burials in force at the end of `at`, of cases that are not joined to another then. */
const inForce = (params: Applied) => sql`
  established_at <= ${until(params)} and (ended_at is null or ended_at > ${until(params)})
  and ${params.from ? sql`established_at >= ${startOfDay(params.from)}` : sql`1`}
  and case_id not in (select case_id from joined)`;

const compute: Entry['compute'] = async (params) => {
  const counts = await read()
    .select({ certainty: sql<string>`precision`, kind: sql<string>`kind`, count: sql<number>`n` })
    .from(sql`(with ${joinedAt(until(params))}
      select precision, kind, count(*) as n from burials where ${inForce(params)} group by precision, kind)`);
  // The surest first.
  const rows = burialPrecisions.toReversed().map((certainty) => {
    const row: StatisticRow = { certainty };
    const own = counts.filter((one) => one.certainty === certainty);
    for (const kind of burialKinds)
      row[kind] = sumOf(
        own.filter((one) => one.kind === kind),
        (one) => one.count,
      );
    return { ...row, burials: sumOf(own, (one) => one.count) };
  });
  return { rows, totals: totalsOf(rows, [...burialKinds, 'burials']) };
};

const cases: Entry['cases'] = async (params, row, column) => {
  const isKind = (burialKinds as readonly string[]).includes(column);
  return sql`with ${joinedAt(until(params))}
    select case_id from burials where ${inForce(params)}
      and ${row.certainty === undefined ? sql`1` : sql`precision = ${row.certainty}`}
      and ${isKind ? sql`kind = ${column}` : sql`1`}`;
};

export const certaintyEntries = { 'burials-by-certainty': { compute, cases } } satisfies Record<string, Entry>;
