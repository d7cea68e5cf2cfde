/** Derived from everything else, for speed: made anew from the cases at any time, and never the only place of anything. */
import { sql } from 'drizzle-orm';
import { bool, index, int, table, text, uniqueIndex } from '../columns';

/** What stands in `dueDay` of a case without a term: after every day. */
export const noDay = '~';

/**
 * One row a case: what lists sort and filter by, kept by `change()` in step with its case. `number` is the case's own, so that the
 * full text and the queue meet by it.
 */
export const caseQueue = table(
  'case_queue',
  {
    number: int('number').primaryKey(),
    caseId: text('case_id').notNull(),
    /** Place of the status in the pipeline's table. */
    statusRank: int('status_rank').notNull(),
    statusSince: int('status_since').notNull(),
    /** Empty while nobody holds it. */
    assigneeId: text('assignee_id').notNull(),
    /** Nearest kinship of its applicants (0 to 3), then the year of birth of the oldest: rank × 10,000 + year. */
    urgency: int('urgency').notNull(),
    /** Surname and given name in the order of the Kazakh alphabet. */
    nameKey: text('name_key').notNull(),
    receivedAt: int('received_at').notNull(),
    /** Applications not withdrawn, those of joined cases included. */
    applications: int('applications').notNull(),
    lastWordAt: int('last_word_at'),
    resultAt: int('result_at'),
    extendedTo: text('extended_to'),
    takeoverStands: bool('takeover_stands').notNull(),
    /** Empty where no clock runs. */
    dueKind: text('due_kind').notNull(),
    /** Museum day, or `noDay`. */
    dueDay: text('due_day').notNull(),
  },
  (t) => [
    uniqueIndex('case_queue_case').on(t.caseId),
    index('case_queue_urgency').on(t.urgency, t.receivedAt),
    index('case_queue_name').on(t.nameKey),
    index('case_queue_received').on(t.receivedAt),
    index('case_queue_status').on(t.statusRank, t.statusSince),
    index('case_queue_status_falling').on(sql`status_rank desc`, t.statusSince),
    index('case_queue_due').on(t.dueDay),
    index('case_queue_status_number').on(t.statusRank),
    index('case_queue_status_urgency').on(t.statusRank, t.urgency, t.receivedAt),
    index('case_queue_status_name').on(t.statusRank, t.nameKey),
    index('case_queue_status_received').on(t.statusRank, t.receivedAt),
    index('case_queue_status_due').on(t.statusRank, t.dueDay),
    index('case_queue_assignee').on(t.assigneeId, t.statusRank, t.urgency, t.receivedAt),
    index('case_queue_assignee_due').on(t.assigneeId, t.dueDay),
  ],
);

/** How many cases stand in a status with a person, so that nobody counts a hundred thousand of them for a page. */
export const caseCounts = table(
  'case_counts',
  {
    statusRank: int('status_rank').notNull(),
    assigneeId: text('assignee_id').notNull(),
    cases: int('cases').notNull(),
  },
  (t) => [uniqueIndex('case_counts_pair').on(t.statusRank, t.assigneeId)],
);

/** Cases whose words in the full text are older than the case: the worker takes them in. */
export const staleTexts = table('stale_texts', {
  caseId: text('case_id').primaryKey(),
});

/** How long a case stood in which status: read off the events, so that any day of the past can be counted. */
export const caseSpells = table(
  'case_spells',
  {
    caseId: text('case_id').notNull(),
    status: text('status').notNull(),
    fromAt: int('from_at').notNull(),
    /** Null while it stands there. */
    untilAt: int('until_at'),
  },
  (t) => [
    index('case_spells_case').on(t.caseId, t.fromAt),
    index('case_spells_status').on(t.status, t.fromAt, t.untilAt, t.caseId),
  ],
);
