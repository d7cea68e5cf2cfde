/** What the museum sees of its news: who is to be told by hand, what was sent, what did not arrive. */
import { and, asc, desc, eq, inArray, ne, or, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { messages, type NoticeState, notices, questions, settings, staff } from '@/db/schema';
import { memberIds } from '../cases/guards';
import { query } from '../command';
import { read } from '../database';
import { id, oneOf, whole } from '../input';
import { type ApplicationOf, applicationsOf, factsOf, type NewsFacts } from './facts';
import type { Notice } from './outbox';
import { isDemonstration } from './recipients';
import { dialled, type ToldHow, telephoneIn } from './rules';
import { newsTrouble, type Trouble } from './sending';

export type ToTell = NewsFacts & {
  caseId: string;
  caseNumber: number;
  /** By the museum's clock, milliseconds since 1970. */
  since: number;
  /** Mail was tried before and given up. */
  givenUp: boolean;
  /** Whether it can be sent by mail, now or once more. */
  canSend: boolean;
  lastAnswer: string;
  maybeTwice: boolean;
  telephone: string;
  /** The same as it is dialled from anywhere; '' when the country cannot be told. */
  dialled: string;
  postalAddress: string;
  /** What we asked or wrote: read out on the telephone, never part of the ready text. */
  words: string;
};

export type Delivery = {
  noticeId: string;
  kind: Notice['kind'];
  state: NoticeState;
  phase: string;
  language: Notice['language'];
  name: string;
  address: string;
  caseId: string;
  caseNumber: number;
  reference: string;
  createdAt: number;
  settledAt: number | null;
  attempts: number;
  /** Real time; only while it waits. */
  nextAt: number;
  maybeTwice: boolean;
  /** The server's own words, or `#code` of ours. */
  lastAnswer: string;
  toldHow: ToldHow | null;
  toldBy: string;
  /** Whether it can be sent once more. */
  canSend: boolean;
};

const paged = { limit: z._default(whole(1, 200), 50), offset: z._default(whole(0, 1_000_000), 0) };

/** Everybody who is to be told by hand, those who wait longest first. */
export const newsToTell = query(
  'news.read',
  z.strictObject(paged),
  async ({ limit, offset }): Promise<{ total: number; rows: ToTell[] }> => {
    const rows = await read()
      .select()
      .from(notices)
      .where(toTell)
      .orderBy(asc(notices.createdAt), asc(notices.id))
      .limit(limit)
      .offset(offset);
    const applications = await applicationsOf(rows);
    const told: ToTell[] = [];
    for (const notice of rows) {
      const application = applications.get(notice.applicationId);
      if (application)
        told.push({ ...factsOf(withoutSecrets(notice), application), ...(await wayTo(notice, application)) });
    }
    return { total: await countOf(toTell), rows: told };
  },
);

/** Nobody can be told what was wiped together with the way to them. */
const toTell = or(eq(notices.state, 'by-hand'), and(eq(notices.state, 'given-up'), ne(notices.kind, 'erased')));

const withoutSecrets = (notice: Notice): Notice => (notice.kind === 'code-link' ? { ...notice, data: {} } : notice);

async function wayTo(notice: Notice, application: ApplicationOf): Promise<Omit<ToTell, keyof NewsFacts>> {
  const { newsTo, helperContact } = application;
  const telephone = (newsTo === 'helper' && telephoneIn(helperContact)) || telephoneIn(application.telephone);
  return {
    caseId: application.caseId,
    caseNumber: application.caseNumber,
    since: notice.createdAt,
    givenUp: notice.state === 'given-up',
    canSend: canSend(notice),
    lastAnswer: notice.lastAnswer,
    maybeTwice: notice.maybeTwice,
    telephone: telephone || application.telephone,
    dialled: dialled(telephone),
    postalAddress: application.postalAddress,
    words: await wordsOf(notice.data),
  };
}

async function wordsOf({ questionId, messageId }: Notice['data']): Promise<string> {
  if (questionId) {
    const [row] = await read().select({ text: questions.text }).from(questions).where(eq(questions.id, questionId));
    return row?.text ?? '';
  }
  if (!messageId) return '';
  const [row] = await read().select({ text: messages.text }).from(messages).where(eq(messages.id, messageId));
  return row?.text ?? '';
}

const views = {
  undelivered: ['given-up'],
  waiting: ['waiting', 'sending'],
  done: ['sent', 'told', 'kept'],
} as const satisfies Record<string, readonly NoticeState[]>;

/** The mail and what became of it; what did not arrive stands before what waits, and that before what was sent. */
export const deliveryList = query(
  'news.read',
  z.strictObject({ ...paged, view: z._default(oneOf(['all', 'undelivered', 'waiting', 'done']), 'all') }),
  async ({ view, limit, offset }): Promise<{ total: number; rows: Delivery[] }> => {
    const states = view === 'all' ? Object.values(views).flat() : views[view];
    const chosen = inArray(notices.state, [...states]);
    const rank = sql`CASE ${notices.state} WHEN 'given-up' THEN 0 WHEN 'sending' THEN 1 WHEN 'waiting' THEN 1 ELSE 2 END`;
    const rows = await read()
      .select()
      .from(notices)
      .where(chosen)
      .orderBy(rank, desc(notices.createdAt), desc(notices.id))
      .limit(limit)
      .offset(offset);
    return { total: await countOf(chosen), rows: await deliveries(rows) };
  },
);

/** The news of every application of a case, the newest first; what was taken back is left out. */
export const noticesOf = query(
  'news.read',
  z.strictObject({ caseId: id() }),
  async ({ caseId }): Promise<(Delivery & { applicationId: string })[]> => {
    const members = await memberIds(caseId);
    const rows = await read()
      .select()
      .from(notices)
      .where(
        and(
          sql`${notices.state} <> 'dropped'`,
          sql`${notices.applicationId} IN (SELECT id FROM applications WHERE case_id IN ${members})`,
        ),
      )
      .orderBy(desc(notices.createdAt), desc(notices.id));
    const applicationOf = new Map(rows.map(({ id, applicationId }) => [id, applicationId]));
    return (await deliveries(rows)).map((one) => ({ ...one, applicationId: applicationOf.get(one.noticeId) ?? '' }));
  },
);

async function deliveries(rows: readonly Notice[]): Promise<Delivery[]> {
  const applications = await applicationsOf(rows);
  const tellers = rows.map(({ toldBy }) => toldBy).filter((one) => one !== null);
  const names = await read().select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, tellers));
  const nameOf = new Map(names.map((one) => [one.id, one.name]));
  return rows.map((row) => {
    const application = applications.get(row.applicationId);
    const { kind, state, language, name, address, createdAt, settledAt, attempts, nextAt, maybeTwice } = row;
    return {
      noticeId: row.id,
      ...{ kind, state, language, name, address, createdAt, settledAt, attempts, nextAt, maybeTwice },
      phase: row.data.phase ?? '',
      caseId: application?.caseId ?? '',
      caseNumber: application?.caseNumber ?? 0,
      reference: application?.reference ?? '',
      lastAnswer: row.lastAnswer,
      toldHow: row.toldHow,
      toldBy: nameOf.get(row.toldBy ?? '') ?? '',
      canSend: canSend(row),
    };
  });
}

const canSend = ({ state, kind }: Notice): boolean =>
  (state === 'given-up' || state === 'by-hand') && kind !== 'erased' && kind !== 'code-link';

export type NewsCounts = {
  /** People to be told by hand, those included whose mail was given up. */
  toTell: number;
  undelivered: number;
  waiting: number;
  /** Since when the mail server takes nothing, and what it said; null when all is well. */
  trouble: Trouble | null;
  isDemonstration: boolean;
};

/** How much is to be told, and whether the mail goes out. */
export const newsCounts = query('news.read', z.strictObject({}), async (): Promise<NewsCounts> => {
  const [row] = await read().select().from(settings).where(eq(settings.key, newsTrouble));
  return {
    toTell: await countOf(toTell),
    undelivered: await countOf(eq(notices.state, 'given-up')),
    waiting: await countOf(inArray(notices.state, [...views.waiting])),
    trouble: (row?.value as Trouble | undefined) ?? null,
    isDemonstration: await isDemonstration(),
  };
});

async function countOf(which: SQL | undefined): Promise<number> {
  const [row] = await read().select({ n: sql<number>`count(*)` }).from(notices).where(which);
  return row?.n ?? 0;
}
