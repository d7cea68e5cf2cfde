/** News of the public phase: each one told once, and not before it has come to rest. */
import { eq } from 'drizzle-orm';
import { type events, toldPhases } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { type Standing, standingOf } from '../applications/standing';
import { bodyOf } from '../applications/tracking';
import { phaseOf, type Status } from '../cases/pipeline';
import { resultLetters } from '../correspondence/letter-kinds';
import { dropNotices, queueNotice, unreadOf } from './outbox';
import { lettersOfPhase, letterTellsFor } from './rules';

/** Phases with news of their own: what we need is told by the question itself, a withdrawal by nobody. */
const silent: readonly string[] = ['needs-you', 'withdrawn'];

/**
 * Tells one applicant of the phase they read now, when it is another one than they were told. News of a phase that is over before
 * it was read is taken back.
 * @param event what may have changed it
 * @param from the status the case was in before, for those who were never told any
 */
export async function tellPhase(
  tx: WriteDb,
  applicationId: string,
  event: typeof events.$inferSelect,
  from: Status | undefined,
): Promise<void> {
  const standing = await standingOf(applicationId);
  const { phase } = standing;
  const unread = await unreadOf(tx, applicationId);
  if (!standing.visible)
    await dropNotices(
      tx,
      unread.filter(({ kind, data }) => kind === 'letter' && isResult(data.letterKind)),
    );
  const pending = unread.filter(({ kind }) => kind === 'phase');
  if (pending.at(-1)?.data.phase === phase) return;
  const before = pending[0]?.data.before ?? (await toldOf(tx, applicationId)) ?? phaseBefore(standing, from);
  await dropNotices(tx, pending);
  if (silent.includes(phase) || phase === before) return keepTold(tx, applicationId, before, event.at);
  await keepTold(tx, applicationId, phase, event.at);
  if (letterTold(standing, event.at)) return;
  const body = await bodyOf(standing.row.id, phase);
  await queueNotice(tx, {
    applicationId,
    kind: 'phase',
    eventSeq: event.seq,
    at: event.at,
    data: {
      phase,
      before,
      ...(body ? { body: body.name[standing.application.language], since: String(body.since) } : {}),
    },
  });
}

const isResult = (kind: string | undefined) => (resultLetters as readonly string[]).includes(kind ?? '');

async function toldOf(tx: WriteDb, applicationId: string): Promise<string | undefined> {
  const [row] = await tx.select().from(toldPhases).where(eq(toldPhases.applicationId, applicationId));
  return row?.phase;
}

/** Told of no phase so far: what was read before this change; when that is not known, nothing changed. */
function phaseBefore({ view, phase }: Standing, from: Status | undefined): string {
  const before = from && from !== 'joined' ? phaseOf({ ...view, status: from }) : phase;
  return silent.includes(before) ? phase : before;
}

async function keepTold(tx: WriteDb, applicationId: string, phase: string, at: number): Promise<void> {
  // What is never told does not count as told: after an answer the phase before goes on.
  if (silent.includes(phase)) return;
  await tx
    .insert(toldPhases)
    .values({ applicationId, phase, at })
    .onConflictDoUpdate({ target: toldPhases.applicationId, set: { phase, at } });
}

/** Whether a letter of these days says the same already, on paper or by voice too. */
function letterTold({ told, phase }: Standing, at: number): boolean {
  const kinds: readonly string[] = lettersOfPhase[phase] ?? [];
  return told.some(({ kind, settledAt }) => kinds.includes(kind) && (settledAt ?? 0) > at - letterTellsFor);
}
