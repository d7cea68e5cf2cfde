import { bool, index, int, json, table, text, uniqueIndex } from '../columns';
import { applications, type Language } from './applications';
import { cases, conclusions, type SearchOutcome } from './cases';
import { staff } from './staff';

export type Names = { kk: string; ru: string; en: string };

/** A database, archive, book, website, community or partner that can be searched. */
export const sources = table('sources', {
  key: text('key').primaryKey(),
  kind: text('kind').notNull(),
  country: text('country').notNull(),
  url: text('url'),
  name: json<Names>('name').notNull(),
  note: json<Names>('note').notNull(),
  checklist: bool('checklist').notNull(),
  position: int('position').notNull(),
  access: text<SourceAccess>('access').notNull().default('open'),
  /** Address of a search there, with places such as `{surname}` to fill in; null where nothing can be prefilled. */
  searchAddress: text('search_address'),
  /** What a citation of this source is made of, in order: `fond`, `opis`, `delo`, `list`, `number` … */
  citationPattern: json<string[]>('citation_pattern').notNull().default([]),
  /** Kinds of documents that are searched one by one; a source without parts is searched as a whole. */
  parts: json<{ key: string; name: Names }[]>('parts').notNull().default([]),
  /** A source out of use stays with what was searched in it. */
  inUse: bool('in_use').notNull().default(true),
  version: int('version').notNull().default(1),
});

/** `written`: by our letter only; `on-site`: in its own reading room. */
export type SourceAccess = 'open' | 'registration' | 'on-site' | 'written';

export const partners = table('partners', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  country: text('country').notNull(),
  name: json<Names>('name').notNull(),
  contactName: text('contact_name').notNull().default(''),
  email: text('email').notNull().default(''),
  telephone: text('telephone').notNull().default(''),
  address: text('address').notNull().default(''),
  website: text('website').notNull().default(''),
  /** What this body holds or can do, as staff wrote it. */
  holds: text('holds').notNull().default(''),
  note: text('note').notNull().default(''),
  language: text<Language>('language').notNull().default('ru'),
  /** Calendar days in which an answer is expected. */
  answersIn: int('answers_in').notNull().default(30),
  inUse: bool('in_use').notNull().default(true),
  version: int('version').notNull().default(1),
});

/** What a partner may see of one case for a time: the address carries a random token, we hold its hash. */
export const partnerLinks = table(
  'partner_links',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    givenBy: text('given_by')
      .notNull()
      .references(() => staff.id),
    givenAt: int('given_at').notNull(),
    endsAt: int('ends_at').notNull(),
    endedAt: int('ended_at'),
    openedCount: int('opened_count').notNull().default(0),
    lastOpenedAt: int('last_opened_at'),
  },
  (t) => [uniqueIndex('partner_links_token').on(t.tokenHash), index('partner_links_case').on(t.caseId)],
);

/** What we ask one applicant; the answer may be typed by the applicant or recorded by staff. */
export const questions = table(
  'questions',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    text: text('text').notNull(),
    askedBy: text('asked_by')
      .notNull()
      .references(() => staff.id),
    askedAt: int('asked_at').notNull(),
    answer: text('answer'),
    answeredAt: int('answered_at'),
    answerRecordedBy: text('answer_recorded_by').references(() => staff.id),
    /** Set when the search goes on without an answer. */
    closedAt: int('closed_at'),
  },
  (t) => [
    index('questions_case').on(t.caseId),
    index('questions_application').on(t.applicationId),
    index('questions_answered').on(t.answeredAt),
  ],
);

export type RequestState = 'draft' | 'sent' | 'closed';

