/** What follows from a change by itself: the queue and the spells in step, the full text told, the terms worked out anew. */
import { eq, inArray, isNull } from 'drizzle-orm';
import { applications, caseQueue, cases, requestCases } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { read } from '../database';
import { markStale, refreshTexts } from '../desk/text-index';
import type { EventKind, NewEvent } from '../events';
import { leadingCaseId, memberIds } from './guards';
import { refreshQueue, refreshTerms } from './queue';
import { followMoves } from './spells';
import { termsSetting } from './terms-in-use';

/** Happen often, and neither a status nor a term nor the order of the queue rests on them. */
const queueStands: ReadonlySet<EventKind> = new Set<EventKind>([
  'note.written',
  'search.logged',
  'search.withdrawn',
  'task.set',
  'task.done',
  'task.reopened',
  'lookup.made',
  'question.asked',
  'question.answered',
  'question.closed',
  'message.written',
  'message.seen',
  'attachment.added',
  'attachment.refused',
  'attachment.removed',
  'evidence.attached',
  'evidence.described',
  'evidence.removed',
  'request.drafted',
  'request.edited',
  'request.sent',
  'request.reminded',
  'request.answered',
  'request.given-up',
  'letter.written',
  'letter.edited',
  'letter.approved',
  'letter.registered',
  'match.proposed',
  'match.returned',
  'match.decided',
  'consent.given',
  'notice.settled',
]);

/** Bring no word into a case. */
const wordless: ReadonlySet<EventKind> = new Set<EventKind>([
  'lookup.made',
  'match.proposed',
  'consent.given',
  'consent.confirmed',
  'message.seen',
  'task.done',
  'task.reopened',
  'notice.settled',
  'job.queued',
]);

/** What was wiped must not be found a second longer. */
const wiping: ReadonlySet<EventKind> = new Set<EventKind>(['erasure.carried-out', 'application.passed-on']);

/** Inside the transaction of the change, after everything else in it. @param at the moment its events carry */
export async function followChange(tx: WriteDb, recorded: readonly NewEvent[], at: number): Promise<void> {
  const queued = await casesOf(recorded.filter(({ kind }) => !queueStands.has(kind)));
  if (queued.length > 0) await refreshQueue(tx, queued);
  await followMoves(tx, recorded, at);
  const worded = await casesOf(recorded.filter(({ kind }) => !wordless.has(kind)));
  if (recorded.some(({ kind }) => wiping.has(kind))) await refreshTexts(tx, await askedWith(await joinedBoth(worded)));
  else if (worded.length > 0) await markStale(tx, worded);
  if (recorded.some(changesTerms)) await refreshTerms(tx);
}

const changesTerms = (event: NewEvent) =>
  event.kind === 'holiday.changed' || (event.kind === 'setting.changed' && event.data.key === termsSetting);

/** The cases that events are about, by whichever id they say it. */
async function casesOf(recorded: readonly NewEvent[]): Promise<string[]> {
  const ids = new Set<string>();
  const applicationIds = new Set<string>();
  for (const event of recorded) {
    if (event.caseId) ids.add(event.caseId);
    else if (event.applicationId) applicationIds.add(event.applicationId);
    if (event.kind === 'case.joined') ids.add(event.data.intoId);
    if (event.kind === 'case.parted') ids.add(event.data.fromId);
    if (event.kind === 'register.taken-over' || event.kind === 'register.undone')
      for (const id of await casesTakenOver(event.data.takeoverId)) ids.add(id);
  }
  if (applicationIds.size > 0)
    for (const { caseId } of await read()
      .selectDistinct({ caseId: applications.caseId })
      .from(applications)
      .where(inArray(applications.id, [...applicationIds])))
      ids.add(caseId);
  return [...ids];
}

/** One act is told by one event; undone, its cases may be gone while their rows in the queue are left. */
async function casesTakenOver(takeoverId: string): Promise<string[]> {
  const there = await read().select({ id: cases.id }).from(cases).where(eq(cases.takeoverId, takeoverId));
  const gone = await read()
    .select({ id: caseQueue.caseId })
    .from(caseQueue)
    .leftJoin(cases, eq(cases.id, caseQueue.caseId))
    .where(isNull(cases.id));
  return [...there, ...gone].map(({ id }) => id);
}

const joinedBoth = async (caseIds: readonly string[]): Promise<string[]> => [
  ...new Set((await Promise.all(caseIds.map(leadingAndMembers))).flat()),
];

/** These cases and those that stand in one request with them: its text and its papers are in the full text of each. */
async function askedWith(caseIds: readonly string[]): Promise<string[]> {
  const together = await read()
    .selectDistinct({ caseId: requestCases.caseId })
    .from(requestCases)
    .where(
      inArray(
        requestCases.requestId,
        read()
          .select({ id: requestCases.requestId })
          .from(requestCases)
          .where(inArray(requestCases.caseId, [...caseIds])),
      ),
    );
  return [...new Set([...caseIds, ...together.map(({ caseId }) => caseId)])];
}

async function leadingAndMembers(caseId: string): Promise<string[]> {
  return [caseId, ...(await memberIds(await leadingCaseId(caseId)))];
}
