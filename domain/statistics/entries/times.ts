/** How long families wait: from the application to the first answer, and to a result, those who wait still counted in. */
import { type SQL, sql } from 'drizzle-orm';
import { answeringLetters } from '../../correspondence/letter-kinds';
import { read } from '../../database';
import { holidayCalendar } from '../../working-calendar';
import { addDays, isWorkingDay } from '../../working-days';
import type { Applied } from '../catalogue';
import { dayOfNumber, museumDay } from '../museum-days';
import { survival } from '../survival';
import { type Computed, type Entry, joinedAt, lastDay, period, sumOf, until } from './entry';

/** Letters that answered and went out; literal, so that one text serves every question. */
export const answered = sql.raw(
  `state in ('sent', 'handed-over') and kind in (${answeringLetters.map((kind) => `'${kind}'`).join(', ')})`,
);

/** What is waited for: the moment it came to an application `a`, and what has to be joined for it. */
type Event = { at: SQL; joins: SQL };

/** The first letter that answers has reached this applicant. */
const firstAnswer = (params: Applied): Event => ({
  at: sql`(select min(l.settled_at) from letters l
    where l.application_id = a.id and l.settled_at <= ${until(params)} and ${answered})`,
  joins: sql``,
});

/** The first conclusion of the case it counts for was confirmed; one revoked by then counts for nothing. */
const firstResult: Event = {
  at: sql`r.at`,
  joins: sql`left join joined j on j.case_id = a.case_id left join result r on r.case_id = coalesce(j.into_id, a.case_id)`,
};

const resultClause = (moment: number): SQL => sql`
  result(case_id, at) as materialized (
    select case_id, min(decided_at) from conclusions
    where decided_at <= ${moment} and state in ('confirmed', 'superseded') and (revoked_at is null or revoked_at > ${moment})
    group by case_id)`;

/** Of cases taken over from the old register too little is known: they are told apart. */
const eachApplication = (params: Applied, { at, joins }: Event): SQL => sql`
  each_one as materialized (
    select a.received_at, ${at} as came_at, a.withdrawn_at,
      a.case_id in (select id from cases where takeover_id > '') as taken_over
    from applications a ${joins}
    where a.received_at >= ${period(params).since} and a.received_at <= ${Math.min(period(params).upTo, until(params))}),
  in_days as materialized (
    select ${museumDay(sql`received_at`)} as received, ${museumDay(sql`came_at`)} as came,
      case when withdrawn_at <= ${until(params)} then ${museumDay(sql`withdrawn_at`)} end as withdrawn, taken_over
    from each_one),
  ended as (
    select received, taken_over, withdrawn is not null as is_withdrawn,
      came is not null and (withdrawn is null or came <= withdrawn) as reached,
      case when came is not null and (withdrawn is null or came <= withdrawn) then came
        else coalesce(withdrawn, ${lastDay(params)}) end as finish
    from in_days)`;

/** Days from `received` to `finish`. */
const calendarDays = sql`finish - received`;

/** Digits of a number in the table of working days. */
const width = 6;

/** The same in working days, by a table of how many of them there were up to each day: one long row of digits. */
async function workingDays(params: Applied): Promise<SQL> {
  const [row] = await read()
    .select({ first: sql<number | null>`first`, last: sql<number>`last` })
    .from(sql`(select ${museumDay(sql`first_at`)} as first, ${lastDay(params)} as last
      from (select min(received_at) as first_at from applications))`);
  if (!row || row.first === null || row.first > row.last) return calendarDays;
  const calendar = await holidayCalendar();
  let table = '';
  let day = dayOfNumber(row.first);
  for (let number = row.first, worked = 0; number <= row.last; number++, day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) worked += 1;
    table += String(worked).padStart(width, '0');
  }
  const digits = Buffer.from(table);
  const first = sql.raw(`${row.first}`);
  const upTo = (number: SQL) =>
    sql`cast(cast(substr(${digits}, (${number} - ${first}) * ${sql.raw(`${width}`)} + 1, ${sql.raw(`${width}`)}) as text) as integer)`;
  return sql`${upTo(sql`finish`)} - ${upTo(sql`received`)}`;
}

async function waited(params: Applied, event: Event, days: SQL): Promise<Computed> {
  const counts = await read()
    .select({
      days: sql<number>`days`,
      reached: sql<number>`reached`,
      gone: sql<number>`gone`,
      takenOver: sql<number>`taken_over`,
      count: sql<number>`n`,
    })
    .from(sql`(with ${joinedAt(until(params))}, ${resultClause(until(params))}, ${eachApplication(params, event)}
      select max(0, coalesce(${days}, 0)) as days, reached, is_withdrawn and not reached as gone, taken_over,
        count(*) as n
      from ended group by 1, 2, 3, 4)`);
  const ours = counts.filter((one) => !one.takenOver);
  const { steps, median, p90 } = survival(ours.map((one) => ({ ...one, reached: one.reached === 1 })));
  const total = (list: typeof counts, fits: (one: (typeof counts)[number]) => unknown) =>
    sumOf(list, (one) => (fits(one) ? one.count : 0));
  const applications = total(ours, () => true);
  const finished = total(ours, (one) => one.reached);
  const withdrawn = total(ours, (one) => one.gone);
  const takenOver = total(counts, (one) => one.takenOver);
  return {
    rows: steps,
    totals: { applications, finished, withdrawn, takenOver, median, p90 },
    open: applications - finished - withdrawn,
  };
}

export const timeEntries = {
  'first-answer-time': {
    compute: async (params) => waited(params, firstAnswer(params), await workingDays(params)),
  },
  'result-time': { compute: (params) => waited(params, firstResult, calendarDays) },
} satisfies Record<string, Entry>;
