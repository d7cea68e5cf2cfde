/** Lines of cases: what a list shows of each, the next term included. */
import { and, asc, count, desc, eq, inArray, isNull, max, min, type SQL, sql } from 'drizzle-orm';
import { applications, caseJoins, cases, conclusions, letters, staff } from '@/db/schema';
import { now } from '../clock';
import { answeringLetters } from '../correspondence/letter-kinds';
import { read } from '../database';
import { holidayCalendar } from '../working-calendar';
import { dayOf } from '../working-days';
import { statusOf } from './moving';
import { type Status, statuses } from './pipeline';
import { type Due, isOverdue, nextDue } from './terms';

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
};

export const caseOrders = ['queue', 'number', 'name', 'received', 'status', 'due'] as const;
export type CaseOrder = (typeof caseOrders)[number];
export type Direction = 'ascending' | 'descending';

const kinshipRank = sql<number>`case ${applications.kinship} when 'spouse' then 0 when 'son' then 0 when 'daughter' then 0 when 'sibling' then 1 else 2 end`;
const leadingId = sql<string>`coalesce(${caseJoins.intoId}, ${applications.caseId})`;
const statusRank = sql`case ${cases.status} ${sql.join(
  statuses.map((status, rank) => sql`when ${status} then ${sql.raw(String(rank))}`),
  sql` `,
)} end`;

/**
 * Lines of the cases that fit, in an order. `queue`: children and widows first, then brothers and sisters, then the oldest
 * applicants, then the longest waiting. `due` cannot be ordered by here, a term being computed: those come by number.
 * @param page left out: every case that fits
 */
export async function caseLines(
  where: SQL | undefined,
  sort: CaseOrder,
  direction: Direction,
  page?: { limit: number; offset: number },
): Promise<CaseLine[]> {
  const family = read()
    .select({
      leading: leadingId.as('leading'),
      rank: min(kinshipRank).as('rank'),
      oldest: min(applications.birthYear).as('oldest'),
    })
    .from(applications)
    .leftJoin(caseJoins, and(eq(caseJoins.caseId, applications.caseId), isNull(caseJoins.partedAt)))
    .where(isNull(applications.withdrawnAt))
    .groupBy(leadingId)
    .as('family');
  const way = direction === 'descending' ? desc : asc;
  const orders: Record<CaseOrder, SQL[]> = {
    queue: [sql`coalesce(${family.rank}, 3)`, sql`coalesce(${family.oldest}, 9999)`, asc(cases.receivedAt)],
    number: [way(cases.number)],
    name: [way(cases.surname), way(cases.givenName)],
    received: [way(cases.receivedAt)],
    status: [way(statusRank), asc(cases.statusSince)],
    due: [asc(cases.number)],
  };
  const base = read()
    .select({ row: cases, assignee: staff.name })
    .from(cases)
    .leftJoin(staff, eq(staff.id, cases.assigneeId))
    .$dynamic();
  const rows = await (sort === 'queue' ? base.leftJoin(family, eq(family.leading, cases.id)) : base)
    .where(where)
    .orderBy(...orders[sort], asc(cases.id))
    .limit(page?.limit ?? 1_000_000)
    .offset(page?.offset ?? 0);
  const facts = await termFacts(page ? rows.map(({ row }) => row.id) : null);
  const calendar = await holidayCalendar();
  const today = dayOf(now());
  return rows.map(({ row, assignee }) => {
    const { applications = 0, lastWordAt, resultAt } = facts.get(row.id) ?? {};
    const due = nextDue(
      {
        status: statusOf(row),
        receivedDay: dayOf(row.receivedAt),
        lastWordDay: lastWordAt ? dayOf(lastWordAt) : null,
        extendedTo: row.extendedTo,
        resultDay: resultAt ? dayOf(resultAt) : null,
        hasApplication: applications > 0,
      },
      calendar,
    );
    return {
      caseId: row.id,
      number: row.number,
      status: statusOf(row),
      statusSince: row.statusSince,
      surname: row.surname,
      givenName: row.givenName,
      patronymic: row.patronymic,
      birth: row.birth,
      birthPlace: row.birthPlace,
      receivedAt: row.receivedAt,
      assigneeId: row.assigneeId,
      assignee,
      applications,
      due,
      overdue: isOverdue(due, today),
    };
  });
}

type Facts = { applications?: number; lastWordAt?: number | null; resultAt?: number | null };

/** What the terms of these cases rest on; of every case when `ids` is null. */
async function termFacts(ids: string[] | null): Promise<Map<string, Facts>> {
  const families = await read()
    .select({ caseId: leadingId, applications: count() })
    .from(applications)
    .leftJoin(caseJoins, and(eq(caseJoins.caseId, applications.caseId), isNull(caseJoins.partedAt)))
    .where(
      and(
        isNull(applications.withdrawnAt),
        ids ? sql`(${inArray(applications.caseId, ids)} or ${inArray(caseJoins.intoId, ids)})` : undefined,
      ),
    )
    .groupBy(leadingId);
  const words = await read()
    .select({ caseId: letters.caseId, lastWordAt: max(letters.settledAt) })
    .from(letters)
    .where(
      and(
        inArray(letters.state, ['sent', 'handed-over']),
        inArray(letters.kind, [...answeringLetters]),
        ids ? inArray(letters.caseId, ids) : undefined,
      ),
    )
    .groupBy(letters.caseId);
  const results = await read()
    .select({ caseId: conclusions.caseId, resultAt: max(conclusions.decidedAt) })
    .from(conclusions)
    .where(and(eq(conclusions.state, 'confirmed'), ids ? inArray(conclusions.caseId, ids) : undefined))
    .groupBy(conclusions.caseId);
  const facts = new Map<string, Facts>();
  for (const { caseId, ...fact } of [...families, ...words, ...results])
    facts.set(caseId, { ...facts.get(caseId), ...fact });
  return facts;
}
