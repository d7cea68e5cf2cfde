/** The outbox: notices put in, and taken out again when they became untrue before anybody read them. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { applications, events, type NoticeKind, notices } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { now } from '../clock';
import { newId } from '../identity';
import { isDemonstration, recipientOf } from './recipients';
import { alwaysTold, isAddress, oneLine, phaseRests } from './rules';

export type Notice = typeof notices.$inferSelect;

export type NewNotice = {
  applicationId: string;
  kind: NoticeKind;
  /** What the text needs beside the application; see `documents/mails/news.ts` for the keys of each kind. */
  data: Record<string, string>;
  /** The event it tells of; left out, the one the running change records first. */
  eventSeq?: number;
  /** When that event was, in milliseconds since 1970; now when left out. */
  at?: number;
  /** To this person instead of whom the application names: what is wiped in the same change, or was asked for by address. */
  name?: string;
  address?: string;
};

/**
 * Puts one piece of news into the outbox, inside a running change. Secrets of a `code-link` and everything of an `erased` notice
 * are wiped as soon as they have been sent or cannot be.
 * @returns the notice's id; null when nothing is to be told: the application was erased or withdrawn, or it was told already
 */
export async function queueNotice(tx: WriteDb, notice: NewNotice): Promise<string | null> {
  const { applicationId, kind, data } = notice;
  const [application] = await tx.select().from(applications).where(eq(applications.id, applicationId));
  if (!application) return null;
  const isFree = alwaysTold.includes(kind);
  if (application.withdrawnAt !== null && !isFree) return null;
  if (application.erasedAt !== null && notice.address === undefined) return null;
  const named = recipientOf(application);
  const address = notice.address === undefined ? named.address : isAddress(notice.address) ? notice.address : '';
  const id = newId();
  const state = address === '' ? 'by-hand' : (await isDemonstration()) ? 'kept' : 'waiting';
  const rests = state === 'waiting' && kind === 'phase';
  const kept = await tx
    .insert(notices)
    .values({
      id,
      applicationId,
      kind,
      eventSeq: notice.eventSeq ?? (await nextSeq(tx)),
      language: application.language,
      name: oneLine(notice.name ?? named.name),
      address,
      data,
      state,
      attempts: 0,
      nextAt: rests ? Date.now() + phaseRests : 0,
      messageId: '',
      maybeTwice: false,
      lastAnswer: '',
      createdAt: notice.at ?? now(),
    })
    .onConflictDoNothing()
    .returning({ id: notices.id });
  return kept[0]?.id ?? null;
}

/** Events are appended at the end of a change: the first of this one follows the last that is there. */
async function nextSeq(tx: WriteDb): Promise<number> {
  const [last] = await tx.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1);
  return (last?.seq ?? 0) + 1;
}

/** Notices of an application that nobody has read yet, oldest first. */
export async function unreadOf(tx: WriteDb, applicationId: string): Promise<Notice[]> {
  return tx
    .select()
    .from(notices)
    .where(and(eq(notices.applicationId, applicationId), inArray(notices.state, ['waiting', 'by-hand', 'given-up'])))
    .orderBy(notices.id);
}

/** Takes notices out: they became untrue or unwanted before they were read. */
export async function dropNotices(tx: WriteDb, dropped: readonly Notice[]): Promise<void> {
  for (const { id, kind, data } of dropped)
    await tx
      .update(notices)
      .set({ state: 'dropped', settledAt: now(), data: dataAfter(kind, data) })
      .where(eq(notices.id, id));
}

/** A secret or a name that has served its purpose is not kept. */
export const dataAfter = (kind: NoticeKind, data: Record<string, string>): Record<string, string> =>
  kind === 'code-link' || kind === 'erased' ? {} : data;
