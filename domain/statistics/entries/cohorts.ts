/** What became of the applications of a month: how many of them have their burial established by now. */
import { sql } from 'drizzle-orm';
import { read } from '../../database';
import { addMonths, startOfDay } from '../../working-days';
import type { Applied } from '../catalogue';
import { dayOfNumber, museumDay } from '../museum-days';
import { countedBurials } from './burials';
import { type Entry, period, shareOf, totalsOf, until } from './entry';

/** The burial counts whenever it was established; `from` and `to` are about the receipt. */
const burialsOf = ({ from: _, ...params }: Applied) => countedBurials(params);

const inPeriod = (params: Applied) => sql`
  a.received_at >= ${period(params).since} and a.received_at <= ${Math.min(period(params).upTo, until(params))}`;

const perDay = { day: sql<number>`day`, count: sql<number>`n` };

const compute: Entry['compute'] = async (params) => {
  const day = museumDay(sql`a.received_at`);
  const received = await read()
    .select(perDay)
    .from(sql`(select ${day} as day, count(*) as n from applications a where ${inPeriod(params)} group by 1)`);
  const established = await read()
    .select(perDay)
    .from(sql`(with ${burialsOf(params)}
      select ${day} as day, count(*) as n from members m join applications a on a.case_id = m.member
      where ${inPeriod(params)} group by 1)`);
  const [first, last] = [params.from ?? '', params.to ?? ''];
  const rows = [];
  const inMonth = (list: typeof received, month: string) =>
    list.reduce((sum, one) => sum + (dayOfNumber(one.day).startsWith(month) ? one.count : 0), 0);
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = addMonths(month, 1)) {
    const name = month.slice(0, 7);
    const counts = { applications: inMonth(received, name), established: inMonth(established, name) };
    rows.push({ month: name, ...counts, share: shareOf(counts.established, counts.applications) });
  }
  return { rows, totals: totalsOf(rows, ['applications', 'established']) };
};

const cases: Entry['cases'] = async (params, row, column) => {
  const [start, end] = row.month
    ? [startOfDay(`${row.month}-01`), startOfDay(addMonths(`${row.month}-01`, 1)) - 1]
    : [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const inMonth = sql`${inPeriod(params)} and a.received_at >= ${start} and a.received_at <= ${end}`;
  return column === 'established'
    ? sql`with ${burialsOf(params)}
        select a.case_id from members m join applications a on a.case_id = m.member where ${inMonth}`
    : sql`select a.case_id from applications a where ${inMonth}`;
};

export const cohortEntries = { 'established-by-cohort': { compute, cases } } satisfies Record<string, Entry>;
