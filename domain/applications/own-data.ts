/** All that the museum holds about one applicant, for that applicant: to read, and to keep in a form programs can read. */
import { and, asc, eq, gte, inArray, ne, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  applications,
  archiveRequests,
  attachments,
  codeRenewals,
  consents,
  drafts,
  erasureRequests,
  events,
  messages,
  type Names,
  notes,
  notices,
  partners,
  questions,
  requestCases,
  signIns,
} from '@/db/schema';
import { leadingCaseId, memberIds } from '../cases/guards';
import type { Phase } from '../cases/pipeline';
import { now } from '../clock';
import { command } from '../command';
import { isWithHolder } from '../correspondence/thread';
import { read } from '../database';
import type { EventKind } from '../events';
import { id, oneOf } from '../input';
import { DomainError } from '../result';
import { agreementsOf, invitationsOf, type OwnAgreement, type OwnInvitation } from './own-invitations';
import { ownNotes } from './own-notes';
import { standingOf } from './standing';
import { trackedApplication } from './tracking';

type Application = typeof applications.$inferSelect;
type Consent = typeof consents.$inferSelect;
type Paper = typeof attachments.$inferSelect;
type News = typeof notices.$inferSelect;
type Request = typeof erasureRequests.$inferSelect;

/** Who did or wrote something: staff are never named to an applicant. */
export type Party = 'applicant' | 'museum';

/** Moments are milliseconds since 1970 (UTC). */
export type OwnData = {
  madeAt: number;
  application: Omit<
    Application,
    'id' | 'caseId' | 'codeSalt' | 'codeHash' | 'registeredBy' | 'answers' | 'erasedAt'
  > & { registeredBy: Party };
  /** The soldier as the case has him. */
  soldier: { surname: string; givenName: string; patronymic: string };
  phase: Phase;
  phases: { at: number; phase: Phase }[];
  /** What was written of the soldier; `?` stands for "don't know". */
  answers: Record<string, string>;
  /** What the form for writing still holds beside that, for a day after sending. */
  draft: { language: string; answers: Record<string, string>; createdAt: number; updatedAt: number } | null;
  consents: (Pick<Consent, 'kind' | 'how' | 'textVersion' | 'givenAt' | 'revokedAt' | 'confirmedAt'> & {
    recordedBy: Party;
  })[];
  questions: {
    text: string;
    askedAt: number;
    answer: string | null;
    answeredAt: number | null;
    answerRecordedBy: Party;
    closedAt: number | null;
  }[];
  messages: { text: string; writtenAt: number; writtenBy: Party; seenAt: number | null }[];
  letters: { kind: string; language: string; text: string; at: number }[];
  papers: (Pick<Paper, 'kind' | 'name' | 'mediaType' | 'bytes' | 'sha256' | 'state' | 'addedAt' | 'removedAt'> & {
    addedBy: Party;
  })[];
  /** News sent or to be sent, and to which name and address. */
  notices: (Pick<
    News,
    'kind' | 'language' | 'name' | 'address' | 'state' | 'attempts' | 'createdAt' | 'settledAt' | 'toldHow'
  > & { lastAnswer: string })[];
  /** Journeys and ceremonies they were asked to, and what they answered. */
  invitations: OwnInvitation[];
  /** What they said of the page about their soldier. */
  memory: OwnAgreement[];
  signIns: { createdAt: number; lastSeenAt: number; endedAt: number | null }[];
  newCodes: { askedAt: number; usedAt: number | null }[];
  erasure: Pick<Request, 'askedAt' | 'reason' | 'state' | 'decidedAt' | 'note'>[];
  /** Why the applicant withdrew, where that was said. */
  reasons: { text: string; at: number }[];
  /** Bodies we wrote to about the soldier since the application; the applicant may be named to them only while `consent` held. */
  partners: { name: Names; at: number; consent: boolean }[];
  /** What is recorded of the applicant's own doing and of what was done with these data. */
  events: { at: number; kind: EventKind; by: Party }[];
};

/**
 * Gathers it, and records that it was taken. Nothing of other applications, of staff or of withheld results is in it; nor what was
 * said, agreed and asked by the person before, when the application passed to another.
 */
