/** Lines of cases: what a list shows of each. Which ones and in what order is read off the queue alone. */
import { and, asc, count, desc, eq, inArray, lt, type SQL, sum } from 'drizzle-orm';
import { caseText } from '@/db/case-text';
import { caseCounts, caseQueue, cases, noDay, staff } from '@/db/schema';
import { now } from '../clock';
import { read } from '../database';
import { dayOf } from '../working-days';
import type { Status } from './pipeline';
import { statusAt } from './queue-row';
import { type Due, isOverdue } from './terms';

export type CaseLine = {
  caseId: string;
  number: number;
  status: Status;
  statusSince: number;
  surname: string;
  givenName: string;
  patronymic: string;
  birth: string;
  birthPlace: string;
  receivedAt: number;
  assigneeId: string | null;
  assignee: string | null;
  /** Applications not withdrawn, those of joined cases included. */
  applications: number;
  due: Due | null;
  overdue: boolean;
  /** Taken over from the old register and not reopened since: no clock runs. */
  takeoverStands: boolean;
};

export const caseOrders = ['queue', 'number', 'name', 'received', 'status', 'due'] as const;
export type CaseOrder = (typeof caseOrders)[number];
export type Direction = 'ascending' | 'descending';

export type PageOf = { limit: number; offset: number };

/**
 * Lines of the cases that fit, in an order. `queue`: children and widows first, then brothers and sisters, then the oldest
 * applicants, then the longest waiting. `due`: cases without a term stand last, whichever way.
 * @param where of the table `case_queue`
 */
export async function queueLines(
  where: SQL | undefined,
  sort: CaseOrder,
  direction: Direction,
  page: PageOf,
): Promise<CaseLine[]> {
  return linesOf(
    sort === 'due' && direction === 'descending'
      ? await latestTermsFirst(where, page)
      : await numbersOf(where, ordersOf(sort, direction), page),
  );
}

/** Lines of the cases that fit `where`, which speaks of the table `cases`, the lowest numbers first. */
export async function caseLines(
  where: SQL | undefined,
  _sort: 'number',
  _direction: 'ascending',
  page: PageOf,
): Promise<CaseLine[]> {
  const rows = await read()
    .select({ number: cases.number })
    .from(cases)
    .where(where)
    .orderBy(asc(cases.number))
    .limit(page.limit)
    .offset(page.offset);
  return linesOf(rows.map((row) => row.number));
}

function ordersOf(sort: CaseOrder, direction: Direction): SQL[] {
  const way = direction === 'descending' ? desc : asc;
  const orders: Record<CaseOrder, SQL[]> = {
    queue: [asc(caseQueue.urgency), asc(caseQueue.receivedAt)],
    number: [way(caseQueue.number)],
    name: [way(caseQueue.nameKey)],
    received: [way(caseQueue.receivedAt)],
    status: [way(caseQueue.statusRank), asc(caseQueue.statusSince)],
    due: [way(caseQueue.dueDay)],
  };
  // Every index ends in the number, and is walked as it stands or backwards: the last word must go the way of the others.
  return sort === 'number'
    ? orders.number
    : [...orders[sort], sort === 'queue' || sort === 'status' ? asc(caseQueue.number) : way(caseQueue.number)];
}

async function numbersOf(where: SQL | undefined, orders: SQL[], page: PageOf): Promise<number[]> {
  const rows = await read()
    .select({ number: caseQueue.number })
    .from(caseQueue)
    .where(where)
    .orderBy(...orders)
    .limit(page.limit)
    .offset(page.offset);
  return rows.map((row) => row.number);
}

/** Without a term sorts after every day: backwards those come first, and are asked for apart. */
async function latestTermsFirst(where: SQL | undefined, page: PageOf): Promise<number[]> {
  const dated = and(where, lt(caseQueue.dueDay, noDay));
  const numbers = await numbersOf(dated, ordersOf('due', 'descending'), page);
  if (numbers.length === page.limit) return numbers;
  const before = numbers.length > 0 ? page.offset + numbers.length : await countLines(dated);
  const rest = { limit: page.limit - numbers.length, offset: Math.max(0, page.offset - before) };
  return [...numbers, ...(await numbersOf(and(where, eq(caseQueue.dueDay, noDay)), [asc(caseQueue.number)], rest))];
}

/** The most cases a text narrowed by other filters is counted to. */
export const mostFound = 10_000;

/**
 * The numbers of all cases that a match of the full text finds and that fit, in an order; `mostFound` at most. The full text leads, and
 * the sorting is done on what it found.
 * @param where of the table `case_queue`
 */
export async function foundNumbers(
  matching: SQL,
  where: SQL | undefined,
  sort: CaseOrder,
  direction: Direction,
): Promise<number[]> {
  const termsLast = sort === 'due' ? [asc(eq(caseQueue.dueDay, noDay))] : [];
  const rows = await read()
    .select({ number: caseQueue.number })
    .from(caseText)
    .innerJoin(caseQueue, eq(caseQueue.number, caseText.number))
    .where(and(matching, where))
    .orderBy(...termsLast, ...ordersOf(sort, direction))
    .limit(mostFound);
  return rows.map((row) => row.number);
}

/** How many cases fit. */
export async function countLines(where: SQL | undefined): Promise<number> {
  const [counted] = await read().select({ total: count() }).from(caseQueue).where(where);
  return counted?.total ?? 0;
}

/** How many cases stand in these statuses (or any) with this person (or anybody; '': nobody), without counting them. */
export async function countStanding(ranks: readonly number[] | null, assigneeId: string | null): Promise<number> {
  const [counted] = await read()
    .select({ total: sum(caseCounts.cases) })
    .from(caseCounts)
    .where(
      and(
        ranks ? inArray(caseCounts.statusRank, [...ranks]) : undefined,
        assigneeId === null ? undefined : eq(caseCounts.assigneeId, assigneeId),
      ),
    );
  return Number(counted?.total ?? 0);
}

/** Lines of the cases with these numbers, in the order given. */
export async function linesOf(numbers: readonly number[]): Promise<CaseLine[]> {
  if (numbers.length === 0) return [];
  const rows = await read()
    .select({ row: cases, queue: caseQueue, assignee: staff.name })
    .from(caseQueue)
    .innerJoin(cases, eq(cases.id, caseQueue.caseId))
    .leftJoin(staff, eq(staff.id, cases.assigneeId))
    .where(inArray(caseQueue.number, [...numbers]));
  const today = dayOf(now());
  const byNumber = new Map(rows.map((found) => [found.row.number, lineOf(found, today)]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}

type Found = { row: typeof cases.$inferSelect; queue: typeof caseQueue.$inferSelect; assignee: string | null };

function lineOf({ row, queue, assignee }: Found, today: string): CaseLine {
  const due = queue.dueKind ? { kind: queue.dueKind as Due['kind'], day: queue.dueDay } : null;
  return {
    caseId: row.id,
    number: row.number,
    status: statusAt(queue.statusRank),
    statusSince: row.statusSince,
    surname: row.surname,
    givenName: row.givenName,
    patronymic: row.patronymic,
    birth: row.birth,
    birthPlace: row.birthPlace,
    receivedAt: row.receivedAt,
    assigneeId: row.assigneeId,
    assignee,
    applications: queue.applications,
    due,
    overdue: isOverdue(due, today),
    takeoverStands: row.takeoverStands,
  };
}
