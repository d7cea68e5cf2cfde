/** What comes from outside: what search squads found in the field, and what members of the public told us. */
import { index, int, json, real, table, text, uniqueIndex } from '../columns';
import type { Language } from './applications';
import { cases } from './cases';
import { type Names, partners } from './correspondence';
import { staff } from './staff';

export type FindKind = 'medallion' | 'remains' | 'grave' | 'belonging' | 'other';

/** What a search squad found at one place on one occasion. Its exact place is for staff alone: looters read maps. */
export const finds = table(
  'finds',
  {
    id: text('id').primaryKey(),
    /** Of our own counter, so that people can speak of it. */
    number: int('number').notNull(),
    kind: text<FindKind>('kind').notNull(),
    /** The squad; null where it is none of our partners. */
    partnerId: text('partner_id').references(() => partners.id),
    /** Who found it, in words. */
    foundBy: text('found_by').notNull(),
    /** As written, in the date reader's forms. */
    foundOn: text('found_on').notNull(),
    place: text('place').notNull(),
    region: text('region').notNull(),
    /** ISO 3166 code of a present country, or empty. */
    country: text('country').notNull(),
    latitude: real('latitude'),
    longitude: real('longitude'),
    /** What there was: how deep, what lay with it, in what state. */
    description: text('description').notNull(),
    /** How many men the remains are of; null where there are none or nobody counted. */
    remains: int('remains'),
    /** Where remains and things are kept now. */
    keptAt: text('kept_at').notNull(),
    state: text<'open' | 'closed'>('state').notNull(),
    version: int('version').notNull(),
    enteredBy: text('entered_by')
      .notNull()
      .references(() => staff.id),
    enteredAt: int('entered_at').notNull(),
  },
  (t) => [uniqueIndex('finds_number').on(t.number), index('finds_state').on(t.state, t.enteredAt)],
);

/** One man of a find, as his medallion or thing reads: `?` one letter nobody can read, `[ае]` one of these, `…` a torn part. */
export const foundMen = table(
  'found_men',
  {
    id: text('id').primaryKey(),
    findId: text('find_id')
      .notNull()
      .references(() => finds.id),
    position: int('position').notNull(),
    surname: text('surname').notNull(),
    givenName: text('given_name').notNull(),
    patronymic: text('patronymic').notNull(),
    birth: text('birth').notNull(),
    birthPlace: text('birth_place').notNull(),
    draftPlace: text('draft_place').notNull(),
    /** Family named on it. */
    kin: text('kin').notNull(),
    /** The whole text, line by line, as it reads. */
    reading: text('reading').notNull(),
    /** The case it was found to belong to, by whom and when; null while nobody knows. */
    caseId: text('case_id').references(() => cases.id),
    matchedBy: text('matched_by').references(() => staff.id),
    matchedAt: int('matched_at'),
  },
  (t) => [index('found_men_find').on(t.findId, t.position), index('found_men_case').on(t.caseId)],
);

/** "Not the same man": a case that was looked at for a found man and put aside, with the reason in words. */
export const foundMenRefused = table(
  'found_men_refused',
  {
    manId: text('man_id')
      .notNull()
      .references(() => foundMen.id),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    reason: text('reason').notNull(),
    refusedBy: text('refused_by')
      .notNull()
      .references(() => staff.id),
    refusedAt: int('refused_at').notNull(),
  },
  (t) => [uniqueIndex('found_men_refused_pair').on(t.manId, t.caseId)],
);

/** Relatives sought: the page that asks for the family of a found soldier, in the district he was called up from. */
export const appeals = table(
  'appeals',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    state: text<'draft' | 'published' | 'ended'>('state').notNull(),
    /** What the public reads beside name, birth and district, in each language that was written. */
    text: json<Names>('text').notNull(),
    /** District of call-up as the public reads it. */
    district: text('district').notNull(),
    version: int('version').notNull(),
    writtenBy: text('written_by')
      .notNull()
      .references(() => staff.id),
    writtenAt: int('written_at').notNull(),
    publishedBy: text('published_by').references(() => staff.id),
    publishedAt: int('published_at'),
    endedAt: int('ended_at'),
  },
  (t) => [index('appeals_case').on(t.caseId), index('appeals_state').on(t.state, t.publishedAt)],
);

export type LeadState = 'new' | 'linked' | 'answered' | 'set-aside';

/** What a member of the public told us. Erasable: name, contact and text; the row stays. */
export const leads = table(
  'leads',
  {
    id: text('id').primaryKey(),
    number: int('number').notNull(),
    state: text<LeadState>('state').notNull(),
    language: text<Language>('language').notNull(),
    /** The page it was written from, when it was one: a burial, a memory page or an appeal. */
    about: text<'burial' | 'memory' | 'appeal'>('about'),
    aboutId: text('about_id'),
    /** Of whom, as far as the teller knows. */
    soldier: text('soldier').notNull(),
    text: text('text').notNull(),
    /** How they know it. */
    knownFrom: text('known_from').notNull(),
    name: text('name').notNull(),
    contact: text('contact').notNull(),
    receivedAt: int('received_at').notNull(),
    caseId: text('case_id').references(() => cases.id),
    /** What was done with it, in words of staff. */
    note: text('note').notNull(),
    decidedBy: text('decided_by').references(() => staff.id),
    decidedAt: int('decided_at'),
    erasedAt: int('erased_at'),
    version: int('version').notNull(),
  },
  (t) => [
    uniqueIndex('leads_number').on(t.number),
    index('leads_state').on(t.state, t.receivedAt),
    index('leads_case').on(t.caseId),
  ],
);
