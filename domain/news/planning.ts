/** What is told to whom: read off the events since the last time, so that no command has to think of it. */
import { and, asc, eq, gt, isNull, max } from 'drizzle-orm';
import { applications, events, letters, questions, settings, toldPhases } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { nextWordBy, standingOf } from '../applications/standing';
import { activeApplications, leadingCaseId } from '../cases/guards';
import type { Status } from '../cases/pipeline';
import { bookkeep } from '../change';
import { resultLetters } from '../correspondence/letter-kinds';
import { read } from '../database';
import { invitationTellers } from './invitations';
import { dropNotices, queueNotice, unreadOf } from './outbox';
import { tellPhase } from './phases';
import { recipientOf } from './recipients';
import { alwaysTold, lettersOfPhase, telephoneIn } from './rules';

export type Told = typeof events.$inferSelect;

/** Where the planner stands: the number of the last event it read. */
const newsCursor = 'news.cursor';

/** Events read in one transaction. */
const batch = 25;

/**
 * Reads what happened since the last time and puts the news of it into the outbox, cursor and notices in one transaction. The
 * first time in a register it begins with what happens from now on: nobody is told of the past.
 * @returns whether there was anything to read
 */
export async function planNews(): Promise<boolean> {
  const [newest] = await read()
    .select({ seq: max(events.seq) })
    .from(events);
  const known = await cursor();
  if (known !== undefined && known >= (newest?.seq ?? 0)) return false;
  return bookkeep(async (tx) => {
    const from = await cursor();
    if (from === undefined) {
      await keepCursor(tx, newest?.seq ?? 0);
      return true;
    }
    const rows = await tx.select().from(events).where(gt(events.seq, from)).orderBy(asc(events.seq)).limit(batch);
    const last = rows.at(-1);
    if (!last) return false;
    for (const row of rows) await tellOf[row.kind]?.(tx, row);
    await tellPhases(tx, rows);
    await keepCursor(tx, last.seq);
    return true;
  });
}

async function cursor(): Promise<number | undefined> {
  const [row] = await read().select().from(settings).where(eq(settings.key, newsCursor));
  return typeof row?.value === 'number' ? row.value : undefined;
}

async function keepCursor(tx: WriteDb, value: number): Promise<void> {
  await tx
    .insert(settings)
    .values({ key: newsCursor, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } });
}

type Teller = (tx: WriteDb, event: Told) => Promise<void>;

/** What single events say to the applicant they are about. Changes of the public phase come after these. */
const tellOf: Readonly<Record<string, Teller>> = {
  ...invitationTellers,
  'application.received': tellReceipt,
  'application.registered': tellReceipt,
  'application.withdrawn': (tx, event) => dropUnread(tx, event, (kind) => !alwaysTold.includes(kind)),
  // What was meant for the person before is not for the one who holds it now.
  'application.passed-on': (tx, event) => dropUnread(tx, event, () => true),
  'question.asked': async (tx, event) => {
    const { questionId = '' } = dataOf(event);
    const [open] = await tx
      .select({ id: questions.id })
      .from(questions)
      .where(and(eq(questions.id, questionId), isNull(questions.answeredAt), isNull(questions.closedAt)));
    if (open) await queue(tx, event, 'question', { questionId });
  },
  'question.answered': dropQuestion,
  'question.closed': dropQuestion,
  'message.written': async (tx, event) => {
    const { messageId = '', by } = dataOf(event);
    if (by !== 'staff') return;
    // Several messages wait on one page: one piece of news leads there.
    await dropUnread(tx, event, (kind) => kind === 'message');
    await queue(tx, event, 'message', { messageId });
  },
  'letter.settled': tellLetter,
  'case.extended': tellTerm,
  'code.renewed': (tx, event) => queue(tx, event, 'code-renewed', {}),
  'memory.asked': tellMemory,
  'consent.revoked': async (tx, event) => {
    // Whoever took it back on the page read there what follows; a call would only repeat it.
    if (event.actorRole === 'applicant' && !(await isByMail(tx, event))) return;
    await queue(tx, event, 'consent-revoked', { consent: dataOf(event).kind ?? '' });
  },
};

const dataOf = (event: Told) => JSON.parse(event.data) as Record<string, string | undefined>;

async function queue(
  tx: WriteDb,
  event: Told,
  kind: Parameters<typeof queueNotice>[1]['kind'],
  data: Record<string, string>,
  applicationId = event.applicationId,
): Promise<void> {
  if (applicationId) await queueNotice(tx, { applicationId, kind, data, eventSeq: event.seq, at: event.at });
}

/** Those who telephoned or came were told so at the desk; everybody else hears that it arrived, and that this way reaches them. */
async function tellReceipt(tx: WriteDb, event: Told): Promise<void> {
  const { applicationId } = event;
  if (!applicationId) return;
  await keepTold(tx, applicationId, 'received', event.at);
  const { channel } = dataOf(event);
  if ((channel === 'telephone' || channel === 'visit') && !(await isByMail(tx, event))) return;
  const by = await nextWordBy(await standingOf(applicationId));
  await queue(tx, event, 'received', by ? { day: by } : {});
}

