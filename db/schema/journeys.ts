/** Journeys to burial places and ceremonies, and the families that take part in them. */
import { bool, index, int, json, table, text, uniqueIndex } from '../columns';
import { applications } from './applications';
import { burialPlaces } from './burials';
import { cases } from './cases';
import { type Names, partners } from './correspondence';
import { staff } from './staff';

export type TripState = 'planned' | 'open' | 'held' | 'cancelled';

/** A journey to burial places. `open`: families are invited and may answer. */
export const trips = table(
  'trips',
  {
    id: text('id').primaryKey(),
    title: json<Names>('title').notNull(),
    state: text<TripState>('state').notNull(),
    /** Museum days, both included. */
    startsOn: text('starts_on').notNull(),
    endsOn: text('ends_on').notNull(),
    /** The last day on which a family may answer. */
    answerBy: text('answer_by').notNull(),
    /** Where and when everybody meets. */
    meeting: json<Names>('meeting').notNull(),
    /** What to bring, a line each: passport, visa, letter of invitation … */
    documents: json<Names>('documents').notNull(),
    note: json<Names>('note').notNull(),
    /** Places for relatives; null: nobody set a limit. */
    places: int('places'),
    /** Whom a family rings: name and telephone of the museum's person. */
    contact: text('contact').notNull(),
    public: bool('public').notNull(),
    version: int('version').notNull(),
    plannedBy: text('planned_by')
      .notNull()
      .references(() => staff.id),
    plannedAt: int('planned_at').notNull(),
  },
  (t) => [index('trips_state').on(t.state, t.startsOn)],
);

/** One stage of a trip: a day at a burial place, or on the way. */
export const tripStages = table(
  'trip_stages',
  {
    id: text('id').primaryKey(),
    tripId: text('trip_id')
      .notNull()
      .references(() => trips.id),
    position: int('position').notNull(),
    day: text('day').notNull(),
    /** Null for a stage that visits no grave. */
    burialPlaceId: text('burial_place_id').references(() => burialPlaces.id),
    /** What happens; with a burial place beside its name. */
    programme: json<Names>('programme').notNull(),
  },
  (t) => [index('trip_stages_trip').on(t.tripId, t.position), index('trip_stages_place').on(t.burialPlaceId)],
);

export type CeremonyState = 'planned' | 'held' | 'cancelled';
export type CeremonyKind = 'last-rite' | 'handing-over' | 'memorial' | 'other';

/** A last military rite, a handing over of remains, or an hour at a memorial. */
export const ceremonies = table(
  'ceremonies',
  {
    id: text('id').primaryKey(),
    kind: text<CeremonyKind>('kind').notNull(),
    title: json<Names>('title').notNull(),
    state: text<CeremonyState>('state').notNull(),
    /** Museum day, and the hour there where it is held, `HH:MM` or empty. */
    day: text('day').notNull(),
    time: text('time').notNull(),
    /** IANA name of the time zone of the place. */
    timeZone: text('time_zone').notNull(),
    place: json<Names>('place').notNull(),
    /** ISO 3166 code of a present country. */
    country: text('country').notNull(),
    burialPlaceId: text('burial_place_id').references(() => burialPlaces.id),
    programme: json<Names>('programme').notNull(),
    /** What was done, who spoke, who received the remains: written after it was held. */
    protocol: text('protocol').notNull(),
    /** The part of it that the public reads. */
    report: json<Names>('report').notNull(),
    contact: text('contact').notNull(),
    public: bool('public').notNull(),
    version: int('version').notNull(),
    plannedBy: text('planned_by')
      .notNull()
      .references(() => staff.id),
    plannedAt: int('planned_at').notNull(),
  },
  (t) => [index('ceremonies_state').on(t.state, t.day), index('ceremonies_day').on(t.day)],
);

/** The soldiers a ceremony is held for. */
export const ceremonyCases = table(
  'ceremony_cases',
  {
    ceremonyId: text('ceremony_id')
      .notNull()
      .references(() => ceremonies.id),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
  },
  (t) => [uniqueIndex('ceremony_cases_pair').on(t.ceremonyId, t.caseId), index('ceremony_cases_case').on(t.caseId)],
);

/** Partners and guests that take part in a ceremony or go along on a trip. */
export const participants = table(
  'participants',
  {
    id: text('id').primaryKey(),
    tripId: text('trip_id').references(() => trips.id),
    ceremonyId: text('ceremony_id').references(() => ceremonies.id),
    partnerId: text('partner_id').references(() => partners.id),
    name: text('name').notNull(),
    part: text('part').notNull(),
  },
  (t) => [index('participants_trip').on(t.tripId), index('participants_ceremony').on(t.ceremonyId)],
);

export type InvitationState = 'invited' | 'accepted' | 'declined' | 'withdrawn' | 'asked';

/** One family and one trip or ceremony: invited by us, or `asked` to come along by themselves. */
export const invitations = table(
  'invitations',
  {
    id: text('id').primaryKey(),
    tripId: text('trip_id').references(() => trips.id),
    ceremonyId: text('ceremony_id').references(() => ceremonies.id),
    applicationId: text('application_id')
      .notNull()
      .references(() => applications.id),
    state: text<InvitationState>('state').notNull(),
    /** How many of the family come; null until they say. */
    persons: int('persons'),
    /** Who comes and what they need, in the family's words. */
    answer: text('answer').notNull(),
    invitedBy: text('invited_by').references(() => staff.id),
    invitedAt: int('invited_at').notNull(),
    answeredAt: int('answered_at'),
    /** Null when the family answered by itself on its page. */
    answerRecordedBy: text('answer_recorded_by').references(() => staff.id),
    /** Documents of the list that the family has shown, by line. */
    documentsSeen: json<string[]>('documents_seen').notNull(),
    version: int('version').notNull(),
  },
  (t) => [
    uniqueIndex('invitations_trip').on(t.tripId, t.applicationId),
    uniqueIndex('invitations_ceremony').on(t.ceremonyId, t.applicationId),
    index('invitations_application').on(t.applicationId),
  ],
);
