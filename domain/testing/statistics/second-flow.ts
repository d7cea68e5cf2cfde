/** The second computation of how it goes. */
import { statuses } from '../../cases/pipeline';
import type { Applied, StatisticKey, StatisticRow } from '../../statistics/catalogue';
import { addDays, addMonths, dayOf, endOfDay, workingDaysBetween } from '../../working-days';
import { leadsAt, type Rows, statusesAt, tally } from './rows';
import { type Compute, calendarOf, daysFrom, endOf, kaplanMeier, ratio, startOf, sums, wentOut } from './second-parts';
import { soldiersOf } from './second-where';

const received = (rows: Rows, params: Applied) =>
  rows.applications.filter(
    (one) => one.receivedAt >= startOf(params) && one.receivedAt <= endOfDay(params.to ?? params.at ?? ''),
  );

const sharesOf =
  (key: 'channel' | 'region'): Compute =>
  (rows, params) => {
    const all = received(rows, params);
    const groups = [...tally(all, (one) => one[key])];
    return {
      rows: groups.map(([value, own]) => ({
        [key]: value,
        applications: own.length,
        share: own.length / all.length,
      })),
      totals: { applications: all.length },
    };
  };

const waiting =
  (
    came: (rows: Rows, one: Rows['applications'][number], end: number) => number[],
    length: (rows: Rows) => (from: string, to: string) => number,
  ): Compute =>
  (rows, params) => {
    const end = endOfDay(params.at ?? '');
    const between = length(rows);
    const taken = new Set(rows.cases.flatMap((one) => (one.takeoverId ? [one.id] : [])));
    const all = received(rows, params).filter((one) => one.receivedAt <= end);
    const men = all
      .filter((one) => !taken.has(one.caseId))
      .map((one) => {
        const event = came(rows, one, end).filter((at) => at <= end);
        const day = event.length > 0 ? dayOf(Math.min(...event)) : null;
        const gone = one.withdrawnAt !== null && one.withdrawnAt <= end ? dayOf(one.withdrawnAt) : null;
        const reached = day !== null && (gone === null || day <= gone);
        const last = reached ? day : (gone ?? params.at ?? '');
        return {
          days: Math.max(0, between(dayOf(one.receivedAt), last)),
          came: reached,
          gone: !reached && gone !== null,
        };
      });
    const { steps, median, p90 } = kaplanMeier(men);
    const [finished, withdrawn] = [men.filter((one) => one.came).length, men.filter((one) => one.gone).length];
    return {
      rows: steps,
      totals: {
        applications: men.length,
        finished,
        withdrawn,
        takenOver: all.length - men.length,
        median,
        p90,
      },
      open: men.length - finished - withdrawn,
    };
  };

export const flow: Pick<
  Record<StatisticKey, Compute>,
  | 'applications-received'
  | 'applications-by-channel'
  | 'applications-by-kz-region'
  | 'cases-by-status'
  | 'first-answer-time'
  | 'result-time'
  | 'established-by-cohort'
> = {
  'applications-received': (rows, params) => {
    const { from = '', to = '', by } = params;
    const first =
      rows.applications.length > 0 ? dayOf(Math.min(...rows.applications.map((one) => one.receivedAt))) : '';
    const periodOf = (day: string) => {
      if (by === 'month') return `${day.slice(0, 7)}-01`;
      if (by === 'day') return day;
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return addDays(day, weekday === 0 ? -6 : 1 - weekday);
    };
    const groups = new Map<string, { period: string; applications: number; withdrawn: number }>();
    if (first)
      for (let day = [first, from].sort().at(-1) ?? to; day <= to; day = addDays(day, 1))
        groups.set(periodOf(day), { period: periodOf(day), applications: 0, withdrawn: 0 });
    for (const one of received(rows, params)) {
      const group = groups.get(periodOf(dayOf(one.receivedAt)));
      if (!group) throw new Error('received on no day');
      group.applications += 1;
      if (one.withdrawnAt !== null && one.withdrawnAt <= endOf(params)) group.withdrawn += 1;
    }
    const table = [...groups.values()];
    return { rows: table, totals: sums(table, 'applications', 'withdrawn') };
  },
  'applications-by-channel': sharesOf('channel'),
  'applications-by-kz-region': sharesOf('region'),
  'cases-by-status': (rows, params) => {
    const end = endOf(params);
    const stood = statusesAt(rows, end);
    const lead = leadsAt(rows, end);
    const asked = new Set<string>();
    for (const one of rows.applications) if (one.receivedAt <= end) asked.add(one.caseId).add(lead(one.caseId));
    const unasked = new Set(
      rows.cases.flatMap((one) => (one.origin !== 'application' && !asked.has(one.id) ? [one.id] : [])),
    );
    const table = statuses.map((status) => {
      const own = [...stood].flatMap(([id, is]) => (is === status ? [id] : []));
      return {
        status,
        cases: own.length,
        withoutApplication: own.filter((id) => unasked.has(id)).length,
        share: ratio(own.length, stood.size),
      };
    });
    return { rows: table, totals: sums(table, 'cases', 'withoutApplication') };
  },
  'first-answer-time': waiting(
    (rows, one) =>
      rows.letters.flatMap((letter) =>
        letter.applicationId === one.id && wentOut(letter) && letter.settledAt !== null ? [letter.settledAt] : [],
      ),
    (rows) => {
      const calendar = calendarOf(rows);
      return (from, to) => workingDaysBetween(from, to, calendar);
    },
  ),
  'result-time': waiting(
    (rows, one, end) => {
      const caseId = leadsAt(rows, end)(one.caseId);
      return rows.conclusions.flatMap((made) =>
        made.caseId === caseId &&
        made.decidedAt !== null &&
        ['confirmed', 'superseded'].includes(made.state) &&
        !(made.revokedAt !== null && made.revokedAt <= end)
          ? [made.decidedAt]
          : [],
      );
    },
    () => daysFrom,
  ),
  'established-by-cohort': (rows, { from: since = '', ...params }) => {
    const found = new Set(soldiersOf(rows, params).flatMap((one) => one.applications.map(({ id }) => id)));
    const all = received(rows, { ...params, from: since }).filter((one) => one.receivedAt <= endOf(params));
    const table: StatisticRow[] = [];
    for (let month = since.slice(0, 7); month <= (params.to ?? ''); month = addMonths(`${month}-01`, 1).slice(0, 7)) {
      const own = all.filter((one) => dayOf(one.receivedAt).slice(0, 7) === month);
      const established = own.filter((one) => found.has(one.id)).length;
      table.push({ month, applications: own.length, established, share: ratio(established, own.length) });
    }
    return { rows: table, totals: sums(table, 'applications', 'established') };
  },
};
