import { bool, index, int, json, table, text, uniqueIndex } from '../columns';
import { cases } from './cases';
import { staff } from './staff';

export type Channel = 'web' | 'post' | 'telephone' | 'visit' | 'email';
export type Language = 'kk' | 'ru' | 'en';

/** What one relative sent: the relative, the kinship, what is known of the soldier. Relatives never see each other. */
export const applications = table(
  'applications',
  {
    id: text('id').primaryKey(),
    reference: text('reference').notNull().unique(),
    codeSalt: text('code_salt').notNull(),
    codeHash: text('code_hash').notNull(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    channel: text<Channel>('channel').notNull(),
    language: text<Language>('language').notNull(),
    receivedAt: int('received_at').notNull(),
    registeredBy: text('registered_by').references(() => staff.id),
    /** What is known of the soldier and of the search so far, field by field as written; `?` stands for "don't know". */
    answers: json<Record<string, string>>('answers').notNull(),
    applicantName: text('applicant_name').notNull(),
    kinship: text('kinship').notNull(),
    telephone: text('telephone').notNull(),
    email: text('email').notNull(),
    postalAddress: text('postal_address').notNull(),
    region: text('region').notNull(),
    birthYear: int('birth_year'),
    helperName: text('helper_name').notNull(),
    helperContact: text('helper_contact').notNull(),
    newsTo: text<'applicant' | 'helper'>('news_to').notNull(),
    /** How the applicant wants to learn a result first; the tracking page shows it only after that. */
    tellFirst: text<'page' | 'voice' | 'letter'>('tell_first').notNull(),
    withdrawnAt: int('withdrawn_at'),
    /** Everything personal was wiped at the applicant's wish; the row stays as a marker, so that figures stay true. */
    erasedAt: int('erased_at'),
  },
  // Each with what the statistics read beside it, so that the rows themselves, which are long, are left alone.
  (t) => [
    index('applications_case').on(t.caseId, t.receivedAt, t.withdrawnAt),
    index('applications_received').on(t.receivedAt, t.withdrawnAt, t.caseId, t.id),
    index('applications_channel').on(t.channel, t.receivedAt),
    index('applications_region').on(t.region, t.receivedAt),
  ],
);

export type ConsentKind = 'processing' | 'publication' | 'sharing' | 'ceremonies';

/** Each consent by itself, with how it was given and the version of the text that was read. */
export const consents = table(
  'consents',
  {
    id: text('id').primaryKey(),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    kind: text<ConsentKind>('kind').notNull(),
    how: text<'web' | 'signature' | 'word-of-mouth'>('how').notNull(),
    textVersion: text('text_version').notNull(),
    givenAt: int('given_at').notNull(),
    recordedBy: text('recorded_by').references(() => staff.id),
    revokedAt: int('revoked_at'),
    /** When a consent by word of mouth was confirmed in writing. */
    confirmedAt: int('confirmed_at'),
  },
  (t) => [index('consents_application').on(t.applicationId, t.kind)],
);

/** An application being written; reached by a link whose token we keep only as a hash. */
export const drafts = table(
  'drafts',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    language: text<Language>('language').notNull(),
    answers: json<Record<string, string>>('answers').notNull(),
    createdAt: int('created_at').notNull(),
    updatedAt: int('updated_at').notNull(),
    applicationId: text('application_id').references(() => applications.id),
    /** The access code, shown again after a lost connection for one day after sending, then wiped. */
    codeOnce: text('code_once'),
    usable: bool('usable').notNull(),
  },
  (t) => [uniqueIndex('drafts_token').on(t.tokenHash), index('drafts_updated').on(t.updatedAt)],
);
