/** What should have been done by now: cases whose term had passed, by the term and by how long. */
import { type SQL, sql } from 'drizzle-orm';
import { pipeline, statuses } from '../../cases/pipeline';
import { isOverdue, nextDue, type TermFacts, type Terms } from '../../cases/terms';
import { termsInUse } from '../../cases/terms-in-use';
import { read } from '../../database';
import { holidayCalendar } from '../../working-calendar';
import { addDays, type DayCalendar, endOfDay } from '../../working-days';
import type { Applied } from '../catalogue';
import { dayOfNumber, museumDay, numberOfDay } from '../museum-days';
import { type Entry, joinedAt, listed, sumOf, totalsOf, until } from './entry';
import { answered } from './times';

const kinds = ['first-answer', 'next-word', 'notice'] as const;

const spans = [
  ['upTo7', 1, 7],
  ['upTo30', 8, 30],
  ['upTo90', 31, 90],
  ['over90', 91, Number.MAX_SAFE_INTEGER],
] as const;

const openStatuses = sql.raw(
  statuses
    .filter((status) => pipeline[status].open)
    .map((status) => `'${status}'`)
    .join(', '),
);

const isResult = sql.raw(`status in ('fate-established', 'burial-established')`);

/**
 * `with` clauses of the cases in which a clock ran at the end of the day, as their terms were known then: the status of that day; the
 * last letter that had reached the family; the extension given by then; the conclusion in force then. `alike`: one row a case, with
 * no more than its term rests on, so that cases due together are the same. Its first spell begins with its receipt.
 */
const standing = (params: Applied, terms: Terms): SQL => {
  const moment = until(params);
  return sql`${joinedAt(moment)},
  words as materialized (
    select s.case_id, s.status,
      (select max(l.settled_at) from letters l where l.case_id = s.case_id and l.settled_at <= ${moment} and ${answered})
        as last_word_at
    from case_spells s
    where s.status in (${openStatuses}) and s.from_at <= ${moment} and (s.until_at is null or s.until_at > ${moment})),
  running as materialized (
    select w.* from words w
    where (${isResult} or last_word_at is null or (status <> 'family-informed' and ${mayBeLate(params, terms)}))
      and w.case_id not in (select case_id from joined)
      and (exists (select 1 from applications a where a.case_id = w.case_id and ${active(moment)})
        or w.case_id in (
          select j.into_id from joined j cross join applications a on a.case_id = j.case_id where ${active(moment)}))
      and w.case_id not in (
        select c.id from cases c where c.takeover_id > '' and not exists (
          select 1 from events e
          where e.case_id = c.id and +e.kind = 'case.moved' and e.actor_role <> 'system' and e.at <= ${moment}))),
  facts as materialized (
    select case_id, status,
      case when not ${isResult} and last_word_at is null
        then (select min(f.from_at) from case_spells f where f.case_id = w.case_id) end as received_at,
      case when not ${isResult} and last_word_at is null
          and case_id in (select case_id from events where kind = 'case.extended' and at <= ${moment})
        then (select json_extract(e.data, '$.to') from events e
          where e.case_id = w.case_id and +e.kind = 'case.extended' and e.at <= ${moment} order by e.seq desc limit 1) end
        as extended_to,
      case when ${isResult}
        then (select case when d.revoked_at <= ${moment} then null else d.decided_at end from conclusions d
          where d.case_id = w.case_id and +d.state in ('confirmed', 'superseded') and d.decided_at <= ${moment}
          order by d.decided_at desc, d.id desc limit 1) end as result_at,
      case when not ${isResult} then last_word_at end as last_word_at
    from running w),
  alike as (
    select case_id,
      case when ${isResult} or status in ('family-informed', 'on-watch') then status else 'searching' end as status,
      ${museumDay(sql`received_at`)} as received, extended_to, ${museumDay(sql`result_at`)} as result,
      ${museumDay(sql`last_word_at`)} as last_word
    from facts)`;
};

/** The last word is old enough for the next to be late: of most cases it is not, and they are left aside at once. */
function mayBeLate({ at = '' }: Applied, terms: Terms): SQL {
  const by = (days: number) => endOfDay(addDays(at, -days - 1));
  return sql`last_word_at <= case when status = 'on-watch' then ${by(terms.nextWordOnWatch)} else ${by(terms.nextWord)} end`;
}

const active = (moment: number) => sql`
  a.received_at <= ${moment} and (a.withdrawn_at is null or a.withdrawn_at > ${moment})`;

/** Everything a term rests on; what it does not rest on is null. */
type Alike = {
  status: TermFacts['status'];
  received: number | null;
  extendedTo: string | null;
  result: number | null;
  lastWord: number | null;
};

const columns = {
  status: sql<Alike['status']>`status`,
  received: sql<number | null>`received`,
  extendedTo: sql<string | null>`extended_to`,
  result: sql<number | null>`result`,
  lastWord: sql<number | null>`last_word`,
};

type Late = { dueKind: string; days: number };

/** Which term of such a case has passed by the end of a day, and how many calendar days ago; null while none has. */
function lateness(facts: Alike, at: string, calendar: DayCalendar, terms: Terms): Late | null {
  const due = nextDue(
    {
      status: facts.status,
      receivedDay: dayOfNumber(facts.received ?? 0),
      lastWordDay: facts.lastWord === null ? null : dayOfNumber(facts.lastWord),
      extendedTo: facts.extendedTo,
      resultDay: facts.result === null ? null : dayOfNumber(facts.result),
      hasApplication: true,
      takeoverStands: false,
    },
    calendar,
    terms,
  );
  return due && isOverdue(due, at) ? { dueKind: due.kind, days: numberOfDay(at) - numberOfDay(due.day) } : null;
}

const dating = async ({ at = '' }: Applied) => {
  const calendar = await holidayCalendar();
  const terms = await termsInUse();
  return { terms, late: (facts: Alike) => lateness(facts, at, calendar, terms) };
};

const isIn = (late: Late, column: string): boolean => {
  const span = spans.find(([name]) => name === column);
  return !span || (late.days >= span[1] && late.days <= span[2]);
};

const compute: Entry['compute'] = async (params) => {
  const { terms, late } = await dating(params);
  const groups = await read()
    .select({ ...columns, count: sql<number>`n` })
    .from(sql`(with ${standing(params, terms)}
      select status, received, extended_to, result, last_word, count(*) as n from alike group by 1, 2, 3, 4, 5)`);
  const counts = groups.flatMap(({ count, ...facts }) => {
    const one = late(facts);
    return one ? [{ ...one, count }] : [];
  });
  const rows = kinds.map((dueKind) => {
    const own = counts.filter((one) => one.dueKind === dueKind);
    const inSpan = (column: string) => sumOf(own, (one) => (isIn(one, column) ? one.count : 0));
    return {
      dueKind,
      ...Object.fromEntries(spans.map(([column]) => [column, inSpan(column)])),
      cases: sumOf(own, (one) => one.count),
    };
  });
  return { rows, totals: totalsOf(rows, [...spans.map(([column]) => column), 'cases']) };
};

const cases: Entry['cases'] = async (params, row, column) => {
  const { terms, late } = await dating(params);
  const all = await read()
    .select({ ...columns, caseId: sql<string>`case_id` })
    .from(sql`(with ${standing(params, terms)} select * from alike)`);
  const fits = all.filter((facts) => {
    const one = late(facts);
    return one && (row.dueKind === undefined || row.dueKind === one.dueKind) && isIn(one, column);
  });
  return listed(fits.map((one) => one.caseId));
};

export const overdueEntries = { overdue: { compute, cases } } satisfies Record<string, Entry>;
