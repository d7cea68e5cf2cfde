/** One request whole, and the requests of one case. */
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRequests, events, notes, partners, requestCases, requestReminders, sources, staff } from '@/db/schema';
import { memberIds } from '../cases/guards';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { requestLines } from './request-lines';

/** The requests that speak of a case or of one joined to it, newest first; each with what was answered about this man. */
export const requestsOfCase = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const members = await memberIds(caseId);
  const replies = await repliesWhere(inArray(requestCases.caseId, members));
  const its = inArray(
    archiveRequests.id,
    replies.map(({ requestId }) => requestId),
  );
  const lines = await requestLines(its, [desc(sql`coalesce(${archiveRequests.sentAt}, ${archiveRequests.writtenAt})`)]);
  const texts = await read()
    .select({ id: archiveRequests.id, text: archiveRequests.text, sourceKey: archiveRequests.sourceKey })
    .from(archiveRequests)
    .where(its);
  return lines.map((request) => ({
    ...request,
    text: texts.find(({ id }) => id === request.requestId)?.text ?? '',
    sourceKey: texts.find(({ id }) => id === request.requestId)?.sourceKey ?? '',
    replies: replies.filter(({ requestId }) => requestId === request.requestId),
  }));
});

export type CaseRequest = Awaited<ReturnType<typeof requestsOfCase>>[number];

async function repliesWhere(where: ReturnType<typeof eq>) {
  return read()
    .select({
      requestId: requestCases.requestId,
      caseId: requestCases.caseId,
      outcome: requestCases.outcome,
      answer: requestCases.answer,
      changed: requestCases.changed,
      answeredAt: requestCases.answeredAt,
      recordedBy: staff.name,
    })
    .from(requestCases)
    .leftJoin(staff, eq(staff.id, requestCases.answerRecordedBy))
    .where(where);
}

/** One request with its text, its men and their answers, its reminders, and why nobody waits any more. @throws DomainError `request.not-found` */
export const requestPage = query('case.read', z.strictObject({ requestId: id() }), async ({ requestId }) => {
  const [line] = await requestLines(eq(archiveRequests.id, requestId), []);
  const [row] = await read()
    .select({ request: archiveRequests, partner: partners, source: sources.name })
    .from(archiveRequests)
    .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
    .innerJoin(sources, eq(sources.key, archiveRequests.sourceKey))
    .where(eq(archiveRequests.id, requestId));
  if (!line || !row) throw new DomainError('request.not-found');
  const { text, language, version, sourceKey } = row.request;
  const reminders = await read()
    .select({
      id: requestReminders.id,
      channel: requestReminders.channel,
      text: requestReminders.text,
      expectedOn: requestReminders.expectedOn,
      sentAt: requestReminders.sentAt,
      by: staff.name,
    })
    .from(requestReminders)
    .innerJoin(staff, eq(staff.id, requestReminders.sentBy))
    .where(eq(requestReminders.requestId, requestId))
    .orderBy(asc(requestReminders.sentAt));
  return {
    ...line,
    ...{ text, language, version, sourceKey },
    source: row.source,
    body: row.partner,
    sent: reminders,
    replies: await repliesWhere(eq(requestCases.requestId, requestId)),
    givenUp: await givenUp(requestId),
  };
});

export type RequestPage = Awaited<ReturnType<typeof requestPage>>;

async function givenUp(requestId: string): Promise<{ at: number; reason: string } | null> {
  const [row] = await read()
    .select({ at: events.at, reason: notes.text })
    .from(requestCases)
    .innerJoin(
      events,
      and(
        eq(events.caseId, requestCases.caseId),
        eq(events.kind, 'request.given-up'),
        eq(events.subjectId, requestCases.requestId),
      ),
    )
    .innerJoin(notes, eq(notes.id, sql`json_extract(${events.data}, '$.noteId')`))
    .where(eq(requestCases.requestId, requestId))
    .limit(1);
  return row ?? null;
}
