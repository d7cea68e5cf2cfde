/** The register of partners: what they hold, what was asked of them and how they answer. */
import { and, asc, count, desc, eq, isNotNull, min, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRequests, partners, requestCases } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import { requiredLine } from '../input';
import { can } from '../permissions';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { requestLines } from './request-lines';

/** How a body answered what was sent to it. */
export type AnswerFigures = {
  /** Requests sent. */
  sent: number;
  /** Of these, waiting for an answer now. */
  open: number;
  /** Of these, answered about at least one man. */
  answered: number;
  /** Calendar days from sending to the first answer, the middle one of all answered; null where none was. */
  medianDays: number | null;
};

const none: AnswerFigures = { sent: 0, open: 0, answered: 0, medianDays: null };

async function figures(where?: ReturnType<typeof eq>): Promise<Map<string, AnswerFigures>> {
  const rows = await read()
    .select({
      partnerId: archiveRequests.partnerId,
      state: archiveRequests.state,
      sentAt: sql<number>`${archiveRequests.sentAt}`,
      answeredAt: min(requestCases.answeredAt),
    })
    .from(archiveRequests)
    .innerJoin(requestCases, eq(requestCases.requestId, archiveRequests.id))
    .where(and(isNotNull(archiveRequests.sentAt), where))
    .groupBy(archiveRequests.id);
  const byPartner = new Map<string, typeof rows>();
  for (const row of rows) byPartner.set(row.partnerId, [...(byPartner.get(row.partnerId) ?? []), row]);
  return new Map([...byPartner].map(([partnerId, all]) => [partnerId, figuresOf(all)]));
}

/**
 * @param requests sent ones: `sentAt` and `answeredAt` (the first answer, null where none came) in milliseconds since 1970
 */
export function figuresOf(
  requests: readonly { state: string; sentAt: number; answeredAt: number | null }[],
): AnswerFigures {
  const days = requests
    .flatMap(({ sentAt, answeredAt }) => (answeredAt === null ? [] : [daysBetween(dayOf(sentAt), dayOf(answeredAt))]))
    .sort((a, b) => a - b);
  const middle = [days[Math.floor((days.length - 1) / 2)], days[Math.ceil((days.length - 1) / 2)]];
  const [low = 0, high = 0] = middle;
  return {
    sent: requests.length,
    open: requests.filter(({ state }) => state === 'sent').length,
    answered: days.length,
    medianDays: days.length > 0 ? Math.round((low + high) / 2) : null,
  };
}

const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Every partner with how it answers; those in use first, by name in Russian. */
export const partnerRegister = query('partner.read', z.strictObject({}), async () => {
  const answering = await figures();
  const rows = await read().select().from(partners).orderBy(desc(partners.inUse), asc(partners.id));
  return rows
    .map((partner) => ({ ...partner, figures: answering.get(partner.id) ?? none }))
    .sort((a, b) => Number(b.inUse) - Number(a.inUse) || a.name.ru.localeCompare(b.name.ru, 'ru'));
});

export type PartnerLine = Awaited<ReturnType<typeof partnerRegister>>[number];

/** Requests shown on a partner's page, newest first; the list of requests has the others. */
const shownRequests = 20;

/**
 * One partner with how it answers and its latest requests; these name cases, which only those who read cases see.
 * @throws DomainError `partner.not-found`
 */
export const partnerPage = query(
  'partner.read',
  z.strictObject({ partnerId: requiredLine(80) }),
  async ({ partnerId }, actor) => {
    const [partner] = await read().select().from(partners).where(eq(partners.id, partnerId));
    if (!partner) throw new DomainError('partner.not-found');
    const its = eq(archiveRequests.partnerId, partnerId);
    const [total] = await read().select({ n: count() }).from(archiveRequests).where(its);
    return {
      partner,
      figures: (await figures(its)).get(partnerId) ?? none,
      requestsInAll: total?.n ?? 0,
      requests: can(actor, 'case.read')
        ? await requestLines(its, [desc(sql`coalesce(${archiveRequests.sentAt}, ${archiveRequests.writtenAt})`)], {
            limit: shownRequests,
            offset: 0,
          })
        : [],
    };
  },
);

export type PartnerPage = Awaited<ReturnType<typeof partnerPage>>;
