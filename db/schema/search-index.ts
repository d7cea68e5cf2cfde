/** The search index over archive records: made from them, rebuilt by command, plain enough for either engine. */
import { bytes, int, json, table, text } from '../columns';

/** Totals that weigh a name, a year or a region, and how far the index has come. */
export const indexState = table('index_state', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
});

/** A stretch of records whose postings were packed together. */
export const indexSegments = table('index_segments', {
  id: int('id').primaryKey(),
  records: int('records').notNull(),
  postings: int('postings').notNull(),
});

/** Sorted postings (key, year, record) cut into blocks; `key` of a block: segment, first key and first year in one number. */
export const indexPostings = table('index_postings', {
  key: int('key').primaryKey(),
  data: bytes('data').notNull(),
});

/** Compact facts of consecutive records, packed; `first` is the id of the first of them. */
export const indexRows = table('index_rows', {
  first: int('first').primaryKey(),
  data: bytes('data').notNull(),
});

/** Names by the skeleton of their sound (32-bit hash), each with how often it stands in which field. */
export const soundSkeletons = table('sound_skeletons', {
  id: int('id').primaryKey(),
  names: bytes('names').notNull(),
});

/** Skeletons by key: the skeleton itself and each with one sign left out (32-bit hashes). */
export const soundKeys = table('sound_keys', {
  key: int('key').primaryKey(),
  skeletons: bytes('skeletons').notNull(),
});

/** Sources by the small number that compact facts carry. */
export const indexSources = table('index_sources', {
  number: int('number').primaryKey(),
  sourceKey: text('source_key').notNull(),
});
