/** Reading cases: the list with its filters, and what is new in one's own cases. */
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  applications,
  archiveRequests,
  caseJoins,
  caseQueue,
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
import {
  countFound,
  type Find,
  findsIn,
  holdsWords,
  isFound,
  type TextQuestion,
  textQuestion,
} from '../desk/text-search';
import { ids, line, oneOf, whole } from '../input';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { addDays, dayOf, startOfDay } from '../working-days';
import {
  type CaseLine,
  type CaseOrder,
  caseOrders,
  countLines,
  countStanding,
  type Direction,
  foundNumbers,
  linesOf,
  mostFound,
  type PageOf,
  queueLines,
} from './lines';
import { type Status, statuses } from './pipeline';
import { rankOf } from './queue-row';

export type { CaseLine } from './lines';

export const caseViews = ['all', 'free', 'mine', 'overdue', 'to-confirm'] as const;

const meOf = (actor: Actor): string => ('staffId' in actor ? actor.staffId : '');

/** A line with the place where the text asked for was found; null where nothing was asked, or the names say it all. */
export type FoundLine = CaseLine & { found: Find };

/**
 * Cases by filter, a page at a time. `text` is any part of a name, the beginnings of words of anything written about the case, a
 * case number or an application's reference; beside other filters words are counted up to 10,000. `free`: received or being checked and held by nobody. `to-confirm`: proposed and
 * last edited by somebody else.
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
  async (input, actor): Promise<{ total: number; rows: FoundLine[] }> => {
    const me = meOf(actor);
    const question = await textQuestion(input.text);
    const { total, rows } = await answerTo(question, input, me);
    const asked = question && 'asked' in question ? question.asked : [];
    const finds = await findsIn(
      rows.map((row) => row.caseId),
      asked,
    );
    return { total, rows: rows.map((row) => ({ ...row, found: finds.get(row.caseId) ?? null })) };
  },
);

type Input = Filter & PageOf & { sort: CaseOrder; direction: Direction };
type Answer = { total: number; rows: CaseLine[] };

async function answerTo(question: TextQuestion, input: Input, me: string): Promise<Answer> {
  const standing = standingOf(input, me);
  const where = and(
    standing.ranks ? inArray(caseQueue.statusRank, standing.ranks) : undefined,
    standing.assigneeId === null ? undefined : eq(caseQueue.assigneeId, standing.assigneeId),
    viewCondition(input.view, me),
  );
  if (!question) {
    const isStanding = input.view !== 'overdue' && input.view !== 'to-confirm';
    const total = isStanding ? await countStanding(standing.ranks, standing.assigneeId) : await countLines(where);
    return { total, rows: await page(where, total, input) };
  }
  if ('number' in question) return counted(and(where, eq(caseQueue.number, question.number)), input);
  const { matching, fresh } = question;
  if (fresh.length > 0) return counted(and(where, isFound(matching, fresh)), input);
  if (!where) {
    const total = await countFound(matching);
    if (await isWalkedFaster(total, input)) return { total, rows: await page(holdsWords(matching), total, input) };
  }
  const numbers = await foundNumbers(matching, where, input.sort, input.direction);
  return { total: numbers.length, rows: await linesOf(numbers.slice(input.offset, input.offset + input.limit)) };
}

const page = (where: SQL | undefined, total: number, input: Input): Promise<CaseLine[]> | CaseLine[] =>
  total > input.offset ? queueLines(where, input.sort, input.direction, input) : [];

async function counted(where: SQL | undefined, input: Input): Promise<Answer> {
  const total = await countLines(where);
  return { total, rows: await page(where, total, input) };
}

/** What a look into the full text for one case costs beside reading one case it found. */
const lookCost = 40;

/**
 * A word that stands nearly everywhere is found sooner by walking the order and looking into each case for it, until the page is full,
 * than by sorting all that have it. Beyond what is counted there is no other way.
 */
async function isWalkedFaster(found: number, { offset, limit }: PageOf): Promise<boolean> {
  if (found > mostFound && offset + limit > mostFound) return true;
  const all = await countStanding(null, null);
  const looks = ((offset + limit) * all) / Math.max(1, found);
  return looks * lookCost < found;
}

type Filter = { view: (typeof caseViews)[number]; status: Status | ''; assignee: string };

/** What a filter says of status and assignee; null: any. A filter that contradicts itself leaves no status. */
function standingOf(
  { view, status, assignee }: Filter,
  me: string,
): { ranks: number[] | null; assigneeId: string | null } {
  const viewed: Status[] | null =
    view === 'free' ? ['received', 'checking'] : view === 'to-confirm' ? ['under-review'] : null;
  const held = view === 'free' ? '' : view === 'mine' ? me : null;
  const wanted = status ? [status] : null;
  const contradicts = assignee !== '' && held !== null && held !== assignee;
  const both = viewed && wanted ? viewed.filter((one) => one === status) : (viewed ?? wanted);
  return { ranks: contradicts ? [] : (both?.map(rankOf) ?? null), assigneeId: held ?? (assignee || null) };
}

function viewCondition(view: (typeof caseViews)[number], me: string): SQL | undefined {
  if (view === 'overdue') return lt(caseQueue.dueDay, dayOf(now()));
  if (view !== 'to-confirm') return undefined;
  const proposedByOthers = read()
    .select({ id: conclusions.caseId })
    .from(conclusions)
    .where(and(eq(conclusions.state, 'proposed'), ne(conclusions.proposedBy, me), ne(conclusions.lastEditedBy, me)));
  return inArray(caseQueue.caseId, proposedByOthers);
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
