/** What goes between a relative and the museum beside the application itself: papers, messages, news, new codes, erasure. */
import { bool, index, int, json, table, text, uniqueIndex } from '../columns';
import { applications, drafts, type Language } from './applications';
import { cases, evidence } from './cases';
import { archiveRequests, letters, questions } from './correspondence';
import { finds } from './finds';
import { ceremonies } from './journeys';
import { staff } from './staff';

/** What a paper is of. `form`: the scan of an application that came on paper. */
export type PaperKind = 'photo' | 'notice' | 'letter' | 'award' | 'kinship' | 'form' | 'other' | DeskPaperKind;
/** Papers of the desk: the answer of an archive, our letter with its signature, a document kept as evidence. */
export type DeskPaperKind = 'reply' | 'signed' | 'document';
export type AttachmentState = 'waiting' | 'ready' | 'refused';

/** A word of one applicant to us, or of ours to one applicant, that is neither question nor answer. */
export const messages = table(
  'messages',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    text: text('text').notNull(),
    /** Who of us wrote it; null when the applicant did. */
    writtenBy: text('written_by').references(() => staff.id),
    writtenAt: int('written_at').notNull(),
    /** When one of us took note of the applicant's message. */
    seenAt: int('seen_at'),
    seenBy: text('seen_by').references(() => staff.id),
  },
  (t) => [
    index('messages_case').on(t.caseId),
    index('messages_application').on(t.applicationId, t.writtenAt),
    index('messages_unseen').on(t.seenAt, t.writtenBy),
  ],
);

/**
 * A photograph or document of an application, or of one still being written. Files lie outside the database under the SHA-256
 * of their content: the original for staff, a re-encoded picture and a thumbnail for everyone who may see it.
 */
export const attachments = table(
  'attachments',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id').references(() => drafts.id),
    applicationId: text('application_id').references(() => applications.id),
    /** The question it answers, or the message it came with. */
    questionId: text('question_id').references(() => questions.id),
    messageId: text('message_id').references(() => messages.id),
    /** A paper of the desk belongs to a case, and in it to the answer of a request, a letter or a piece of evidence. */
    caseId: text('case_id').references(() => cases.id),
    requestId: text('request_id').references(() => archiveRequests.id),
    letterId: text('letter_id').references(() => letters.id),
    evidenceId: text('evidence_id').references(() => evidence.id),
    /** Photographs and protocols of a find or a ceremony, which may belong to no case. */
    findId: text('find_id').references(() => finds.id),
    ceremonyId: text('ceremony_id').references(() => ceremonies.id),
    kind: text<PaperKind>('kind').notNull(),
    /** As the file was called where it came from: a text, never a path. */
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    /** Size of the original. */
    bytes: int('bytes').notNull(),
    sha256: text('sha256').notNull(),
    state: text<AttachmentState>('state').notNull(),
    /** Refusal code when the picture could not be made ready. */
    refusal: text('refusal').notNull(),
    viewSha256: text('view_sha256'),
    thumbSha256: text('thumb_sha256'),
    /** Pixels of the re-encoded picture. */
    width: int('width'),
    height: int('height'),
    /** The member of staff who added it; null when the applicant did. */
    addedBy: text('added_by').references(() => staff.id),
    addedAt: int('added_at').notNull(),
    removedAt: int('removed_at'),
  },
  (t) => [
    index('attachments_application').on(t.applicationId, t.addedAt),
    index('attachments_draft').on(t.draftId),
    index('attachments_case').on(t.caseId),
    index('attachments_find').on(t.findId),
    index('attachments_ceremony').on(t.ceremonyId),
    index('attachments_sha256').on(t.sha256),
  ],
);

