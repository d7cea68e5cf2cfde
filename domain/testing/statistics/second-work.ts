/** The second computation of the work: what is late, on whom we wait, what it yields. */
import { pipeline, type statuses } from '../../cases/pipeline';
import { defaultTerms, nextDue } from '../../cases/terms';
import type { StatisticKey } from '../../statistics/catalogue';
import { dayOf } from '../../working-days';
import { leadsAt, type Rows, stands, statusesAt, tally } from './rows';
import { type Compute, calendarOf, daysFrom, endOf, kaplanMeier, startOf, sums, wentOut } from './second-parts';

/** One line for each case of a request that went out, with what had become of it. */
function askedBodies(rows: Rows, end: number) {
  const requests = new Map(rows.requests.map((one) => [one.id, one]));
  return rows.requestCases.flatMap((line) => {
    const request = requests.get(line.requestId);
    if (!request || request.state === 'draft' || request.sentAt === null || request.sentAt > end) return [];
    const isAnswered = line.answeredAt !== null && line.answeredAt <= end;
    const givenUp = rows.events
      .filter(
        (one) => one.kind === 'request.given-up' && one.subjectId === line.requestId && one.caseId === line.caseId,
      )
      .map((one) => one.at);
    const gaveUpAt = Math.min(...(givenUp.length > 0 ? givenUp : [request.sentAt]));
    const isGivenUp = !isAnswered && line.answeredAt === null && request.state === 'closed' && gaveUpAt <= end;
    const last = isAnswered ? (line.answeredAt ?? 0) : isGivenUp ? gaveUpAt : end;
    return {
      partner: request.partnerId,
      sentAt: request.sentAt,
      days: Math.max(0, daysFrom(dayOf(request.sentAt), dayOf(last))),
      isAnswered,
      isGivenUp,
      isFound: isAnswered && line.outcome === 'found',
      isOpen: !isAnswered && !isGivenUp,
    };
  });
}

/** The conclusion in force at a moment: the one decided last, unless it had been revoked. */
function resultAt(rows: Rows, caseId: string, end: number): number | null {
  const [last] = rows.conclusions
    .filter(
      (one) =>
        one.caseId === caseId &&
        ['confirmed', 'superseded'].includes(one.state) &&
        one.decidedAt !== null &&
        one.decidedAt <= end,
    )
    .sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0) || (a.id < b.id ? 1 : -1));
  return last && !(last.revokedAt !== null && last.revokedAt <= end) ? last.decidedAt : null;
}

export const work: Pick<
  Record<StatisticKey, Compute>,
  'overdue' | 'waiting-on' | 'searches-by-source' | 'requests-by-partner' | 'load-by-researcher'
