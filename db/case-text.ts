/** The full text of cases (SQLite's FTS5): made by a migration of its own, since the tables in the schema can be no virtual ones. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row a case under its number: every word that staff may read about it, folded, once. Erased words are wiped from its pages. */
export const caseText = sqliteTable('case_text', {
  number: integer('rowid').primaryKey(),
  words: text('words').notNull(),
});