/** A file on its way, piece by piece; what has arrived is the length of the unfinished file on the disk. */
export const uploads = table(
  'uploads',
  {
    id: text('id').primaryKey(),
    draftId: text('draft_id'),
    applicationId: text('application_id'),
    questionId: text('question_id'),
    messageId: text('message_id'),
    caseId: text('case_id'),
    requestId: text('request_id'),
    letterId: text('letter_id'),
    evidenceId: text('evidence_id'),
    findId: text('find_id'),
    ceremonyId: text('ceremony_id'),
    staffId: text('staff_id'),
    kind: text<PaperKind>('kind').notNull(),
    name: text('name').notNull(),
    bytes: int('bytes').notNull(),
    createdAt: int('created_at').notNull(),
    /** Set once it became an attachment: a repeated last piece is answered with it. */
    attachmentId: text('attachment_id'),
  },
  (t) => [index('uploads_created').on(t.createdAt)],
);

export type NoticeKind =
  | 'received'
  | 'phase'
  | 'question'
  | 'message'
  | 'term'
  | 'letter'
  | 'code-link'
  | 'code-renewed'
  | 'consent-revoked'
  | 'invitation'
  | 'memory'
  | 'erased';
/**
 * `waiting` for its turn, `sending` handed to the mail server, `sent`; `given-up` after refusals; `by-hand` for those without
 * e-mail until a person told them (`told`); `kept` where no mail is sent at all (demonstration); `dropped` when it had become
 * untrue or unwanted before it went out.
 */
export type NoticeState = 'waiting' | 'sending' | 'sent' | 'given-up' | 'by-hand' | 'told' | 'kept' | 'dropped';

/** The outbox: one piece of news to one applicant. */
export const notices = table(
  'notices',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    kind: text<NoticeKind>('kind').notNull(),
    /** The event it tells of. */
    eventSeq: int('event_seq').notNull(),
    language: text<Language>('language').notNull(),
    /** Whom it is addressed to, and where: an e-mail address, or empty when it is told by hand. Erasable. */
    name: text('name').notNull(),
    address: text('address').notNull(),
    /** What the text needs beside the application: phase, day, body. Never what another applicant said. */
    data: json<Record<string, string>>('data').notNull(),
    state: text<NoticeState>('state').notNull(),
    attempts: int('attempts').notNull(),
    /** Not to be tried before, milliseconds since 1970 (real time). */
    nextAt: int('next_at').notNull(),
    messageId: text('message_id').notNull(),
    /** The process died between sending and marking: it may have reached the reader twice. */
    maybeTwice: bool('maybe_twice').notNull(),
    /** What the mail server said last. */
    lastAnswer: text('last_answer').notNull(),
    createdAt: int('created_at').notNull(),
    settledAt: int('settled_at'),
    toldBy: text('told_by').references(() => staff.id),
    toldHow: text<'telephone' | 'messenger' | 'post' | 'in-person' | 'cannot'>('told_how'),
  },
  (t) => [
    uniqueIndex('notices_event').on(t.applicationId, t.eventSeq, t.kind),
    index('notices_state').on(t.state, t.nextAt),
  ],
);

/** The public phase each applicant was last told, so that the same one is not told twice. */
export const toldPhases = table('told_phases', {
  applicationId: text('application_id')
    .primaryKey()
    .references(() => applications.id),
  phase: text('phase').notNull(),
  at: int('at').notNull(),
});

/** Links to a new access code: single-use, short-lived, kept as hashes. */
export const codeRenewals = table(
  'code_renewals',
  {
    tokenHash: text('token_hash').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    createdAt: int('created_at').notNull(),
    endsAt: int('ends_at').notNull(),
    usedAt: int('used_at'),
  },
  (t) => [index('code_renewals_application').on(t.applicationId)],
);

/** An applicant's wish that what we hold about them be deleted, and what became of it. */
export const erasureRequests = table(
  'erasure_requests',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    askedAt: int('asked_at').notNull(),
    reason: text('reason').notNull(),
    state: text<'asked' | 'carried-out' | 'declined'>('state').notNull(),
    decidedBy: text('decided_by').references(() => staff.id),
    decidedAt: int('decided_at'),
    /** Why it was declined; read by the applicant. */
    note: text('note').notNull(),
  },
  (t) => [
    index('erasure_requests_state').on(t.state, t.askedAt),
    index('erasure_requests_application').on(t.applicationId),
  ],
);