async function keepTold(tx: WriteDb, applicationId: string, phase: string, at: number): Promise<void> {
  await tx
    .insert(toldPhases)
    .values({ applicationId, phase, at })
    .onConflictDoUpdate({ target: toldPhases.applicationId, set: { phase, at } });
}

async function isByMail(tx: WriteDb, { applicationId }: Told): Promise<boolean> {
  const [row] = await tx
    .select()
    .from(applications)
    .where(eq(applications.id, applicationId ?? ''));
  return row !== undefined && recipientOf(row).address !== '';
}

async function dropUnread(tx: WriteDb, event: Told, which: (kind: string) => boolean): Promise<void> {
  if (!event.applicationId) return;
  const unread = await unreadOf(tx, event.applicationId);
  await dropNotices(
    tx,
    unread.filter(({ kind }) => which(kind)),
  );
}

/** Answered before the question was told: nothing is owed any more. */
async function dropQuestion(tx: WriteDb, event: Told): Promise<void> {
  const { questionId = '' } = dataOf(event);
  const [asked] = await tx
    .select({ applicationId: questions.applicationId })
    .from(questions)
    .where(eq(questions.id, questionId));
  const unread = await unreadOf(tx, asked?.applicationId ?? '');
  await dropNotices(
    tx,
    unread.filter(({ kind, data }) => kind === 'question' && data.questionId === questionId),
  );
}

/** A letter that can be read on the page now. The letter is the news of its phase. */
async function tellLetter(tx: WriteDb, event: Told): Promise<void> {
  const { letterId = '', kind = '', state } = dataOf(event);
  // The receipt of an application was told as such.
  if (!event.applicationId || state === 'cannot-be-sent' || kind === 'acknowledgement') return;
  const standing = await standingOf(event.applicationId);
  if (isResult(kind) && !standing.visible) return;
  const [letter] = await tx.select({ channel: letters.channel }).from(letters).where(eq(letters.id, letterId));
  const unread = await unreadOf(tx, event.applicationId);
  const ofPhase = unread.filter((one) => one.kind === 'phase' && tells(kind, one.data.phase));
  await dropNotices(tx, ofPhase);
  if (tells(kind, standing.phase)) await keepTold(tx, event.applicationId, standing.phase, event.at);
  // Handed over or read out: whoever has no e-mail heard it just now.
  const { telephone, helperContact } = standing.application;
  const isReadOut = state === 'handed-over' || letter?.channel === 'telephone' || letter?.channel === 'in-person';
  // Whoever can be reached by post only would be told of a letter by another one.
  const isOnPaper = letter?.channel === 'post' && !telephoneIn(telephone) && !telephoneIn(helperContact);
  if ((isReadOut || isOnPaper) && !(await isByMail(tx, event))) return;
  await queue(tx, event, 'letter', { letterId, letterKind: kind });
}

const isResult = (kind: string) => (resultLetters as readonly string[]).includes(kind);

const tells = (letterKind: string, phase: string | undefined) =>
  ((lettersOfPhase as Record<string, readonly string[] | undefined>)[phase ?? ''] ?? []).includes(letterKind);

/** A term moved: every applicant of the case hears by which day they will hear from us. */
async function tellTerm(tx: WriteDb, event: Told): Promise<void> {
  for (const { id } of await activeApplications(await leadingCaseId(event.caseId ?? ''))) {
    const day = await nextWordBy(await standingOf(id));
    if (!day) continue;
    const unread = await unreadOf(tx, id);
    await dropNotices(
      tx,
      unread.filter(({ kind }) => kind === 'term'),
    );
    await queue(tx, event, 'term', { day }, id);
  }
}

/** The draft of the memory page waits to be read: everybody of the case who may read the result is asked for themselves. */
async function tellMemory(tx: WriteDb, event: Told): Promise<void> {
  for (const { id } of await activeApplications(await leadingCaseId(event.caseId ?? ''))) {
    if (!(await standingOf(id)).visible) continue;
    const unread = await unreadOf(tx, id);
    await dropNotices(
      tx,
      unread.filter(({ kind }) => kind === 'memory'),
    );
    await queue(tx, event, 'memory', {}, id);
  }
}

/** Kinds of events after which an applicant may read another phase. */
const changesPhase =
  /^(?:case\.(?:moved|joined|parted)|conclusion\.|burial\.|letter\.settled|question\.|application\.)/;

async function tellPhases(tx: WriteDb, rows: readonly Told[]): Promise<void> {
  const touched = new Map<string, Told>();
  const cameFrom = new Map<string, Status>();
  for (const row of rows) {
    if (!row.caseId || !changesPhase.test(row.kind)) continue;
    touched.set(await leadingCaseId(row.caseId), row);
    const { from } = dataOf(row);
    if (row.kind === 'case.moved' && !cameFrom.has(row.caseId)) cameFrom.set(row.caseId, from as Status);
  }
  for (const [caseId, event] of touched)
    for (const application of await activeApplications(caseId)) {
      const from = cameFrom.get(application.caseId) ?? cameFrom.get(caseId);
      await tellPhase(tx, application.id, event, from);
    }
}
