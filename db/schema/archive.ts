import { index, int, json, table, text, uniqueIndex } from '../columns';
import { sources } from './correspondence';

export type ImportState = 'waiting' | 'running' | 'done' | 'failed' | 'withdrawn';

export const imports = table('imports', {
  id: text('id').primaryKey(),
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
  importedBy: text('imported_by'),
  startedAt: int('started_at').notNull(),
  finishedAt: int('finished_at'),
});

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
    row: json<Record<string, string> | null>('row'),
  },
  (t) => [uniqueIndex('rejected_rows_line').on(t.importId, t.line)],
);

/**
 * One row of one source about one man. `row` and the columns after it are exactly what was written there and never change
 * (kept by trigger); a changed row of the source becomes a new version. What stands after `searchText` can be rebuilt.
 */
export const archiveRecords = table(
  'archive_records',
  {
    id: text('id').primaryKey(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    sourceKey: text('source_key').notNull(),
    sourceRecordId: text('source_record_id').notNull(),
    version: int('version').notNull(),
    contentHash: text('content_hash').notNull(),
    row: json<Record<string, string>>('row').notNull(),
    surname: text('surname').notNull(),
    givenName: text('given_name').notNull(),
    patronymic: text('patronymic').notNull(),
    birth: text('birth').notNull(),
    birthPlace: text('birth_place').notNull(),
    draftPlace: text('draft_place').notNull(),
    rank: text('rank').notNull(),
    unit: text('unit').notNull(),
    fate: text('fate').notNull(),
    lossDate: text('loss_date').notNull(),
    lossPlace: text('loss_place').notNull(),
    primaryBurial: text('primary_burial').notNull(),
    currentBurial: text('current_burial').notNull(),
    citation: text('citation').notNull(),
    url: text('url').notNull(),
    notes: text('notes').notNull(),
    kin: text('kin').notNull(),
    searchText: text('search_text').notNull(),
    placeText: text('place_text').notNull(),
    birthEdtf: text('birth_edtf'),
    birthEarliest: text('birth_earliest'),
    birthLatest: text('birth_latest'),
    lossEdtf: text('loss_edtf'),
    lossEarliest: text('loss_earliest'),
    lossLatest: text('loss_latest'),
    supersededAt: int('superseded_at'),
  },
  (t) => [
    uniqueIndex('archive_records_version').on(t.sourceKey, t.sourceRecordId, t.version),
    index('archive_records_import').on(t.importId),
  ],
);
