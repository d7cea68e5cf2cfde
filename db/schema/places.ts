import { index, int, real, table, text, uniqueIndex } from '../columns';

export type PlaceKind = 'country' | 'region' | 'district' | 'settlement';

/** A country, oblast, raion or settlement, whatever it was called. */
export const places = table(
  'places',
  {
    id: text('id').primaryKey(),
    /** Small number that the search index carries. */
    number: int('number').notNull(),
    kind: text<PlaceKind>('kind').notNull(),
    /** ISO 3166 code of the country today. */
    country: text('country').notNull(),
    latitude: real('latitude'),
    longitude: real('longitude'),
    /** Where its facts come from. */
    source: text('source').notNull(),
    version: int('version').notNull(),
  },
  (t) => [uniqueIndex('places_number').on(t.number)],
);

/** What a place was called, in which language and when; years inclusive, null where open or unknown. */
export const placeNames = table(
  'place_names',
  {
    id: text('id').primaryKey(),
    placeId: text('place_id')
      .notNull()
      .references(() => places.id),
    language: text<'kk' | 'ru' | 'en' | 'de' | 'other'>('language').notNull(),
    name: text('name').notNull(),
    fromYear: int('from_year'),
    toYear: int('to_year'),
  },
  (t) => [index('place_names_place').on(t.placeId)],
);

/** What a place lay in, and when. */
export const placeParents = table(
  'place_parents',
  {
    id: text('id').primaryKey(),
    placeId: text('place_id')
      .notNull()
      .references(() => places.id),
    parentId: text('parent_id')
      .notNull()
      .references(() => places.id),
    fromYear: int('from_year'),
    toYear: int('to_year'),
  },
  (t) => [index('place_parents_place').on(t.placeId), index('place_parents_parent').on(t.parentId)],
);
