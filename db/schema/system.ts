import { index, int, json, table, text } from '../columns';

export const settings = table('settings', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
});

/** Exceptions over Monday to Friday: days off and working Saturdays. */
export const holidays = table('holidays', {
  day: text('day').primaryKey(),
  kind: text<'off' | 'working'>('kind').notNull(),
  nameKk: text('name_kk').notNull(),
  nameRu: text('name_ru').notNull(),
  nameEn: text('name_en').notNull(),
});

/**
 * What happened, in order. Append-only by trigger; each row is chained to the one before by its hash. Names fields, never
 * their values: free text and personal data live in erasable tables.
 */
export const events = table(
  'events',
  {
    seq: int('seq').primaryKey(),
    at: int('at').notNull(),
    actorRole: text('actor_role').notNull(),
    actorId: text('actor_id'),
    kind: text('kind').notNull(),
    caseId: text('case_id'),
    applicationId: text('application_id'),
    subjectId: text('subject_id'),
    /** JSON exactly as it was hashed. */
    data: text('data').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    index('events_case').on(t.caseId, t.seq),
    index('events_application').on(t.applicationId, t.seq),
    index('events_kind').on(t.kind, t.at),
  ],
);

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Long work for the worker: a row survives a crash and is taken up again when its lease has run out. */
export const jobs = table(
  'jobs',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    input: json<Record<string, string>>('input').notNull(),
    state: text<JobState>('state').notNull(),
    progress: json<Record<string, number>>('progress'),
    error: text('error'),
    attempts: int('attempts').notNull(),
    leaseUntil: int('lease_until'),
    createdBy: text('created_by'),
    createdAt: int('created_at').notNull(),
    finishedAt: int('finished_at'),
  },
  (t) => [index('jobs_state').on(t.state, t.createdAt)],
);

/** Forms already carried out, by the key made for the page: a double click or a sent-again post is done once. */
export const doneOnce = table('done_once', {
  key: text('key').primaryKey(),
  at: int('at').notNull(),
});