export const ownData = command(
  'data.download',
  z.strictObject({ applicationId: id(), form: oneOf(['json', 'pdf']) }),
  async ({ applicationId, form }, { actor, record }): Promise<OwnData> => {
    const [row] = await read().select().from(applications).where(eq(applications.id, applicationId));
    if (!row) throw new DomainError('application.not-found');
    const tracked = await trackedApplication(actor, { applicationId });
    record({ kind: 'data.downloaded', caseId: row.caseId, applicationId, data: { form } });
    const { id: _id, caseId: _case, codeSalt: _salt, codeHash: _hash, answers, erasedAt: _erased, ...own } = row;
    const { heldSince } = await standingOf(applicationId);
    const sinceHeld = <Row>(rows: readonly Row[], at: (row: Row) => number) =>
      rows.filter((row) => at(row) >= heldSince);
    const given = sinceHeld(await consentsOf(applicationId), ({ givenAt }) => givenAt);
    return {
      madeAt: now(),
      application: { ...own, registeredBy: party(row.registeredBy) },
      soldier: { surname: tracked.surname, givenName: tracked.givenName, patronymic: tracked.patronymic },
      phase: tracked.phase,
      phases: tracked.history,
      answers,
      draft: await draftOf(applicationId),
      consents: given,
      questions: (await questionsOf(applicationId)).filter((row) => isWithHolder(row, heldSince)),
      messages: sinceHeld(await messagesOf(applicationId), ({ writtenAt }) => writtenAt),
      letters: tracked.letters.map(({ kind, language, text, at }) => ({ kind, language, text, at })),
      papers: await papersOf(applicationId),
      notices: sinceHeld(await noticesOf(applicationId), ({ createdAt }) => createdAt),
      invitations: sinceHeld(await invitationsOf(applicationId), ({ invitedAt }) => invitedAt),
      memory: sinceHeld(await agreementsOf(applicationId), ({ answeredAt }) => answeredAt),
      signIns: sinceHeld(await signInsOf(applicationId), ({ createdAt }) => createdAt),
      newCodes: sinceHeld(await renewalsOf(applicationId), ({ askedAt }) => askedAt),
      erasure: sinceHeld(await erasureOf(applicationId), ({ askedAt }) => askedAt),
      reasons: sinceHeld(await reasonsOf(applicationId), ({ at }) => at),
      partners: await partnersOf(row, given),
      events: sinceHeld(await eventsOf(applicationId), ({ at }) => at),
    };
  },
);

const party = (staffId: string | null): Party => (staffId === null ? 'applicant' : 'museum');

async function draftOf(applicationId: string): Promise<OwnData['draft']> {
  const [draft] = await read()
    .select()
    .from(drafts)
    .where(and(eq(drafts.applicationId, applicationId), eq(drafts.usable, true)));
  if (!draft) return null;
  const { language, answers, createdAt, updatedAt } = draft;
  return { language, answers, createdAt, updatedAt };
}

async function consentsOf(applicationId: string): Promise<OwnData['consents']> {
  const rows = await read()
    .select()
    .from(consents)
    .where(eq(consents.applicationId, applicationId))
    .orderBy(asc(consents.givenAt), asc(consents.id));
  return rows.map(({ kind, how, textVersion, givenAt, revokedAt, confirmedAt, recordedBy }) => ({
    kind,
    how,
    textVersion,
    givenAt,
    revokedAt,
    confirmedAt,
    recordedBy: party(recordedBy),
  }));
}

async function questionsOf(applicationId: string): Promise<OwnData['questions']> {
  const rows = await read()
    .select()
    .from(questions)
    .where(eq(questions.applicationId, applicationId))
    .orderBy(asc(questions.askedAt), asc(questions.id));
  return rows.map(({ text, askedAt, answer, answeredAt, answerRecordedBy, closedAt }) => ({
    text,
    askedAt,
    answer,
    answeredAt,
    answerRecordedBy: party(answerRecordedBy),
    closedAt,
  }));
}

async function messagesOf(applicationId: string): Promise<OwnData['messages']> {
  const rows = await read()
    .select()
    .from(messages)
    .where(eq(messages.applicationId, applicationId))
    .orderBy(asc(messages.writtenAt), asc(messages.id));
  return rows.map(({ text, writtenAt, writtenBy, seenAt }) => ({
    text,
    writtenAt,
    writtenBy: party(writtenBy),
    seenAt,
  }));
}

async function papersOf(applicationId: string): Promise<OwnData['papers']> {
  const rows = await read()
    .select()
    .from(attachments)
    .where(eq(attachments.applicationId, applicationId))
    .orderBy(asc(attachments.addedAt), asc(attachments.id));
  return rows.map(({ kind, name, mediaType, bytes, sha256, state, addedAt, removedAt, addedBy }) => ({
    kind,
    name,
    mediaType,
    bytes,
    sha256,
    state,
    addedAt,
    removedAt,
    addedBy: party(addedBy),
  }));
}

