/** What leaves the house in figures: reports as files, and the tokens by which programs read. */
import { index, int, json, table, text, uniqueIndex } from '../columns';
import type { Language } from './applications';
import { staff } from './staff';

/** A monthly or yearly report, made by the worker; the same input gives the same bytes. */
export const reports = table(
  'reports',
  {
    id: text('id').primaryKey(),
    /** `2020` or `2020-01`. */
    period: text('period').notNull(),
    language: text<Language>('language').notNull(),
    form: text<'pdf' | 'xlsx'>('form').notNull(),
    state: text<'waiting' | 'ready' | 'failed'>('state').notNull(),
    /** SHA-256 of the file. */
    sha256: text('sha256'),
    bytes: int('bytes'),
    askedBy: text('asked_by')
      .notNull()
      .references(() => staff.id),
    askedAt: int('asked_at').notNull(),
    readyAt: int('ready_at'),
  },
  (t) => [index('reports_period').on(t.period, t.askedAt)],
);

export type TokenScope = 'cases' | 'records' | 'burials' | 'statistics';

/** A member of staff lets a program read in their name, in part and for a time; we hold the token's hash. */
export const apiTokens = table(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id')
      .notNull()
      .references(() => staff.id),
    /** What it is for. */
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    scopes: json<TokenScope[]>('scopes').notNull(),
    givenAt: int('given_at').notNull(),
    /** Real time, as sign-ins are. */
    endsAt: int('ends_at').notNull(),
    endedAt: int('ended_at'),
    lastUsedAt: int('last_used_at'),
    usedCount: int('used_count').notNull(),
  },
  (t) => [uniqueIndex('api_tokens_hash').on(t.tokenHash), index('api_tokens_staff').on(t.staffId)],
);
