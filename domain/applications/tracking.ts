/** What an applicant reads of the own application: the phase in plain words, what happened, what comes next, the result. */
import { and, desc, eq, gte, inArray, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRequests, consents, events, letters, messages, type Names, partners, requestCases } from '@/db/schema';
import { waitsForReply } from '../cases/guards';
import { type Phase, phaseOf, type Status } from '../cases/pipeline';
import { query } from '../command';
import { resultLetters } from '../correspondence/letter-kinds';
import { read } from '../database';
import { id } from '../input';
import { isHolders, nextWordBy, type Standing, standingOf, type TrackedQuestion, type TrackedResult } from './standing';

export type Tracked = {
  reference: string;
  surname: string;
  givenName: string;
  patronymic: string;
  receivedAt: number;
  phase: Phase;
  /** The body we wait for or passed the request on to, and since when. */
  body: { name: Names; since: number } | null;
  /** Changes of the public phase, newest first. */
  history: { at: number; phase: Phase }[];
  /** The day by which the family hears from us next. */
  nextWordBy: string | null;
  /** Newest first, those that are no longer needed included. */
  questions: TrackedQuestion[];
  /** Newest first. */
  messages: TrackedMessage[];
  letters: {
    id: string;
    kind: string;
    text: string;
    at: number;
    language: string;
    /** There is a sheet of it to keep. */
    hasSheet: boolean;
  }[];
  consents: {
    kind: string;
    how: string;
    /** The version of the text that was read. */
    textVersion: string;
    givenAt: number;
    revokedAt: number | null;
    /** When a consent by word of mouth was confirmed in writing. */
    confirmedAt: number | null;
  }[];
  result: TrackedResult | null;
  withdrawn: boolean;
};

export type TrackedMessage = { id: string; text: string; writtenAt: number; isOurs: boolean };

/** The tracking page of one application. Nothing of other applications, of staff or of withheld conclusions is in it. */
export const trackedApplication = query(
  'application.follow',
  z.strictObject({ applicationId: id() }),
  async ({ applicationId }): Promise<Tracked> => {
    const standing = await standingOf(applicationId);
    const { application, row, heldSince, asked, told, conclusion, visible, burial, view, phase } = standing;
    return {
      reference: application.reference,
      surname: row.surname,
      givenName: row.givenName,
      patronymic: row.patronymic,
      receivedAt: application.receivedAt,
      phase,
      body: await bodyOf(row.id, phase),
      history: await phasesPassed(row.id, application, { ...view, asked: asked.length > 0 }, phase),
      nextWordBy: await nextWordBy(standing),
      questions: asked,
      messages: await messagesWith(applicationId, heldSince),
      letters: told
        .filter((letter) => visible || !(resultLetters as readonly string[]).includes(letter.kind))
        .map(({ id, kind, text, settledAt, approvedAt, writtenAt, language, frozen }) => ({
          id,
          hasSheet: frozen !== null && isHolders({ settledAt, approvedAt }, heldSince),
          kind,
          text,
          at: settledAt ?? writtenAt,
          language,
        })),
      consents: await read()
        .select({
          kind: consents.kind,
          how: consents.how,
          textVersion: consents.textVersion,
          givenAt: consents.givenAt,
          revokedAt: consents.revokedAt,
          confirmedAt: consents.confirmedAt,
        })
        .from(consents)
        .where(and(eq(consents.applicationId, applicationId), gte(consents.givenAt, heldSince)))
        .orderBy(consents.givenAt),
      result: visible && conclusion ? { fate: conclusion.fate, fateDate: conclusion.fateDate, burial } : null,
      withdrawn: view.withdrawn,
    };
  },
);

async function messagesWith(applicationId: string, heldSince: number): Promise<TrackedMessage[]> {
  const rows = await read()
    .select()
    .from(messages)
    .where(and(eq(messages.applicationId, applicationId), gte(messages.writtenAt, heldSince)))
    .orderBy(desc(messages.writtenAt));
  return rows.map(({ id, text, writtenAt, writtenBy }) => ({ id, text, writtenAt, isOurs: writtenBy !== null }));
}

/** The body we wait for or passed the request on to in this phase, and since when. */
export async function bodyOf(caseId: string, phase: Phase): Promise<Tracked['body']> {
  if (phase === 'waiting') {
    const [open] = await read()
      .select({ name: partners.name, since: sql<number>`${archiveRequests.sentAt}` })
      .from(archiveRequests)
      .innerJoin(requestCases, eq(requestCases.requestId, archiveRequests.id))
      .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
      .where(waitsForReply(caseId))
      .orderBy(archiveRequests.sentAt)
      .limit(1);
    return open ?? null;
  }
  if (phase !== 'forwarded') return null;
  const [passedOn] = await read()
    .select({ name: partners.name, since: letters.settledAt })
    .from(letters)
    .innerJoin(partners, eq(partners.id, letters.partnerId))
    .where(
      and(eq(letters.caseId, caseId), eq(letters.kind, 'forwarding'), inArray(letters.state, ['sent', 'handed-over'])),
    )
    .orderBy(desc(letters.settledAt))
    .limit(1);
  return passedOn?.since ? { name: passedOn.name, since: passedOn.since } : null;
}

/** The public phases the case went through, without repeating one and without a result the applicant may not see yet. */
async function phasesPassed(
  caseId: string,
  application: Standing['application'],
  view: Standing['view'],
  current: Phase,
): Promise<Tracked['history']> {
  const moves = await read()
    .select({ at: events.at, data: events.data })
    .from(events)
    .where(and(eq(events.caseId, caseId), eq(events.kind, 'case.moved')))
    .orderBy(events.seq);
  const passed: Tracked['history'] = [{ at: application.receivedAt, phase: 'received' }];
  for (const move of moves) {
    // What happened after this applicant withdrew belongs to the others.
    if (application.withdrawnAt !== null && move.at > application.withdrawnAt) break;
    const { to } = JSON.parse(move.data) as { to: Status };
    const phase = phaseOf({ ...view, status: to, withdrawn: false });
    if (move.at >= application.receivedAt && passed.at(-1)?.phase !== phase) passed.push({ at: move.at, phase });
  }
  if (passed.at(-1)?.phase !== current)
    passed.push({ at: application.withdrawnAt ?? moves.at(-1)?.at ?? application.receivedAt, phase: current });
  return passed.reverse();
}
