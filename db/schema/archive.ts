import { index, int, json, table, text, uniqueIndex } from '../columns';
import { sources } from './correspondence';

/** `prepared`: uploaded, its mapping not yet agreed to; `cancelled`: stopped by a person, nothing of it is left. */
export type ImportState = 'prepared' | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | 'withdrawn';

export const imports = table(
  'imports',
  {
    id: text('id').primaryKey(),
    /** Short number that its records carry. */
    number: int('number').notNull(),
    sourceKey: text('source_key')
      .notNull()
      .references(() => sources.key),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    format: text('format').notNull(),
    state: text<ImportState>('state').notNull(),
    read: int('read').notNull(),
    added: int('added').notNull(),
    updated: int('updated').notNull(),
    unchanged: int('unchanged').notNull(),
    duplicates: int('duplicates').notNull(),
    rejected: int('rejected').notNull(),
    /** The last line of the file that is safely in: an interrupted import goes on after it. */
    lastLine: int('last_line').notNull(),
    /** Refusal code when the file as a whole could not be read. */
    refusal: text('refusal'),
    /** The columns of the file in their order: the names of the values in every record's `row`. */
    columns: json<string[]>('columns').notNull(),
    /** Which column (as in `columns`) fills which value of a record; guessed from the layout, changed by hand in the preview. */
    mapping: json<Record<string, string>>('mapping').notNull(),
    /** The first and the last record id it has given; other imports may have given some between them. */
    firstRecord: int('first_record'),
    lastRecord: int('last_record'),
    /** Set when a person asked for it to stop; the worker takes out what is in and ends it as cancelled. */
    stopAskedAt: int('stop_asked_at'),
    importedBy: text('imported_by'),
    startedAt: int('started_at').notNull(),
    finishedAt: int('finished_at'),
  },
  (t) => [uniqueIndex('imports_number').on(t.number)],
);

/** Rows that could not be taken in, kept with line and reason for download. */
export const rejectedRows = table(
  'rejected_rows',
  {
    id: text('id').primaryKey(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    line: int('line').notNull(),
    reason: text('reason').notNull(),
    /** Fills `{detail}` of the reason's message. */
    detail: text('detail').notNull(),
    row: json<Record<string, string> | null>('row'),
  },
  (t) => [uniqueIndex('rejected_rows_line').on(t.importId, t.line)],
);

/**
 * One row of one source about one man, exactly as written there; it never changes (kept by trigger), a changed row of the source
 * becomes a new version. What the row means is read off it with its import's mapping, so better rules reach old records too;
 * what is searched stands in the search index and can be rebuilt.
 */
export const archiveRecords = table(
  'archive_records',
  {
    /** Grows with time; the search index packs it. */
    id: int('id').primaryKey(),
    importNumber: int('import_number')
      .notNull()
      .references(() => imports.number),
    /** 53-bit hash of the source's key and the document's number there (or of the row, where it has none). */
    identity: int('identity').notNull(),
    version: int('version').notNull(),
    /** 53-bit hash of the row's values. */
    content: int('content').notNull(),
    /** Every value as written, in the order of the import's columns; empty ones at the end are left out. */
    row: json<string[]>('row').notNull(),
    supersededAt: int('superseded_at'),
  },
  (t) => [index('archive_records_identity').on(t.identity)],
);
