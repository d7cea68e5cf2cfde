import { bool, index, int, json, table, text, uniqueIndex } from '../columns';
import { staff } from './staff';

/** The work on one sought soldier; what his relatives wrote stays with their applications. */
export const cases = table(
  'cases',
  {
    id: text('id').primaryKey(),
    number: int('number').notNull(),
    origin: text<'application' | 'find' | 'grave-list'>('origin').notNull(),
    status: text('status').notNull(),
    statusSince: int('status_since').notNull(),
    version: int('version').notNull(),
    assigneeId: text('assignee_id').references(() => staff.id),
    /** The status from which the open question was asked; an answer moves the case back there. */
    askedFrom: text('asked_from'),
    surname: text('surname').notNull(),
    givenName: text('given_name').notNull(),
    patronymic: text('patronymic').notNull(),
    otherSpellings: text('other_spellings').notNull(),
    /** Every spelling folded to plain lower-case letters, for the lookup of cases by name. */
    searchText: text('search_text').notNull(),
    birth: text('birth').notNull(),
    birthEdtf: text('birth_edtf'),
    birthEarliest: text('birth_earliest'),
    birthLatest: text('birth_latest'),
    birthPlace: text('birth_place').notNull(),
    draftPlace: text('draft_place').notNull(),
    receivedAt: int('received_at').notNull(),
    /** Day (museum time) to which a manager extended the term, with the reason in a note. */
    extendedTo: text('extended_to'),
    /** The act by which it was taken over from the old register, with page and row, and the guards that rest on it. */
    takeoverId: text('takeover_id'),
    takeoverPlace: text('takeover_place').notNull().default(''),
    takeoverRests: json<string[]>('takeover_rests').notNull().default([]),
    /** Not reopened since: no clock runs, and those guards rest on the act. */
    takeoverStands: bool('takeover_stands').notNull().default(false),
  },
  (t) => [
    uniqueIndex('cases_number').on(t.number),
    index('cases_status').on(t.status, t.statusSince),
    // With the id, so that the cases in one's hands are read off the index alone.
    index('cases_assignee').on(t.assigneeId, t.status, t.id),
    index('cases_received').on(t.receivedAt),
    index('cases_takeover').on(t.takeoverId, t.id),
    index('cases_origin').on(t.origin, t.id),
  ],
);

/** One case joined to another as the same man: a link that can be undone, the rows stay whole. */
export const caseJoins = table(
  'case_joins',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    intoId: text('into_id')
      .notNull()
      .references(() => cases.id),
    statusBefore: text('status_before').notNull(),
    joinedAt: int('joined_at').notNull(),
    partedAt: int('parted_at'),
  },
  (t) => [index('case_joins_case').on(t.caseId), index('case_joins_into').on(t.intoId)],
);

/** Free text of staff about a case: reasons of moves and internal notes. Erasable; events hold only its id. */
export const notes = table(
  'notes',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text<'note' | 'reason'>('kind').notNull(),
    text: text('text').notNull(),
    writtenBy: text('written_by').references(() => staff.id),
    writtenAt: int('written_at').notNull(),
  },
  (t) => [index('notes_case').on(t.caseId, t.writtenAt)],
);

export type SearchOutcome = 'found' | 'nothing' | 'impossible' | 'not-applicable';

/** One look into one source for one case. */
export const searches = table(
  'searches',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    sourceKey: text('source_key').notNull(),
    asked: text('asked').notNull(),
    outcome: text<SearchOutcome>('outcome').notNull(),
    reason: text('reason').notNull(),
    searchedBy: text('searched_by').references(() => staff.id),
    searchedAt: int('searched_at').notNull(),
    /** Keys of the parts of the source it covered; empty: the whole of it. */
    parts: json<string[]>('parts').notNull().default([]),
    /** The request whose answer it records. */
    requestId: text('request_id'),
    /** Logged by mistake: it stays to be read, and counts for nothing. */
    withdrawnAt: int('withdrawn_at'),
    withdrawnBy: text('withdrawn_by').references(() => staff.id),
  },
  (t) => [
    index('searches_case').on(t.caseId, t.sourceKey, t.searchedAt),
    index('searches_source').on(t.sourceKey, t.outcome, t.searchedAt, t.withdrawnAt),
  ],
);

