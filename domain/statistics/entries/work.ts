/** What the sources and bodies yield, and who has how much in hand. */
import { sql } from 'drizzle-orm';
import { pipeline, statuses } from '../../cases/pipeline';
import { rankOf } from '../../cases/queue-row';
import { now } from '../../clock';
import { read } from '../../database';
import { dayOf } from '../../working-days';
import type { Applied } from '../catalogue';
import { type Entry, period, shareOf, sumOf, totalsOf } from './entry';

/** Logged by mistake and withdrawn by the end of the period: counts for nothing. */
const searched = (params: Applied) => {
  const { since, upTo } = period(params);
  return sql`searched_at >= ${since} and searched_at <= ${upTo} and (withdrawn_at is null or withdrawn_at > ${upTo})`;
};

const bySource: Entry['compute'] = async (params) => {
  const counts = await read()
    .select({ source: sql<string>`source_key`, outcome: sql<string>`outcome`, count: sql<number>`n` })
    .from(sql`(select source_key, outcome, count(*) as n from searches where ${searched(params)} group by 1, 2)`);
  const rows = [...new Set(counts.map((one) => one.source))].map((source) => {
    const own = counts.filter((one) => one.source === source);
    const of = (outcome: string) => own.find((one) => one.outcome === outcome)?.count ?? 0;
    const searches = sumOf(own, (one) => one.count);
    const [found, nothing] = [of('found'), of('nothing')];
    return { source, found, nothing, other: searches - found - nothing, searches, share: shareOf(found, searches) };
  });
  rows.sort((a, b) => b.found - a.found || b.searches - a.searches || (a.source < b.source ? -1 : 1));
  return { rows, totals: totalsOf(rows, ['found', 'nothing', 'other', 'searches']) };
};

const searchedCases: Entry['cases'] = async (params, row, column) => {
  const outcome =
    column === 'found' || column === 'nothing'
      ? sql`outcome = ${column}`
      : column === 'other'
        ? sql`outcome not in ('found', 'nothing')`
        : sql`1`;
  const source = row.source === undefined ? sql`1` : sql`source_key = ${row.source}`;
  return sql`select case_id from searches where ${searched(params)} and ${outcome} and ${source}`;
};

const openRanks = sql.raw(
  statuses
    .filter((status) => pipeline[status].open)
    .map(rankOf)
    .join(', '),
);

/** Load, never results: what everybody who works here has in hand today. */
const load: Entry['compute'] = async () => {
  const today = dayOf(now());
  const rows = await read()
    .select({
      staff: sql<string>`staff`,
      cases: sql<number>`cases`,
      tasks: sql<number>`tasks`,
      tasksOverdue: sql<number>`tasks_overdue`,
    })
    .from(sql`(select * from (
      select s.id as staff, s.active and s.role in ('researcher', 'manager') as works,
        (select coalesce(sum(c.cases), 0) from case_counts c
          where c.assignee_id = s.id and c.status_rank in (${openRanks})) as cases,
        (select count(*) from tasks t where t.assignee_id = s.id and t.done_at is null) as tasks,
        (select count(*) from tasks t
          where t.assignee_id = s.id and t.done_at is null and t.due_on < ${today}) as tasks_overdue
      from staff s)
      where works or cases > 0 or tasks > 0 order by cases desc, tasks desc, staff)`);
  return { rows, totals: totalsOf(rows, ['cases', 'tasks', 'tasksOverdue']) };
};

const loadCases: Entry['cases'] = async (_params, row, column) => {
  const whose = row.staff === undefined ? sql`assignee_id <> ''` : sql`assignee_id = ${row.staff}`;
  if (column !== 'tasks' && column !== 'tasksOverdue')
    return sql`select case_id from case_queue where status_rank in (${openRanks}) and ${whose}`;
  const overdue = column === 'tasks' ? sql`1` : sql`due_on < ${dayOf(now())}`;
  return sql`select case_id from tasks where done_at is null and case_id is not null and ${whose} and ${overdue}`;
};

export const workEntries = {
  'searches-by-source': { compute: bySource, cases: searchedCases },
  'load-by-researcher': { compute: load, cases: loadCases },
} satisfies Record<string, Entry>;
