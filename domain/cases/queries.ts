/** Reading cases: the list with its filters, and one whole case for its page. */
import { and, asc, count, desc, eq, inArray, isNull, like, max, min, ne, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  applications,
  archiveRequests,
  burialPlaces,
  caseJoins,
  cases,
  conclusions,
  evidence,
  letters,
  notes,
  partners,
  questions,
  searches,
  staff,
} from '@/db/schema';
import { now } from '../clock';
import { query } from '../command';
import { answeringLetters } from '../correspondence/letter-kinds';
import { read } from '../database';
import { id, line, oneOf, whole } from '../input';
import { fold } from '../names';
import { DomainError } from '../result';
import { holidayCalendar } from '../working-calendar';
import { dayOf } from '../working-days';
import { confirmedConclusion, memberIds, missingSources } from './guards';
import { statusOf } from './moving';
import { statuses } from './pipeline';
import { type Due, isOverdue, nextDue } from './terms';

const kinshipRank = sql<number>`case ${applications.kinship} when 'spouse' then 0 when 'son' then 0 when 'daughter' then 0 when 'sibling' then 1 else 2 end`;

export type CaseLine = {
  caseId: string;
  number: number;
  status: (typeof statuses)[number];
  statusSince: number;
  surname: string;
  givenName: string;
  patronymic: string;
  birth: string;
  birthPlace: string;
  receivedAt: number;
  assigneeId: string | null;
  assignee: string | null;
  applications: number;
  due: Due | null;
  overdue: boolean;
};

const order = ['queue', 'number', 'name', 'received', 'status', 'due'] as const;

/**
 * Cases by filter, a page at a time. The default order, `queue`: children and widows first, then brothers and sisters, then
 * the oldest applicants, then the longest waiting.
 */
export const caseList = query(
  'case.read',
  z.strictObject({
    text: line(200),
    status: z._default(z.union([oneOf(statuses), z.literal('')]), ''),
    assignee: line(36),
    view: z._default(oneOf(['all', 'free', 'mine', 'overdue', 'to-confirm']), 'all'),
    sort: z._default(oneOf(order), 'queue'),
    direction: z._default(oneOf(['ascending', 'descending']), 'ascending'),
    limit: z._default(whole(1, 200), 25),
    offset: z._default(whole(0, 1_000_000), 0),
  }),
  async (input, actor): Promise<{ total: number; rows: CaseLine[] }> => {
    const me = 'staffId' in actor ? actor.staffId : '';
    const wanted: (SQL | undefined)[] = [
      ...fold(input.text)
        .split(' ')
        .filter(Boolean)
        .slice(0, 12)
        .map((word) => (/^\d+$/.test(word) ? eq(cases.number, Number(word)) : like(cases.searchText, `%${word}%`))),
      input.status ? eq(cases.status, input.status) : undefined,
      input.assignee ? eq(cases.assigneeId, input.assignee) : undefined,
    ];
    if (input.view === 'free') wanted.push(isNull(cases.assigneeId), inArray(cases.status, ['received', 'checking']));
    if (input.view === 'mine') wanted.push(eq(cases.assigneeId, me));
    if (input.view === 'to-confirm')
      wanted.push(
        eq(cases.status, 'under-review'),
        inArray(
          cases.id,
          read()
            .select({ id: conclusions.caseId })
            .from(conclusions)
            .where(
              and(eq(conclusions.state, 'proposed'), ne(conclusions.proposedBy, me), ne(conclusions.lastEditedBy, me)),
            ),
        ),
      );
    const where = and(...wanted);
    // A term is computed, not stored: sorting and filtering by it reads every open case that fits the other filters.
    const byTerm = input.view === 'overdue' || input.sort === 'due';
    const rows = await caseLines(where, input.sort, input.direction, byTerm ? undefined : input);
    if (!byTerm) {
      const [counted] = await read().select({ total: count() }).from(cases).where(where);
      return { total: counted?.total ?? 0, rows };
    }
    const fitting = input.view === 'overdue' ? rows.filter((row) => row.overdue) : rows;
    if (input.sort === 'due') {
      const sign = input.direction === 'descending' ? -1 : 1;
      fitting.sort((a, b) => sign * (a.due?.day ?? '9999').localeCompare(b.due?.day ?? '9999'));
    }
    return { total: fitting.length, rows: fitting.slice(input.offset, input.offset + input.limit) };
  },
);

