import { bool, index, int, table, text } from '../columns';

export type StaffRole = 'researcher' | 'manager' | 'administrator';

export const staff = table('staff', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  role: text<StaffRole>('role').notNull(),
  passwordHash: text('password_hash').notNull(),
  /** A one-time password was given: it must be changed before anything else. */
  passwordChangeDue: bool('password_change_due').notNull(),
  active: bool('active').notNull(),
  /** Last day (museum time) on which a researcher may confirm conclusions, granted by a manager. */
  confirmsUntil: text('confirms_until'),
  createdAt: int('created_at').notNull(),
});

/** One sign-in of a member of staff or of an applicant; the browser holds the random id, we hold its hash. */
export const signIns = table(
  'sign_ins',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').references(() => staff.id),
    applicationId: text('application_id'),
    createdAt: int('created_at').notNull(),
    lastSeenAt: int('last_seen_at').notNull(),
    endsAt: int('ends_at').notNull(),
    endedAt: int('ended_at'),
  },
  (t) => [index('sign_ins_staff').on(t.staffId), index('sign_ins_application').on(t.applicationId)],
);

/** Attempts counted per key in a window, so that guessing is slowed down across processes and restarts. */
export const throttles = table('throttles', {
  key: text('key').primaryKey(),
  windowStart: int('window_start').notNull(),
  count: int('count').notNull(),
});
