/** Reading cases: the list with its filters, and what is new in one's own cases. */
import { and, asc, count, eq, gte, inArray, isNotNull, isNull, like, ne, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  applications,
  archiveRequests,
  caseJoins,
  cases,
  conclusions,
  messages,
  partners,
  questions,
  requestCases,
} from '@/db/schema';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { readReference } from '../identity';
import { ids, line, oneOf, whole } from '../input';
import { fold } from '../names';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { addDays, dayOf, startOfDay } from '../working-days';
import { type CaseLine, caseLines, caseOrders } from './lines';
import { statuses } from './pipeline';

export type { CaseLine } from './lines';

export const caseViews = ['all', 'free', 'mine', 'overdue', 'to-confirm'] as const;

const meOf = (actor: Actor): string => ('staffId' in actor ? actor.staffId : '');

/**
 * Cases by filter, a page at a time. `text` is any part of a name, a case number or an application's reference. `free`:
 * received or being checked and held by nobody. `to-confirm`: proposed and last edited by somebody else.
 */
export const caseList = query(
  'case.read',
  z.strictObject({
    text: line(200),
    status: z._default(z.union([oneOf(statuses), z.literal('')]), ''),
    assignee: line(36),
    view: z._default(oneOf(caseViews), 'all'),
    sort: z._default(oneOf(caseOrders), 'queue'),
    direction: z._default(oneOf(['ascending', 'descending']), 'ascending'),
    limit: z._default(whole(1, 200), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async (input, actor): Promise<{ total: number; rows: CaseLine[] }> => {
    const where = and(
      textCondition(input.text),
      input.status ? eq(cases.status, input.status) : undefined,
      input.assignee ? eq(cases.assigneeId, input.assignee) : undefined,
      viewCondition(input.view, meOf(actor)),
    );
    // A term is computed, not stored: sorting and filtering by it reads every case that fits the other filters.
    if (input.view !== 'overdue' && input.sort !== 'due') {
      const [counted] = await read().select({ total: count() }).from(cases).where(where);
      return { total: counted?.total ?? 0, rows: await caseLines(where, input.sort, input.direction, input) };
    }
    const rows = await caseLines(where, input.sort, input.direction);
    const fitting = input.view === 'overdue' ? rows.filter((row) => row.overdue) : rows;
    if (input.sort === 'due') sortByTerm(fitting, input.direction === 'descending' ? -1 : 1);
    return { total: fitting.length, rows: fitting.slice(input.offset, input.offset + input.limit) };
  },
);

function textCondition(text: string): SQL | undefined {
  const words = fold(text).split(' ').filter(Boolean).slice(0, 12);
  const named = and(
    ...words.map((word) =>
      /^\d{1,9}$/.test(word) ? eq(cases.number, Number(word)) : like(cases.searchText, `%${word}%`),
    ),
  );
  const reference = /^[\p{L}\d]{3}[- ]?[\p{L}\d]{3}$/u.test(text) ? readReference(text) : '';
  if (!reference) return named;
  const referred = read()
    .select({ id: applications.caseId })
    .from(applications)
    .where(eq(applications.reference, reference));
  return or(named, inArray(cases.id, referred));
}

function viewCondition(view: (typeof caseViews)[number], me: string): SQL | undefined {
  if (view === 'free') return and(isNull(cases.assigneeId), inArray(cases.status, ['received', 'checking']));
  if (view === 'mine') return eq(cases.assigneeId, me);
  if (view !== 'to-confirm') return undefined;
  const proposedByOthers = read()
    .select({ id: conclusions.caseId })
    .from(conclusions)
    .where(and(eq(conclusions.state, 'proposed'), ne(conclusions.proposedBy, me), ne(conclusions.lastEditedBy, me)));
  return and(eq(cases.status, 'under-review'), inArray(cases.id, proposedByOthers));
}

/** Cases without a term stand last, whichever way. */
function sortByTerm(rows: CaseLine[], sign: 1 | -1): void {
  rows.sort((a, b) => {
    if (!a.due || !b.due) return Number(!a.due) - Number(!b.due);
    return sign * a.due.day.localeCompare(b.due.day) || a.number - b.number;
  });
}

/** The id of the case with this number. @throws DomainError `case.not-found` at the field `intoNumber` */
export const caseByNumber = query('case.read', z.strictObject({ intoNumber: whole(1, 999_999_999) }), async (input) => {
  const [found] = await read().select({ caseId: cases.id }).from(cases).where(eq(cases.number, input.intoNumber));
  if (!found) throw new DomainError('input.invalid', { intoNumber: 'case.not-found' });
  return found;
});

/** The numbers of cases by their ids, in the order of the numbers; unknown ids are left out. */
export const caseNumbers = query('case.read', z.strictObject({ caseIds: ids() }), async ({ caseIds }) =>
  read()
    .select({ caseId: cases.id, number: cases.number })
    .from(cases)
    .where(inArray(cases.id, caseIds.slice(0, 200)))
    .orderBy(asc(cases.number)),
);

export type NewAnswer = {
  key: string;
  caseId: string;
  number: number;
  surname: string;
  givenName: string;
  patronymic: string;
  answeredAt: number;
  answer: string;
  /** `message`: an applicant wrote without being asked, and nobody has taken note of it. */
  what: 'answer' | 'message';
  /** The body that answered; null when an applicant did. */
  partner: { kk: string; ru: string; en: string } | null;
};

/**
 * Answers that came to one's own cases from applicants and archives, newest first; before them the messages of applicants nobody
 * has taken note of, however old, those to cases without an assignee included: somebody must read them.
 * @param days back from today
 */
export const newAnswers = query(
  'case.read',
  z.strictObject({ days: z._default(whole(1, 90), 14), limit: z._default(whole(1, 200), 10) }),
  async ({ days, limit }, actor): Promise<NewAnswer[]> => {
    const me = meOf(actor);
    const since = startOfDay(addDays(dayOf(now()), -days));
    const shown = {
      caseId: cases.id,
      number: cases.number,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
    };
    const fromApplicants = await read()
      .select({ ...shown, key: questions.id, answeredAt: questions.answeredAt, answer: questions.answer })
      .from(questions)
      .leftJoin(caseJoins, and(eq(caseJoins.caseId, questions.caseId), isNull(caseJoins.partedAt)))
      .innerJoin(cases, eq(cases.id, sql`coalesce(${caseJoins.intoId}, ${questions.caseId})`))
      .where(
        and(
          eq(cases.assigneeId, me),
          gte(questions.answeredAt, since),
          or(isNull(questions.answerRecordedBy), ne(questions.answerRecordedBy, me)),
        ),
      );
    const fromBodies = await read()
      .select({
        ...shown,
        key: archiveRequests.id,
        answeredAt: requestCases.answeredAt,
        answer: requestCases.answer,
        partner: partners.name,
      })
      .from(requestCases)
      .innerJoin(archiveRequests, eq(archiveRequests.id, requestCases.requestId))
      .innerJoin(cases, eq(cases.id, requestCases.caseId))
      .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
      .where(and(eq(cases.assigneeId, me), isNotNull(requestCases.answeredAt), gte(requestCases.answeredAt, since)));
    const unseen = await read()
      .select({ ...shown, key: messages.id, answeredAt: messages.writtenAt, answer: messages.text })
      .from(messages)
      .innerJoin(applications, eq(applications.id, messages.applicationId))
      .leftJoin(caseJoins, and(eq(caseJoins.caseId, applications.caseId), isNull(caseJoins.partedAt)))
      .innerJoin(cases, eq(cases.id, sql`coalesce(${caseJoins.intoId}, ${applications.caseId})`))
      .where(
        and(
          isNull(messages.writtenBy),
          isNull(messages.seenAt),
          or(eq(cases.assigneeId, me), isNull(cases.assigneeId)),
        ),
      );
    const answers = [...fromApplicants.map((row) => ({ ...row, partner: null })), ...fromBodies].map((row) => ({
      ...row,
      what: 'answer' as const,
      answeredAt: row.answeredAt ?? 0,
      answer: row.answer ?? '',
    }));
    const newestFirst = (a: NewAnswer, b: NewAnswer) => b.answeredAt - a.answeredAt;
    return [
      ...unseen.map((row) => ({ ...row, what: 'message' as const, partner: null })).sort(newestFirst),
      ...answers.sort(newestFirst),
    ].slice(0, limit);
  },
);
