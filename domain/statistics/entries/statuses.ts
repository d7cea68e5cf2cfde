/** How far the search has come: cases by the status they stood in. */
import { type SQL, sql } from 'drizzle-orm';
import { statuses } from '../../cases/pipeline';
import { read } from '../../database';
import { type Entry, joinedAt, shareOf, sumOf, totalsOf, until } from './entry';

const standing = (moment: number): SQL => sql`from_at <= ${moment} and (until_at is null or until_at > ${moment})`;

/** Cases that began from a find or a list of graves, and nobody had applied for by then, also not by a case joined to them. */
const unasked = (moment: number): SQL => sql`
  select c.id from cases c where c.origin in ('find', 'grave-list')
    and not exists (select 1 from applications a where a.case_id = c.id and a.received_at <= ${moment})
    and not exists (select 1 from joined j join applications a on a.case_id = j.case_id
      where j.into_id = c.id and a.received_at <= ${moment})`;

const compute: Entry['compute'] = async (params) => {
  const moment = until(params);
  const counts = await read()
    .select({ status: sql<string>`status`, cases: sql<number>`n` })
    .from(sql`(select status, count(*) as n from case_spells where ${standing(moment)} group by status)`);
  const without = await read()
    .select({ status: sql<string>`status`, cases: sql<number>`n` })
    .from(sql`(with ${joinedAt(moment)}
      select status, count(*) as n from (${unasked(moment)}) u join case_spells s on s.case_id = u.id
      where ${standing(moment)} group by status)`);
  const all = sumOf(counts, (one) => one.cases);
  const countOf = (list: readonly { status: string; cases: number }[], status: string) =>
    list.find((one) => one.status === status)?.cases ?? 0;
  const rows = statuses.map((status) => ({
    status,
    cases: countOf(counts, status),
    withoutApplication: countOf(without, status),
    share: shareOf(countOf(counts, status), all),
  }));
  return { rows, totals: totalsOf(rows, ['cases', 'withoutApplication']) };
};

const cases: Entry['cases'] = async (params, row, column) => {
  const moment = until(params);
  const status = row.status === undefined ? sql`1` : sql`status = ${row.status}`;
  const of = column === 'withoutApplication' ? sql`case_id in (${unasked(moment)})` : sql`1`;
  return sql`with ${joinedAt(moment)} select case_id from case_spells where ${standing(moment)} and ${status} and ${of}`;
};

export const statusEntries = { 'cases-by-status': { compute, cases } } satisfies Record<string, Entry>;
