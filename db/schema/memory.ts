/** The public memory: pages of the returned names, and objections to what stands there. */
import { index, int, json, table, text, uniqueIndex } from '../columns';
import { applications, type Language } from './applications';
import { cases } from './cases';
import type { Names } from './correspondence';
import { attachments } from './relatives';
import { staff } from './staff';

/** `asked`: the family reads the draft and says whether it may be published. */
export type MemoryState = 'draft' | 'asked' | 'published' | 'withdrawn';

/**
 * What is told of one soldier beside his burial: written by the museum from what the family sent, shown only while the case may be
 * published at all. One page a case.
 */
export const memoryPages = table(
  'memory_pages',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    state: text<MemoryState>('state').notNull(),
    /** Paragraphs in each language; a language without a story is empty. */
    story: json<Names>('story').notNull(),
    version: int('version').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => staff.id),
    writtenAt: int('written_at').notNull(),
    publishedBy: text('published_by').references(() => staff.id),
    publishedAt: int('published_at'),
    withdrawnAt: int('withdrawn_at'),
  },
  (t) => [uniqueIndex('memory_pages_case').on(t.caseId), index('memory_pages_state').on(t.state, t.publishedAt)],
);

/** Photographs of a memory page, in order, each with what it shows. */
export const memoryPhotos = table(
  'memory_photos',
  {
    pageId: text('page_id')
      .notNull()
      .references(() => memoryPages.id),
    attachmentId: text('attachment_id')
      .notNull()
      .references(() => attachments.id),
    position: int('position').notNull(),
    caption: json<Names>('caption').notNull(),
  },
  (t) => [uniqueIndex('memory_photos_pair').on(t.pageId, t.attachmentId)],
);

/** What an applicant says of the draft of the page before it is published. */
export const memoryConsents = table(
  'memory_consents',
  {
    pageId: text('page_id')
      .notNull()
      .references(() => memoryPages.id),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    /** The version of the page they read. */
    version: int('version').notNull(),
    answer: text<'agreed' | 'objected'>('answer').notNull(),
    words: text('words').notNull(),
    answeredAt: int('answered_at').notNull(),
    /** Null when they answered by themselves on their page. */
    recordedBy: text('recorded_by').references(() => staff.id),
  },
  (t) => [
    uniqueIndex('memory_consents_pair').on(t.pageId, t.applicationId),
    index('memory_consents_application').on(t.applicationId),
  ],
);

export type ObjectionState = 'received' | 'upheld' | 'declined';

/** Somebody says that something public is wrong or should not be there. Name, contact and text are erasable. */
export const objections = table(
  'objections',
  {
    id: text('id').primaryKey(),
    number: int('number').notNull(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    /** What they object to: the entry in the register, the memory page, or the appeal. */
    about: text<'burial' | 'memory' | 'appeal'>('about').notNull(),
    aboutId: text('about_id').notNull(),
    state: text<ObjectionState>('state').notNull(),
    language: text<Language>('language').notNull(),
    text: text('text').notNull(),
    name: text('name').notNull(),
    contact: text('contact').notNull(),
    /** Whether they say that they are of the family. */
    relative: text<'yes' | 'no'>('relative').notNull(),
    receivedAt: int('received_at').notNull(),
    /** Why it was upheld or declined, in words for whoever asked. */
    note: text('note').notNull(),
    decidedBy: text('decided_by').references(() => staff.id),
    decidedAt: int('decided_at'),
    version: int('version').notNull(),
  },
  (t) => [
    uniqueIndex('objections_number').on(t.number),
    index('objections_state').on(t.state, t.receivedAt),
    index('objections_case').on(t.caseId),
  ],
);

/** A case kept off every public page by a manager, whatever the consents say, until it is lifted. */
export const publicationHolds = table(
  'publication_holds',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    objectionId: text('objection_id').references(() => objections.id),
    heldAt: int('held_at').notNull(),
    heldBy: text('held_by')
      .notNull()
      .references(() => staff.id),
    liftedAt: int('lifted_at'),
    liftedBy: text('lifted_by').references(() => staff.id),
  },
  (t) => [index('publication_holds_case').on(t.caseId, t.liftedAt)],
);
