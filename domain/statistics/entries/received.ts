/** What came in: applications by the time, the way and the region they came from; withdrawn ones count where they were received. */
import { type SQL, sql } from 'drizzle-orm';
import { read } from '../../database';
import { addDays, addMonths, dayOf, startOfDay } from '../../working-days';
import type { Applied, StatisticRow } from '../catalogue';
import { dayOfNumber, museumDay, numberOfDay } from '../museum-days';
import { type Computed, type Entry, period, shareOf, sumOf, totalsOf } from './entry';

const inPeriod = (params: Applied): SQL => {
  const { since, upTo } = period(params);
  return sql`received_at >= ${since} and received_at <= ${upTo}`;
};

/** The first day of the period of `by` in which a day lies: the day, its Monday, the first of its month. */
function periodOf(day: string, by: Applied['by']): string {
  if (by === 'day') return day;
  // 1970-01-01 was a Thursday.
  return by === 'week' ? addDays(day, -((numberOfDay(day) + 3) % 7)) : `${day.slice(0, 7)}-01`;
}

const next = (day: string, by: Applied['by']) =>
  by === 'month' ? addMonths(day, 1) : addDays(day, by === 'week' ? 7 : 1);

async function received(params: Applied): Promise<Computed> {
  const { upTo } = period(params);
  const counts = await read()
    .select({ day: sql<number>`day`, applications: sql<number>`n`, withdrawn: sql<number>`w` })
    .from(sql`(select ${museumDay(sql`received_at`)} as day, count(*) as n, sum(coalesce(withdrawn_at <= ${upTo}, 0)) as w
      from applications where ${inPeriod(params)} group by 1)`);
  const rows = new Map<string, StatisticRow>();
  for (const [first, last] of await spanned(params))
    for (let at = periodOf(first, params.by); at <= last; at = next(at, params.by))
      rows.set(at, { period: at, applications: 0, withdrawn: 0 });
  for (const { day, applications, withdrawn } of counts) {
    const row = rows.get(periodOf(dayOfNumber(day), params.by));
    if (!row) throw new Error('An application outside its period');
    row.applications = Number(row.applications) + applications;
    row.withdrawn = Number(row.withdrawn) + withdrawn;
  }
  return { rows: [...rows.values()], totals: totalsOf([...rows.values()], ['applications', 'withdrawn']) };
}

/** From the first day asked for, but not before anything was received, to the last; nothing in an empty register. */
async function spanned({ from, to }: Applied): Promise<[string, string][]> {
  const [row] = await read()
    .select({ first: sql<number | null>`first` })
    .from(sql`(select min(received_at) as first from applications)`);
  if (!row || row.first === null || !to) return [];
  const first = dayOf(row.first);
  const start = from && from > first ? from : first;
  return start > to ? [] : [[start, to]];
}

const receivedCases: Entry['cases'] = async (params, row, column) => {
  const { since, upTo } = period(params);
  const [start, end] = row.period
    ? [startOfDay(row.period), startOfDay(next(row.period, params.by)) - 1]
    : [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const withdrawn = column === 'withdrawn' ? sql`withdrawn_at <= ${upTo}` : sql`1`;
  return sql`select case_id from applications
    where received_at >= ${Math.max(since, start)} and received_at <= ${Math.min(upTo, end)} and ${withdrawn}`;
};

/** @param column of the table @param dimension of the row */
function shares(column: 'channel' | 'region', dimension: string): Entry {
  const name = sql.raw(column);
  // Read off an index by value, instead of every application's whole row.
  const index = sql.raw(`applications_${column}`);
  return {
    async compute(params) {
      const counts = await read()
        .select({ value: sql<string>`value`, applications: sql<number>`n` })
        .from(sql`(select ${name} as value, count(*) as n
          from applications indexed by ${index} where ${inPeriod(params)}
          group by 1 order by 2 desc, 1)`);
      const all = sumOf(counts, (one) => one.applications);
      const rows = counts.map(({ value, applications }) => ({
        [dimension]: value,
        applications,
        share: shareOf(applications, all),
      }));
      return { rows, totals: { applications: all } };
    },
    cases: async (params, row) => {
      const value = row[dimension];
      return sql`select case_id from applications
        where ${inPeriod(params)} and ${value === undefined ? sql`1` : sql`${name} = ${value}`}`;
    },
  };
}

export const receivedEntries = {
  'applications-received': { compute: received, cases: receivedCases },
  'applications-by-channel': shares('channel', 'channel'),
  'applications-by-kz-region': shares('region', 'region'),
} satisfies Record<string, Entry>;
