/** Sending, one notice at a time: marked before, settled after, and never in doubt without saying so. */
import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { notices, settings } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { standingOf } from '../applications/standing';
import { bookkeep, change } from '../change';
import { now } from '../clock';
import { resultLetters } from '../correspondence/letter-kinds';
import { read } from '../database';
import { systemActor } from '../permissions';
import { applicationsOf, factsOf, type NewsFacts } from './facts';
import { isInvitationTrue } from './invitations';
import { dataAfter, dropNotices, type Notice } from './outbox';
import { alwaysTold, pauses, sendingLease } from './rules';

export type Outgoing = NewsFacts & { messageId: string };

/**
 * What became of one attempt. `later`: not delivered, may be tried again. `refused`: this reader cannot be reached so.
 * `uncertain`: all of it was handed over, but no answer came. `unreachable`: the mail server takes nothing at all; counts for no
 * notice. `stopped`: broken off by us before it was handed over. What was said is the server's own words, or `#code` of ours.
 */
export type Attempt =
  | { outcome: 'sent'; said: string }
  | { outcome: 'later' | 'refused' | 'uncertain' | 'unreachable' | 'stopped'; said: string };

export type Deliver = (outgoing: Outgoing) => Promise<Attempt>;

/** Where the last failure of the mail server as a whole is kept: since when, and what it said. */
export const newsTrouble = 'news.trouble';
export type Trouble = { since: number; said: string };

const longestAnswer = 300;

/**
 * Sends the next notice that is due. It is marked as being sent first; when the process dies before it is settled, it is sent
 * once more with the same Message-ID after its lease, and shown as perhaps sent twice; a second time it is given up.
 * @param host what stands in the Message-ID behind the `@`
 * @param at real time in milliseconds since 1970
 * @returns what became of it; null when nothing was due
 */
export async function sendNext(
  host: string,
  deliver: Deliver,
  at: () => number = Date.now,
): Promise<Attempt['outcome'] | 'dropped' | null> {
  await takeUpOrphans(at());
  const claimed = await claim(host, at());
  if (claimed === null || claimed === 'dropped') return claimed;
  const { notice, outgoing } = claimed;
  const attempt = await deliver(outgoing).catch(async (error: unknown) => {
    // A mistake of ours, before anything was handed over: this one waits, the others do not.
    await settle(notice, { outcome: 'later', said: '#own-mistake' }, at());
    throw error;
  });
  const said = attempt.said.replace(/\s+/g, ' ').trim().slice(0, longestAnswer);
  await settle(notice, { ...attempt, said }, at());
  if (attempt.outcome === 'unreachable') await keepTrouble({ since: at(), said });
  else if (attempt.outcome === 'sent') await keepTrouble(null);
  return attempt.outcome;
}

/** Notices whose sender died. Whether they arrived nobody knows: once more, and no oftener. */
async function takeUpOrphans(at: number): Promise<void> {
  const orphaned = await read()
    .select()
    .from(notices)
    .where(and(eq(notices.state, 'sending'), lte(notices.nextAt, at)));
  for (const notice of orphaned) await settle(notice, { outcome: 'uncertain', said: '#died' }, at);
}

type Claimed = { notice: Notice; outgoing: Outgoing };

async function claim(host: string, at: number): Promise<Claimed | 'dropped' | null> {
  const [due] = await read().select({ id: notices.id }).from(notices).where(isDue(at)).limit(1);
  if (!due) return null;
  return bookkeep(async (tx) => {
    const [notice] = await tx
      .select()
      .from(notices)
      .where(isDue(at))
      // Somebody sits before the page and waits for the link.
      .orderBy(sql`${notices.kind} <> 'code-link'`, asc(notices.nextAt), asc(notices.id))
      .limit(1);
    if (!notice) return null;
    const application = (await applicationsOf([notice])).get(notice.applicationId);
    if (!application || !(await isStillTrue(notice, at))) {
      await dropNotices(tx, [notice]);
      return 'dropped';
    }
    const messageId = notice.messageId || `<${notice.id}@${host}>`;
    await tx
      .update(notices)
      .set({ state: 'sending', messageId, attempts: notice.attempts + 1, nextAt: at + sendingLease })
      .where(eq(notices.id, notice.id));
    return {
      notice: { ...notice, messageId, attempts: notice.attempts + 1 },
      outgoing: { ...factsOf(notice, application), messageId },
    };
  });
}