async function caseLines(
  where: SQL | undefined,
  sort: (typeof order)[number],
  direction: 'ascending' | 'descending',
  page: { limit: number; offset: number } | undefined,
): Promise<CaseLine[]> {
  const way = direction === 'descending' ? desc : asc;
  const family = read()
    .select({
      caseId: applications.caseId,
      total: count().as('total'),
      rank: min(kinshipRank).as('rank'),
      oldest: min(applications.birthYear).as('oldest'),
    })
    .from(applications)
    .where(isNull(applications.withdrawnAt))
    .groupBy(applications.caseId)
    .as('family');
  const word = read()
    .select({ caseId: letters.caseId, at: max(letters.settledAt).as('at') })
    .from(letters)
    .where(and(inArray(letters.state, ['sent', 'handed-over']), inArray(letters.kind, [...answeringLetters])))
    .groupBy(letters.caseId)
    .as('word');
  const decided = read()
    .select({ caseId: conclusions.caseId, at: max(conclusions.decidedAt).as('decided') })
    .from(conclusions)
    .where(eq(conclusions.state, 'confirmed'))
    .groupBy(conclusions.caseId)
    .as('result');
  const orders: Record<(typeof order)[number], SQL[]> = {
    queue: [sql`coalesce(${family.rank}, 3)`, sql`coalesce(${family.oldest}, 9999)`, asc(cases.receivedAt)],
    number: [way(cases.number)],
    name: [way(cases.surname), way(cases.givenName)],
    received: [way(cases.receivedAt)],
    status: [way(cases.status), asc(cases.statusSince)],
    due: [asc(cases.number)],
  };
  const rows = await read()
    .select({
      row: cases,
      assignee: staff.name,
      applications: family.total,
      lastWordAt: word.at,
      resultAt: decided.at,
    })
    .from(cases)
    .leftJoin(staff, eq(staff.id, cases.assigneeId))
    .leftJoin(family, eq(family.caseId, cases.id))
    .leftJoin(word, eq(word.caseId, cases.id))
    .leftJoin(decided, eq(decided.caseId, cases.id))
    .where(where)
    .orderBy(...orders[sort], asc(cases.id))
    .limit(page?.limit ?? 1_000_000)
    .offset(page?.offset ?? 0);
  const calendar = await holidayCalendar();
  const today = dayOf(now());
  return rows.map(({ row, assignee, applications, lastWordAt, resultAt }) => {
    const due = nextDue(
      {
        status: statusOf(row),
        receivedDay: dayOf(row.receivedAt),
        lastWordDay: lastWordAt ? dayOf(lastWordAt) : null,
        extendedTo: row.extendedTo,
        resultDay: resultAt ? dayOf(resultAt) : null,
        hasApplication: (applications ?? 0) > 0,
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
      applications: applications ?? 0,
      due,
      overdue: isOverdue(due, today),
    };
  });
}

/** One case whole: what is known, what was searched and asked, what is concluded. */
export const casePage = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const [line] = await caseLines(eq(cases.id, caseId), 'number', 'ascending', { limit: 1, offset: 0 });
  const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
  if (!line || !row) throw new DomainError('case.not-found');
  const members = await memberIds(caseId);
  const [join] = await read()
    .select({ intoId: caseJoins.intoId, number: cases.number })
    .from(caseJoins)
    .innerJoin(cases, eq(cases.id, caseJoins.intoId))
    .where(and(eq(caseJoins.caseId, caseId), isNull(caseJoins.partedAt)));
  return {
    line,
    version: row.version,
    otherSpellings: row.otherSpellings,
    birthEdtf: row.birthEdtf,
    draftPlace: row.draftPlace,
    askedFrom: row.askedFrom,
    joinedInto: join ?? null,
    joinedHere: await read()
      .select({ caseId: cases.id, number: cases.number, surname: cases.surname, givenName: cases.givenName })
      .from(cases)
      .where(inArray(cases.id, members.slice(1).length > 0 ? members.slice(1) : [''])),
    applications: await read()
      .select()
      .from(applications)
      .where(inArray(applications.caseId, members))
      .orderBy(applications.receivedAt)
      .then((rows) => rows.map(({ codeHash: _hash, codeSalt: _salt, ...shown }) => shown)),
    questions: await read()
      .select()
      .from(questions)
      .where(inArray(questions.caseId, members))
      .orderBy(questions.askedAt),
    searches: await read()
      .select({ search: searches, by: staff.name })
      .from(searches)
      .leftJoin(staff, eq(staff.id, searches.searchedBy))
      .where(eq(searches.caseId, caseId))
      .orderBy(desc(searches.searchedAt)),
    missingSources: await missingSources(caseId),
    requests: await read()
      .select({ request: archiveRequests, partner: partners.name })
      .from(archiveRequests)
      .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
      .where(eq(archiveRequests.caseId, caseId))
      .orderBy(desc(archiveRequests.sentAt)),
    letters: await read()
      .select()
      .from(letters)
      .where(inArray(letters.caseId, members))
      .orderBy(desc(letters.writtenAt)),
    evidence: await read()
      .select()
      .from(evidence)
      .where(and(eq(evidence.caseId, caseId), isNull(evidence.removedAt)))
      .orderBy(evidence.attachedAt),
    conclusions: await read()
      .select({ conclusion: conclusions, place: burialPlaces, proposedBy: staff.name })
      .from(conclusions)
      .leftJoin(burialPlaces, eq(burialPlaces.id, conclusions.burialPlaceId))
      .innerJoin(staff, eq(staff.id, conclusions.proposedBy))
      .where(eq(conclusions.caseId, caseId))
      .orderBy(desc(conclusions.proposedAt)),
    inForce: (await confirmedConclusion(caseId)) ?? null,
    notes: await read()
      .select({ note: notes, by: staff.name })
      .from(notes)
      .leftJoin(staff, eq(staff.id, notes.writtenBy))
      .where(and(eq(notes.caseId, caseId), eq(notes.kind, 'note')))
      .orderBy(desc(notes.writtenAt)),
  };
});

export type CasePage = Awaited<ReturnType<typeof casePage>>;
