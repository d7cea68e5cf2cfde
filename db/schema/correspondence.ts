import { bool, index, int, json, table, text } from '../columns';
import { applications, type Language } from './applications';
import { cases, type SearchOutcome } from './cases';
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
});

export const partners = table('partners', {
  id: text('id').primaryKey(),
  kind: text('kind').notNull(),
  country: text('country').notNull(),
  name: json<Names>('name').notNull(),
});

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
  (t) => [index('questions_case').on(t.caseId), index('questions_application').on(t.applicationId)],
);

/** Our letter to an archive, commissariat or partner, with its answer. Open until answered. */
export const archiveRequests = table(
  'archive_requests',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id),
    sourceKey: text('source_key')
      .notNull()
      .references(() => sources.key),
    number: text('number').notNull(),
    channel: text<'post' | 'email' | 'in-person'>('channel').notNull(),
    text: text('text').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => staff.id),
    sentAt: int('sent_at').notNull(),
    expectedOn: text('expected_on').notNull(),
    outcome: text<SearchOutcome>('outcome'),
    answer: text('answer'),
    answeredAt: int('answered_at'),
  },
  (t) => [index('archive_requests_case').on(t.caseId), index('archive_requests_partner').on(t.partnerId)],
);

export type LetterState = 'draft' | 'sent' | 'handed-over' | 'cannot-be-sent';

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
  },
  (t) => [index('letters_case').on(t.caseId), index('letters_application').on(t.applicationId)],
);
