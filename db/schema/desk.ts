/** What staff keep for themselves: tasks, mentions, saved filters, and who opened which file. */
import { index, int, table, text, uniqueIndex } from '../columns';
import { cases, notes } from './cases';
import { staff } from './staff';

/** Something to be done by somebody by a day; about a case, or about none. */
export const tasks = table(
  'tasks',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id').references(() => cases.id),
    text: text('text').notNull(),
    /** Museum day. */
    dueOn: text('due_on').notNull(),
    assigneeId: text('assignee_id')
      .notNull()
      .references(() => staff.id),
    setBy: text('set_by')
      .notNull()
      .references(() => staff.id),
    setAt: int('set_at').notNull(),
    doneAt: int('done_at'),
    doneBy: text('done_by').references(() => staff.id),
  },
  (t) => [index('tasks_assignee').on(t.assigneeId, t.doneAt, t.dueOn), index('tasks_case').on(t.caseId, t.doneAt)],
);

/** A note that calls on a colleague, until they have seen it. */
export const mentions = table(
  'mentions',
  {
    noteId: text('note_id')
      .notNull()
      .references(() => notes.id),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    seenAt: int('seen_at'),
  },
  (t) => [uniqueIndex('mentions_pair').on(t.noteId, t.staffId), index('mentions_staff').on(t.staffId, t.seenAt)],
);

/** A filter of the list of cases under a name of one's own. */
export const savedFilters = table(
  'saved_filters',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    name: text('name').notNull(),
    /** The query of the list's address, without the leading `?`. */
    query: text('query').notNull(),
    savedAt: int('saved_at').notNull(),
  },
  (t) => [uniqueIndex('saved_filters_name').on(t.staffId, t.name)],
);

/** Who opened the file of a case on which day (museum time): one row a person, case and day. */
export const fileOpenings = table(
  'file_openings',
  {
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    day: text('day').notNull(),
    times: int('times').notNull(),
    firstAt: int('first_at').notNull(),
    lastAt: int('last_at').notNull(),
  },
  (t) => [
    uniqueIndex('file_openings_day').on(t.caseId, t.staffId, t.day),
    index('file_openings_staff').on(t.staffId, t.lastAt),
    index('file_openings_last').on(t.lastAt),
  ],
);