/** Our letter to an archive, commissariat or partner: about one case or several. */
export const archiveRequests = table(
  'archive_requests',
  {
    id: text('id').primaryKey(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    sourceKey: text('source_key')
      .notNull()
      .references(() => sources.key),
    /** Closed when every case of it has its answer, or nobody waits for one any more. */
    state: text<RequestState>('state').notNull().default('sent'),
    language: text<Language>('language').notNull().default('ru'),
    number: text('number').notNull(),
    channel: text<'post' | 'email' | 'in-person'>('channel').notNull(),
    text: text('text').notNull(),
    version: int('version').notNull().default(1),
    writtenBy: text('written_by')
      .notNull()
      .references(() => staff.id),
    writtenAt: int('written_at').notNull().default(0),
    /** Null while a draft. */
    sentAt: int('sent_at'),
    expectedOn: text('expected_on').notNull(),
  },
  (t) => [
    index('archive_requests_partner').on(t.partnerId, t.sentAt),
    index('archive_requests_state').on(t.state, t.expectedOn),
  ],
);

/** One case of a request, open until its answer is recorded. */
export const requestCases = table(
  'request_cases',
  {
    requestId: text('request_id')
      .notNull()
      .references(() => archiveRequests.id),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    outcome: text<SearchOutcome>('outcome'),
    /** What the body wrote about this man. */
    answer: text('answer').notNull(),
    /** What the answer changed in the search. */
    changed: text('changed').notNull(),
    answeredAt: int('answered_at'),
    answerRecordedBy: text('answer_recorded_by').references(() => staff.id),
  },
  (t) => [
    uniqueIndex('request_cases_pair').on(t.requestId, t.caseId),
    index('request_cases_case').on(t.caseId, t.answeredAt),
    index('request_cases_answered').on(t.answeredAt),
  ],
);

/** A reminder of a request that was not answered. */
export const requestReminders = table(
  'request_reminders',
  {
    id: text('id').primaryKey(),
    requestId: text('request_id')
      .notNull()
      .references(() => archiveRequests.id),
    channel: text<'post' | 'email' | 'in-person' | 'telephone'>('channel').notNull(),
    text: text('text').notNull(),
    /** The day until which an answer is expected now. */
    expectedOn: text('expected_on').notNull(),
    sentBy: text('sent_by')
      .notNull()
      .references(() => staff.id),
    sentAt: int('sent_at').notNull(),
  },
  (t) => [index('request_reminders_request').on(t.requestId, t.sentAt)],
);

/**
 * `approved` by the signatory, `registered` under its outgoing number; then `sent`, `handed-over` or `cannot-be-sent` with the
 * reason why. `discarded`: a draft nobody wanted.
 */
export type LetterState = 'draft' | 'approved' | 'registered' | 'sent' | 'handed-over' | 'cannot-be-sent' | 'discarded';

/** Our reply to one applicant (or, without one, to the family of a found soldier). */
export const letters = table(
  'letters',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    applicationId: text('application_id').references(() => applications.id),
    partnerId: text('partner_id').references(() => partners.id),
    kind: text('kind').notNull(),
    language: text<Language>('language').notNull(),
    text: text('text').notNull(),
    state: text<LetterState>('state').notNull(),
    channel: text<'post' | 'email' | 'in-person' | 'telephone'>('channel'),
    writtenBy: text('written_by')
      .notNull()
      .references(() => staff.id),
    writtenAt: int('written_at').notNull(),
    settledAt: int('settled_at'),
    /** Why a letter cannot reach the applicant. */
    reason: text('reason').notNull(),
    version: int('version').notNull().default(1),
    /** The conclusion that a result states. */
    conclusionId: text('conclusion_id').references(() => conclusions.id),
    /** The wrong letter that this one corrects. */
    correctsId: text('corrects_id'),
    lastEditedBy: text('last_edited_by').references(() => staff.id),
    approvedBy: text('approved_by').references(() => staff.id),
    approvedAt: int('approved_at'),
    /** Outgoing number: of the chancellery, or of our own counter. */
    number: text('number'),
    /** The day (museum time) it was registered under. */
    numberedOn: text('numbered_on'),
    registeredBy: text('registered_by').references(() => staff.id),
    /** Everything the sheet is made from, as it stood when the letter was approved: made again, it is the same sheet. */
    frozen: json<Record<string, unknown> | null>('frozen'),
    /** SHA-256 of the sheet (PDF). */
    sheetSha256: text('sheet_sha256'),
    /** To whom it was sent or handed, in words. */
    recipient: text('recipient').notNull().default(''),
    settledBy: text('settled_by').references(() => staff.id),
  },
  (t) => [
    // With what says whether and when it answered, which is asked of every case and application at once.
    index('letters_case').on(t.caseId, t.settledAt, t.kind, t.state),
    index('letters_application').on(t.applicationId, t.settledAt, t.kind, t.state),
    index('letters_state').on(t.state, t.writtenAt),
    index('letters_conclusion').on(t.conclusionId),
    uniqueIndex('letters_number').on(t.number),
  ],
);
