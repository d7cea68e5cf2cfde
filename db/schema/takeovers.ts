/** The old register, taken over: a file, what each row of it means, and the one act that brought it in. */
import { index, int, json, table, text, uniqueIndex } from '../columns';
import { staff } from './staff';

/** `read`: rows are kept, nothing has come of them yet; `done`; `undone` as a whole. */
export type TakeoverState = 'read' | 'running' | 'done' | 'undoing' | 'undone' | 'failed';

export const takeovers = table('takeovers', {
  id: text('id').primaryKey(),
  fileName: text('file_name').notNull(),
  sha256: text('sha256').notNull(),
  state: text<TakeoverState>('state').notNull(),
  /** Which column of the file fills which field. */
  mapping: json<Record<string, string>>('mapping').notNull(),
  /** How the file is to be read: the order of day and month, the language of rows that do not say … */
  settings: json<Record<string, string>>('settings').notNull(),
  /** How many rows come in, wait for a person, are left out; and the figures at the end. */
  counts: json<Record<string, number>>('counts').notNull(),
  refusal: text('refusal').notNull().default(''),
  uploadedBy: text('uploaded_by')
    .notNull()
    .references(() => staff.id),
  uploadedAt: int('uploaded_at').notNull(),
  /** The manager whose recorded act it is. */
  decidedBy: text('decided_by').references(() => staff.id),
  decidedAt: int('decided_at'),
  undoneBy: text('undone_by').references(() => staff.id),
  undoneAt: int('undone_at'),
});

/** One row of the file as written, what is wrong with it, and what came of it. */
export const takeoverRows = table(
  'takeover_rows',
  {
    id: text('id').primaryKey(),
    takeoverId: text('takeover_id')
      .notNull()
      .references(() => takeovers.id),
    sheet: text('sheet').notNull(),
    /** As the spreadsheet counts. */
    row: int('row').notNull(),
    cells: json<Record<string, string>>('cells').notNull(),
    /** Corrected by hand in the preview, by field. */
    corrected: json<Record<string, string>>('corrected').notNull().default({}),
    /** What is wrong: column, code of the message, what stands there. */
    problems: json<{ column: string; code: string; detail: string; grave: boolean }[]>('problems').notNull(),
    outcome: text<'takes' | 'left-out' | 'refused' | 'taken'>('outcome').notNull(),
    caseId: text('case_id'),
    applicationId: text('application_id'),
  },
  (t) => [
    uniqueIndex('takeover_rows_place').on(t.takeoverId, t.sheet, t.row),
    index('takeover_rows_outcome').on(t.takeoverId, t.outcome),
  ],
);