/** Without those dropped: what they were to say had become untrue or unwanted before it went out. */
async function noticesOf(applicationId: string): Promise<OwnData['notices']> {
  return read()
    .select({
      kind: notices.kind,
      language: notices.language,
      name: notices.name,
      address: notices.address,
      state: notices.state,
      attempts: notices.attempts,
      createdAt: notices.createdAt,
      settledAt: notices.settledAt,
      toldHow: notices.toldHow,
      lastAnswer: notices.lastAnswer,
    })
    .from(notices)
    .where(and(eq(notices.applicationId, applicationId), ne(notices.state, 'dropped')))
    .orderBy(asc(notices.createdAt), asc(notices.id));
}

const signInsOf = (applicationId: string): Promise<OwnData['signIns']> =>
  read()
    .select({ createdAt: signIns.createdAt, lastSeenAt: signIns.lastSeenAt, endedAt: signIns.endedAt })
    .from(signIns)
    .where(eq(signIns.applicationId, applicationId))
    .orderBy(asc(signIns.createdAt));

const renewalsOf = (applicationId: string): Promise<OwnData['newCodes']> =>
  read()
    .select({ askedAt: codeRenewals.createdAt, usedAt: codeRenewals.usedAt })
    .from(codeRenewals)
    .where(eq(codeRenewals.applicationId, applicationId))
    .orderBy(asc(codeRenewals.createdAt));

const erasureOf = (applicationId: string): Promise<OwnData['erasure']> =>
  read()
    .select({
      askedAt: erasureRequests.askedAt,
      reason: erasureRequests.reason,
      state: erasureRequests.state,
      decidedAt: erasureRequests.decidedAt,
      note: erasureRequests.note,
    })
    .from(erasureRequests)
    .where(eq(erasureRequests.applicationId, applicationId))
    .orderBy(asc(erasureRequests.askedAt));

async function reasonsOf(applicationId: string): Promise<OwnData['reasons']> {
  const noteIds = await ownNotes(applicationId);
  return read()
    .select({ text: notes.text, at: notes.writtenAt })
    .from(notes)
    .where(inArray(notes.id, noteIds))
    .orderBy(asc(notes.writtenAt));
}

async function partnersOf(application: Application, given: OwnData['consents']): Promise<OwnData['partners']> {
  const group = await memberIds(await leadingCaseId(application.caseId));
  const rows = await read()
    .select({ name: partners.name, at: sql<number>`${archiveRequests.sentAt}` })
    .from(archiveRequests)
    .innerJoin(requestCases, eq(requestCases.requestId, archiveRequests.id))
    .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
    .where(and(inArray(requestCases.caseId, group), gte(archiveRequests.sentAt, application.receivedAt)))
    .orderBy(asc(archiveRequests.sentAt));
  const held = (at: number) =>
    given.some(
      ({ kind, givenAt, revokedAt }) => kind === 'sharing' && givenAt <= at && (revokedAt === null || revokedAt > at),
    );
  return (
    rows
      // What happened after a withdrawal belongs to the others.
      .filter(({ at }) => application.withdrawnAt === null || at <= application.withdrawnAt)
      .map(({ name, at }) => ({ name, at, consent: held(at) }))
  );
}

/** Letters and news stand in their own lists, and only those that went out. */
const shownKinds: readonly EventKind[] = [
  'application.received',
  'application.registered',
  'application.withdrawn',
  'consent.given',
  'consent.revoked',
  'consent.confirmed',
  'question.asked',
  'question.answered',
  'question.closed',
  'message.written',
  'message.seen',
  'attachment.added',
  'attachment.refused',
  'attachment.removed',
  'invitation.sent',
  'invitation.answered',
  'invitation.withdrawn',
  'memory.agreed',
  'code.link-asked',
  'code.renewed',
  'data.downloaded',
  'erasure.asked',
  'erasure.declined',
  'applicant.signed-in',
  'applicant.signed-out',
];

async function eventsOf(applicationId: string): Promise<OwnData['events']> {
  const rows = await read()
    .select({ at: events.at, kind: events.kind, role: events.actorRole })
    .from(events)
    .where(and(eq(events.applicationId, applicationId), inArray(events.kind, [...shownKinds])))
    .orderBy(asc(events.seq));
  return rows.map(({ at, kind, role }) => ({
    at,
    kind: kind as EventKind,
    by: role === 'applicant' || role === 'visitor' ? 'applicant' : 'museum',
  }));
}
