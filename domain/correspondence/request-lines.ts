/** Requests as lists show them: whom they went to, since when, what they wait for. */
import { and, asc, count, desc, eq, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRequests, cases, type Names, partners, requestCases, staff } from '@/db/schema';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { flag, line, oneOf, whole } from '../input';
import type { Actor } from '../permissions';
import { dayOf } from '../working-days';
import { type DueReminder, nextReminder, reminderDays, remindersSent } from './request-reminders';

/** A man of a request. */
export type RequestMan = {
  caseId: string;
  number: number;
  surname: string;
  givenName: string;
  patronymic: string;
  /** Who has the case in hand. */
  assigneeId: string | null;
  /** Null while the request waits for him. */
  outcome: string | null;
  answeredAt: number | null;
};

export type RequestLine = {
  requestId: string;
  state: 'draft' | 'sent' | 'closed';
  partnerId: string;
  partner: Names;
  number: string;
  channel: string;
  by: string | null;
  writtenAt: number;
  /** Milliseconds since 1970; null when it never went out. */
  sentAt: number | null;
  /** Day of the museum until which an answer is expected. */
  expectedOn: string;
  /** An answer was expected before today. */
  overdue: boolean;
  reminders: number;
  /** What it asks for next; null when it waits for nobody. */
  next: DueReminder | null;
  men: RequestMan[];
};

/** Requests that fit, with their men in the order of the cases' numbers. @param page left out: all of them */
export async function requestLines(
  where: SQL | undefined,
  order: readonly SQL[],
  page?: { limit: number; offset: number },
): Promise<RequestLine[]> {
  const rows = await read()
    .select({
      request: archiveRequests,
      partner: partners.name,
      by: staff.name,
      reminders: remindersSent(),
    })
    .from(archiveRequests)
    .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
    .leftJoin(staff, eq(staff.id, archiveRequests.writtenBy))
    .where(where)
    .orderBy(...order, asc(archiveRequests.id))
    .limit(page?.limit ?? 1_000_000)
    .offset(page?.offset ?? 0);
  const men = await menOf(rows.map(({ request }) => request.id));
  const days = await reminderDays();
  const today = dayOf(now());
  return rows.map(({ request, partner, by, reminders }) => {
    const { id: requestId, state, partnerId, number, channel, writtenAt, sentAt, expectedOn } = request;
    return {
      ...{ requestId, state, partnerId, partner, number, channel, by, writtenAt, sentAt, expectedOn, reminders },
      overdue: state === 'sent' && expectedOn < today,
      next:
        state === 'sent' && sentAt !== null
          ? nextReminder({ sentOn: dayOf(sentAt), expectedOn, reminders }, days)
          : null,
      men: men.get(requestId) ?? [],
    };
  });
}

async function menOf(requestIds: readonly string[]): Promise<Map<string, RequestMan[]>> {
  const rows = await read()
    .select({
      requestId: requestCases.requestId,
      man: {
        caseId: cases.id,
        number: cases.number,
        surname: cases.surname,
        givenName: cases.givenName,
        patronymic: cases.patronymic,
        assigneeId: cases.assigneeId,
        outcome: requestCases.outcome,
        answeredAt: requestCases.answeredAt,
      },
    })
    .from(requestCases)
    .innerJoin(cases, eq(cases.id, requestCases.caseId))
    .where(inArray(requestCases.requestId, [...requestIds]))
    .orderBy(asc(cases.number));
  const men = new Map<string, RequestMan[]>();
  for (const { requestId, man } of rows) men.set(requestId, [...(men.get(requestId) ?? []), man]);
  return men;
}

export const requestViews = ['open', 'due', 'overdue', 'draft', 'closed', 'all'] as const;
export type RequestView = (typeof requestViews)[number];

/**
 * Requests by what they wait for, 50 a page. `open`: sent and not answered by all; `due`: of these, a reminder or a decision is due
 * today; `overdue`: an answer was expected before today. Open ones come by the day until which an answer is expected, others newest
 * first.
 * @param input `mine`: only those with a case in the hands of whoever asks
 */
export const requestList = query(
  'case.read',
  z.strictObject({
    view: z._default(oneOf(requestViews), 'open'),
    partnerId: line(80),
    mine: flag(),
    page: z._default(whole(1, 100_000), 1),
  }),
  async ({ view, partnerId, mine, page }, actor) => {
    const today = dayOf(now());
    const where = and(
      viewed(view, today),
      partnerId ? eq(archiveRequests.partnerId, partnerId) : undefined,
      mine ? heldBy(actor) : undefined,
    );
    const waits = view === 'open' || view === 'due' || view === 'overdue';
    const order = waits
      ? [asc(archiveRequests.expectedOn)]
      : [desc(sql`coalesce(${archiveRequests.sentAt}, ${archiveRequests.writtenAt})`)];
    if (view === 'due') {
      // What is due is computed: few are past their day at a time.
      const due = (await requestLines(where, order)).filter(({ next }) => next !== null && next.dueOn <= today);
      return { total: due.length, requests: due.slice((page - 1) * pageSize, page * pageSize) };
    }
    const [counted] = await read().select({ n: count() }).from(archiveRequests).where(where);
    const requests = await requestLines(where, order, { limit: pageSize, offset: (page - 1) * pageSize });
    return { total: counted?.n ?? 0, requests };
  },
);

/** Requests on one page of the list. */
export const pageSize = 50;

function viewed(view: RequestView, today: string): SQL | undefined {
  if (view === 'all') return undefined;
  if (view === 'draft' || view === 'closed') return eq(archiveRequests.state, view);
  const sent = eq(archiveRequests.state, 'sent');
  if (view === 'due') return and(sent, lte(archiveRequests.expectedOn, today));
  return view === 'overdue' ? and(sent, lt(archiveRequests.expectedOn, today)) : sent;
}

/** Requests that wait for a man whose case this person has in hand; a manager's also those whose case nobody has. */
function heldBy(actor: Actor): SQL {
  const staffId = 'staffId' in actor ? actor.staffId : '';
  // A cross join keeps its order: the cases in one's hands are few beside all that wait for an answer.
  const waitingIn = (held: SQL) => sql`select ${requestCases.requestId} from ${cases} cross join ${requestCases}
    where ${held} and ${requestCases.caseId} = ${cases.id} and ${requestCases.answeredAt} is null`;
  const own = waitingIn(eq(cases.assigneeId, staffId));
  // Two lists put together, not one of either: the engine finds each along its index.
  const all = actor.role === 'manager' ? sql`${own} union all ${waitingIn(isNull(cases.assigneeId))}` : own;
  return sql`${archiveRequests.id} in (${all})`;
}

/**
 * Requests that ask for a reminder, or for a decision whether to wait any longer, today: those with a case in the hands of whoever
 * asks, for a manager also with a case in nobody's; longest due first.
 */
export const dueReminders = query('case.read', z.strictObject({}), async (_, actor) => {
  const today = dayOf(now());
  const where = and(viewed('due', today), heldBy(actor));
  const lines = await requestLines(where, [asc(archiveRequests.expectedOn)]);
  return lines
    .flatMap(({ next, ...request }) => (next && next.dueOn <= today ? [{ ...request, next }] : []))
    .sort((a, b) => (a.next.dueOn < b.next.dueOn ? -1 : 1));
});

export type DueRequest = Awaited<ReturnType<typeof dueReminders>>[number];