/** A record or document that a person attached as belonging to the case. */
export const evidence = table(
  'evidence',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    recordId: int('record_id'),
    citation: text('citation').notNull(),
    states: text('states').notNull(),
    attachedBy: text('attached_by')
      .notNull()
      .references(() => staff.id),
    attachedAt: int('attached_at').notNull(),
    removedAt: int('removed_at'),
  },
  (t) => [index('evidence_case').on(t.caseId), index('evidence_record').on(t.recordId)],
);

/** What a piece of evidence outside the archive index says, field by field, as written there. */
export const evidenceFacts = table(
  'evidence_facts',
  {
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
    field: text('field').notNull(),
    value: text('value').notNull(),
  },
  (t) => [uniqueIndex('evidence_facts_field').on(t.evidenceId, t.field)],
);

/** Where sources disagree: which value the case goes by, and why. The others stay beside it. */
export const factChoices = table(
  'fact_choices',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    field: text('field').notNull(),
    /** As written in its source. */
    value: text('value').notNull(),
    origin: text<'application' | 'evidence' | 'staff'>('origin').notNull(),
    /** The application or piece of evidence. */
    originId: text('origin_id'),
    noteId: text('note_id')
      .notNull()
      .references(() => notes.id),
    chosenBy: text('chosen_by')
      .notNull()
      .references(() => staff.id),
    chosenAt: int('chosen_at').notNull(),
    endedAt: int('ended_at'),
  },
  (t) => [index('fact_choices_case').on(t.caseId, t.field)],
);

/** Fate and burial proposed by one person, confirmed or sent back by another. */
export const conclusions = table(
  'conclusions',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    state: text<'proposed' | 'confirmed' | 'rejected' | 'superseded'>('state').notNull(),
    fate: text('fate').notNull(),
    /** Marked by a manager beyond the fates that always are. */
    sensitive: bool('sensitive').notNull(),
    fateDate: text('fate_date').notNull(),
    burialPlaceId: text('burial_place_id'),
    burialKind: text<BurialKind>('burial_kind'),
    burialPrecision: text<BurialPrecision>('burial_precision'),
    summary: text('summary').notNull(),
    proposedBy: text('proposed_by')
      .notNull()
      .references(() => staff.id),
    proposedAt: int('proposed_at').notNull(),
    lastEditedBy: text('last_edited_by')
      .notNull()
      .references(() => staff.id),
    releasedBy: text('released_by').references(() => staff.id),
    releasedAt: int('released_at'),
    decidedBy: text('decided_by').references(() => staff.id),
    decidedAt: int('decided_at'),
    /** Taken back after it was confirmed: it was another man. Who was told of it must hear so. */
    revokedBy: text('revoked_by').references(() => staff.id),
    revokedAt: int('revoked_at'),
  },
  (t) => [index('conclusions_case').on(t.caseId, t.state), index('conclusions_state').on(t.state, t.revokedAt)],
);

/** The evidence a conclusion rests on. */
export const conclusionEvidence = table(
  'conclusion_evidence',
  {
    conclusionId: text('conclusion_id')
      .notNull()
      .references(() => conclusions.id),
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
  },
  (t) => [
    uniqueIndex('conclusion_evidence_pair').on(t.conclusionId, t.evidenceId),
    index('conclusion_evidence_evidence').on(t.evidenceId),
  ],
);

export type BurialKind = 'primary' | 'reburial' | 'unknown';
export type BurialPrecision = 'country' | 'region' | 'settlement' | 'site' | 'grave';