> = {
  overdue: (rows, params) => {
    const [end, at] = [endOf(params), params.at ?? ''];
    const lead = leadsAt(rows, end);
    const active = new Set(
      rows.applications.flatMap((one) => (stands(one.receivedAt, one.withdrawnAt, end) ? [lead(one.caseId)] : [])),
    );
    const calendar = calendarOf(rows);
    const late = [...statusesAt(rows, end)].flatMap(([caseId, status]) => {
      const row = rows.cases.find((one) => one.id === caseId);
      const own = rows.events.filter((one) => one.caseId === caseId && one.at <= end).sort((a, b) => a.seq - b.seq);
      const words = rows.letters.flatMap((one) =>
        one.caseId === caseId && wentOut(one) && one.settledAt !== null && one.settledAt <= end ? [one.settledAt] : [],
      );
      const result = resultAt(rows, caseId, end);
      const extension = own.filter((one) => one.kind === 'case.extended').at(-1);
      const due = nextDue(
        {
          status: status as (typeof statuses)[number],
          receivedDay: dayOf(row?.receivedAt ?? 0),
          lastWordDay: words.length > 0 ? dayOf(Math.max(...words)) : null,
          extendedTo: extension ? JSON.parse(extension.data).to : null,
          resultDay: result === null ? null : dayOf(result),
          hasApplication: active.has(caseId),
          takeoverStands:
            Boolean(row?.takeoverId) && !own.some((one) => one.kind === 'case.moved' && one.actorRole !== 'system'),
        },
        calendar,
        defaultTerms,
      );
      return due && due.day < at ? [{ kind: due.kind, days: daysFrom(due.day, at) }] : [];
    });
    const table = ['first-answer', 'next-word', 'notice'].map((dueKind) => {
      const own = late.filter((one) => one.kind === dueKind).map((one) => one.days);
      return {
        dueKind,
        upTo7: own.filter((days) => days <= 7).length,
        upTo30: own.filter((days) => days > 7 && days <= 30).length,
        upTo90: own.filter((days) => days > 30 && days <= 90).length,
        over90: own.filter((days) => days > 90).length,
        cases: own.length,
      };
    });
    return { rows: table, totals: sums(table, 'upTo7', 'upTo30', 'upTo90', 'over90', 'cases') };
  },
  'waiting-on': (rows, params) => {
    const open = askedBodies(rows, endOf(params)).filter((one) => one.isOpen);
    const table = [...tally(open, (one) => one.partner)].map(([partner, own]) => ({
      partner,
      upTo30: own.filter((one) => one.days <= 30).length,
      upTo90: own.filter((one) => one.days > 30 && one.days <= 90).length,
      over90: own.filter((one) => one.days > 90).length,
      answers: own.length,
      longest: Math.max(...own.map((one) => one.days)),
    }));
    const longest = open.length > 0 ? Math.max(...open.map((one) => one.days)) : null;
    return { rows: table, totals: { ...sums(table, 'upTo30', 'upTo90', 'over90', 'answers'), longest } };
  },
  'searches-by-source': (rows, params) => {
    const end = endOf(params);
    const all = rows.searches.filter(
      (one) => one.searchedAt >= startOf(params) && stands(one.searchedAt, one.withdrawnAt, end),
    );
    const table = [...tally(all, (one) => one.sourceKey)].map(([source, own]) => {
      const of = (...outcomes: string[]) => own.filter((one) => outcomes.includes(one.outcome)).length;
      return {
        source,
        found: of('found'),
        nothing: of('nothing'),
        other: of('impossible', 'not-applicable'),
        searches: own.length,
        share: of('found') / own.length,
      };
    });
    return { rows: table, totals: sums(table, 'found', 'nothing', 'other', 'searches') };
  },
  'requests-by-partner': (rows, params) => {
    const all = askedBodies(rows, endOf(params)).filter((one) => one.sentAt >= startOf(params));
    const median = (own: typeof all) => kaplanMeier(own.map(({ days, isAnswered: came }) => ({ days, came }))).median;
    const table = [...tally(all, (one) => one.partner)].map(([partner, own]) => ({
      partner,
      sent: own.length,
      answered: own.filter((one) => one.isAnswered).length,
      found: own.filter((one) => one.isFound).length,
      open: own.filter((one) => one.isOpen).length,
      givenUp: own.filter((one) => one.isGivenUp).length,
      median: median(own),
    }));
    const totals = sums(table, 'sent', 'answered', 'found', 'open', 'givenUp');
    return { rows: table, totals: { ...totals, median: median(all) } };
  },
  'load-by-researcher': (rows, _params, today) => {
    const table = rows.staff
      .map((member) => {
        const tasks = rows.tasks.filter((one) => one.assigneeId === member.id && one.doneAt === null);
        return {
          member,
          cases: rows.cases.filter(
            (one) => one.assigneeId === member.id && pipeline[one.status as (typeof statuses)[number]].open,
          ).length,
          tasks: tasks.length,
          tasksOverdue: tasks.filter((one) => one.dueOn < today).length,
        };
      })
      .filter(
        ({ member, cases, tasks }) => (member.active && member.role !== 'administrator') || cases > 0 || tasks > 0,
      )
      .map(({ member, ...row }) => ({ staff: member.id, ...row }));
    return { rows: table, totals: sums(table, 'cases', 'tasks', 'tasksOverdue') };
  },
};
