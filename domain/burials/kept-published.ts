/** What is public is kept in memory until something happens that can change it. */
import { desc, gt } from 'drizzle-orm';
import { events } from '@/db/schema';
import { read, theStore } from '../database';
import type { EventKind } from '../events';

/** Happen all day at the desk and can change nothing that is public; every other event makes the public part anew. */
const harmless: ReadonlySet<string> = new Set<EventKind>([
  'draft.saved',
  'case.opened',
  'case.assigned',
  'case.released',
  'case.moved',
  'case.extended',
  'note.written',
  'search.logged',
  'search.withdrawn',
  'lookup.made',
  'task.set',
  'task.done',
  'task.reopened',
  'question.asked',
  'question.answered',
  'question.closed',
  'message.written',
  'message.seen',
  'code.link-asked',
  'code.renewed',
  'notice.settled',
  'data.downloaded',
  'request.drafted',
  'request.edited',
  'request.sent',
  'request.reminded',
  'request.given-up',
  'request.answered',
  'letter.written',
  'letter.edited',
  'letter.approved',
  'letter.returned',
  'letter.registered',
  'evidence.attached',
  'match.proposed',
  'match.returned',
  'match.decided',
  'conclusion.proposed',
  'conclusion.edited',
  'job.queued',
  'staff.signed-in',
  'staff.signed-out',
  'applicant.signed-in',
  'applicant.signed-out',
  'partner-link.opened',
  'record.pasted',
  'import.started',
  'import.finished',
  'lead.received',
  'objection.received',
  'report.asked',
  'report.made',
  'register.exported',
  'statistics.exported',
  'case.exported',
]);

type Kept = { connection: unknown; seq: number; values: Map<string, Promise<unknown>> };
let kept: Kept | undefined;
/** Searches of visitors are not kept one by one, only what they are made from. */
const most = 50;

/**
 * The result of `compute` for this key, computed again only after an event that can change what is public; whoever asks meanwhile waits
 * for the same.
 */
export async function whilePublishedStands<T>(key: string, compute: () => Promise<T>): Promise<T> {
  const own = await standing();
  const before = own.values.get(key);
  if (before) return before as Promise<T>;
  const value = compute();
  if (own.values.size < most) {
    own.values.set(key, value);
    // What failed is tried anew.
    value.catch(() => own.values.get(key) === value && own.values.delete(key));
  }
  return value;
}

async function standing(): Promise<Kept> {
  const connection = theStore().engine.reader;
  if (kept?.connection === connection) {
    const since = await read()
      .select({ seq: events.seq, kind: events.kind })
      .from(events)
      .where(gt(events.seq, kept.seq));
    if (since.every(({ kind }) => harmless.has(kind))) {
      kept.seq = Math.max(kept.seq, ...since.map(({ seq }) => seq));
      return kept;
    }
  }
  const [last] = await read().select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1);
  const seq = last?.seq ?? 0;
  // Somebody who asked at the same moment was first.
  if (kept?.connection === connection && kept.seq >= seq) return kept;
  kept = { connection, seq, values: new Map() };
  return kept;
}
