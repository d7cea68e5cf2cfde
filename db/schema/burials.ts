import { bool, index, int, json, real, table, text } from '../columns';
import { type BurialKind, type BurialPrecision, cases, conclusions } from './cases';
import type { Names } from './correspondence';
import { staff } from './staff';

/** A grave or site: as the report named it, and what it is called and belongs to today. */
export const burialPlaces = table(
  'burial_places',
  {
    id: text('id').primaryKey(),
    reportedName: text('reported_name').notNull(),
    reportedRegion: text('reported_region').notNull(),
    /** ISO 3166 code, former states included. */
    reportedCountry: text('reported_country').notNull(),
    presentName: json<Names>('present_name').notNull(),
    regionToday: json<Names>('region_today').notNull(),
    /** ISO 3166 code of a present country, entered by a manager; null until then. */
    countryToday: text('country_today'),
    latitude: real('latitude'),
    longitude: real('longitude'),
    coordinatePrecision: text<BurialPrecision>('coordinate_precision'),
    /** A marked, tended cemetery or memorial: only then exact coordinates are public. */
    marked: bool('marked').notNull(),
    /** A disputed place: shown to the public by its region alone, without a country. */
    regionOnly: bool('region_only').notNull(),
    /** How to get there, for whoever wants to visit; empty where nobody wrote it. */
    visit: json<Names>('visit').notNull().default({ kk: '', ru: '', en: '' }),
    version: int('version').notNull(),
    enteredBy: text('entered_by')
      .notNull()
      .references(() => staff.id),
  },
  (t) => [index('burial_places_country').on(t.countryToday)],
);

/** This soldier lies there: made by a confirmed conclusion, ended when that conclusion falls. */
export const burials = table(
  'burials',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    conclusionId: text('conclusion_id')
      .notNull()
      .references(() => conclusions.id),
    burialPlaceId: text('burial_place_id')
      .notNull()
      .references(() => burialPlaces.id),
    kind: text<BurialKind>('kind').notNull(),
    precision: text<BurialPrecision>('precision').notNull(),
    establishedAt: int('established_at').notNull(),
    endedAt: int('ended_at'),
  },
  (t) => [index('burials_case').on(t.caseId), index('burials_place').on(t.burialPlaceId)],
);