const isDue = (at: number) => and(eq(notices.state, 'waiting'), lte(notices.nextAt, at));

/** Looked at once more before it goes out: what is withheld, over or withdrawn by now is not told. */
async function isStillTrue({ applicationId, kind, data }: Notice, at: number): Promise<boolean> {
  if (data.endsAt && Number(data.endsAt) <= at) return false;
  if (kind === 'erased') return true;
  const { application, phase, visible } = await standingOf(applicationId);
  if (application.erasedAt !== null) return false;
  if (application.withdrawnAt !== null && !alwaysTold.includes(kind)) return false;
  if (kind === 'phase') return data.phase === phase;
  if (kind === 'invitation') return isInvitationTrue({ data }, read());
  return kind !== 'letter' || visible || !(resultLetters as readonly string[]).includes(data.letterKind ?? '');
}

async function settle(notice: Notice, { outcome, said }: Attempt, at: number): Promise<void> {
  const gaveUp = (answer: string) => end(notice, 'given-up', answer);
  const again = (patch: Partial<Notice>) =>
    bookkeep((tx) => set(tx, notice, { state: 'waiting', lastAnswer: said, ...patch }));
  const pause = pauses[notice.attempts - 1];
  switch (outcome) {
    case 'sent':
      return end(notice, 'sent', said);
    case 'refused':
      return gaveUp(said);
    case 'stopped':
    case 'unreachable':
      return again({ attempts: notice.attempts - 1, nextAt: at });
    case 'uncertain':
      if (notice.maybeTwice) return gaveUp(said);
      return again({ maybeTwice: true, nextAt: at + (pause ?? 0) });
    case 'later':
      return pause === undefined ? gaveUp(said) : again({ nextAt: at + pause });
  }
}

const set = async (tx: WriteDb, { id }: Notice, patch: Partial<Notice>): Promise<void> => {
  // Erased or taken back meanwhile: it stays so.
  await tx
    .update(notices)
    .set(patch)
    .where(and(eq(notices.id, id), eq(notices.state, 'sending')));
};

/** The end of the way by mail, written into the history. */
async function end(notice: Notice, state: 'sent' | 'given-up', lastAnswer: string): Promise<void> {
  const { id: noticeId, applicationId, kind, data } = notice;
  const isWiped = kind === 'erased' || kind === 'code-link';
  const wiped = isWiped ? { data: dataAfter(kind, data), ...(kind === 'erased' ? { name: '', address: '' } : {}) } : {};
  await change(systemActor, async (tx, record) => {
    await set(tx, notice, {
      state,
      // The server's words may name whom it refused.
      lastAnswer: kind === 'erased' ? '' : lastAnswer,
      settledAt: now(),
      ...wiped,
    });
    const application = (await applicationsOf([notice])).get(applicationId);
    record({
      kind: 'notice.settled',
      applicationId,
      ...(application ? { caseId: application.caseId } : {}),
      subjectId: noticeId,
      data: { noticeId, kind, state },
    });
  });
}

/** Remembers since when the mail server takes nothing; null when it does again. */
async function keepTrouble(trouble: Trouble | null): Promise<void> {
  const [known] = await read().select().from(settings).where(eq(settings.key, newsTrouble));
  if (!trouble && !known) return;
  const since = (known?.value as Trouble | undefined)?.since ?? trouble?.since;
  await bookkeep(async (tx) => {
    await tx.delete(settings).where(eq(settings.key, newsTrouble));
    if (trouble) await tx.insert(settings).values({ key: newsTrouble, value: { ...trouble, since } });
  });
}
