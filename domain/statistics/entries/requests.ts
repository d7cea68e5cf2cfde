/** Archives and partners: on whom we wait, and how those asked have answered. One answer is waited for each case of a request. */
import { type SQL, sql } from 'drizzle-orm';
import { read } from '../../database';
import type { Applied } from '../catalogue';
import { museumDay } from '../museum-days';
import { survival } from '../survival';
import { type Entry, lastDay, period, sumOf, totalsOf, until } from './entry';

/**
 * `with` clause: every case of a request sent by then with when it was answered and given up, as far as that had happened. A request
 * closed without an answer and without a word when was given up at once.
 */
const asked = (moment: number, since: number, sentUpTo: number): SQL => sql`
  given_up(request_id, case_id, at) as materialized (
    select subject_id, case_id, min(at) from events where kind = 'request.given-up' group by subject_id, case_id),
  asked as materialized (
    select r.partner_id, c.case_id, r.sent_at,
      case when c.answered_at <= ${moment} then c.answered_at end as answered_at,
      case when c.answered_at <= ${moment} then c.outcome end as outcome,
      case when c.answered_at is null and r.state = 'closed' and coalesce(g.at, r.sent_at) <= ${moment}
        then coalesce(g.at, r.sent_at) end as given_up_at
    from archive_requests r join request_cases c on c.request_id = r.id
      left join given_up g on g.request_id = c.request_id and g.case_id = c.case_id
    where r.state <> 'draft' and r.sent_at >= ${since} and r.sent_at <= ${sentUpTo})`;

const isOpen = sql.raw('answered_at is null and given_up_at is null');

const spans = [
  ['upTo30', 0, 30],
  ['upTo90', 31, 90],
  ['over90', 91, Number.MAX_SAFE_INTEGER],
] as const;

/** Calendar days a case of a request has waited by the end of the day. */
const waitedDays = (params: Applied) => sql`${lastDay(params)} - ${museumDay(sql`sent_at`)}`;

const waiting: Entry['compute'] = async (params) => {
  const moment = until(params);
  const counts = await read()
    .select({ partner: sql<string>`partner_id`, days: sql<number>`days`, count: sql<number>`n` })
    .from(sql`(with ${asked(moment, Number.MIN_SAFE_INTEGER, moment)}
      select partner_id, ${waitedDays(params)} as days, count(*) as n from asked where ${isOpen} group by 1, 2)`);
  const rows = [...new Set(counts.map((one) => one.partner))].map((partner) => {
    const own = counts.filter((one) => one.partner === partner);
    const within = (from: number, to: number) =>
      sumOf(own, (one) => (one.days >= from && one.days <= to ? one.count : 0));
    return {
      partner,
      ...Object.fromEntries(spans.map(([column, from, to]) => [column, within(from, to)])),
      answers: sumOf(own, (one) => one.count),
      longest: Math.max(...own.map((one) => one.days)),
    };
  });
  rows.sort((a, b) => b.answers - a.answers || (a.partner < b.partner ? -1 : 1));
  const longest = rows.length > 0 ? Math.max(...rows.map((row) => row.longest)) : null;
  return { rows, totals: { ...totalsOf(rows, [...spans.map(([column]) => column), 'answers']), longest } };
};

const ofPartner = (row: Readonly<Record<string, string>>) =>
  row.partner === undefined ? sql`1` : sql`partner_id = ${row.partner}`;

const waitingCases: Entry['cases'] = async (params, row, column) => {
  const moment = until(params);
  const span = spans.find(([name]) => name === column);
  const inSpan = span ? sql`${waitedDays(params)} between ${span[1]} and ${span[2]}` : sql`1`;
  return sql`with ${asked(moment, Number.MIN_SAFE_INTEGER, moment)}
    select case_id from asked where ${isOpen} and ${ofPartner(row)} and ${inSpan}`;
};

const sentInPeriod = (params: Applied) => asked(period(params).upTo, period(params).since, period(params).upTo);

const byPartner: Entry['compute'] = async (params) => {
  const counts = await read()
    .select({
      partner: sql<string>`partner_id`,
      end: sql<'answered' | 'given-up' | 'open'>`ending`,
      found: sql<number>`found`,
      days: sql<number>`days`,
      count: sql<number>`n`,
    })
    .from(sql`(with ${sentInPeriod(params)}
      select partner_id,
        case when answered_at is not null then 'answered' when given_up_at is not null then 'given-up' else 'open' end as ending,
        coalesce(outcome = 'found', 0) as found,
        max(0, coalesce(${museumDay(sql`coalesce(answered_at, given_up_at)`)}, ${lastDay(params)})
          - ${museumDay(sql`sent_at`)}) as days,
        count(*) as n
      from asked group by 1, 2, 3, 4)`);
  const rows = [...new Set(counts.map((one) => one.partner))].map((partner) => {
    const own = counts.filter((one) => one.partner === partner);
    const total = (fits: (one: (typeof own)[number]) => boolean) => sumOf(own, (one) => (fits(one) ? one.count : 0));
    return {
      partner,
      sent: total(() => true),
      answered: total((one) => one.end === 'answered'),
      found: total((one) => one.found === 1),
      open: total((one) => one.end === 'open'),
      givenUp: total((one) => one.end === 'given-up'),
      median: survival(own.map((one) => ({ ...one, reached: one.end === 'answered' }))).median,
    };
  });
  rows.sort((a, b) => b.sent - a.sent || (a.partner < b.partner ? -1 : 1));
  const all = survival(counts.map((one) => ({ ...one, reached: one.end === 'answered' })));
  return { rows, totals: { ...totalsOf(rows, ['sent', 'answered', 'found', 'open', 'givenUp']), median: all.median } };
};

const endings: Readonly<Record<string, SQL>> = {
  answered: sql`answered_at is not null`,
  found: sql`outcome = 'found'`,
  open: isOpen,
  givenUp: sql`given_up_at is not null`,
};

const partnerCases: Entry['cases'] = async (params, row, column) => sql`with ${sentInPeriod(params)}
  select case_id from asked where ${endings[column] ?? sql`1`} and ${ofPartner(row)}`;

export const requestEntries = {
  'waiting-on': { compute: waiting, cases: waitingCases },
  'requests-by-partner': { compute: byPartner, cases: partnerCases },
} satisfies Record<string, Entry>;
