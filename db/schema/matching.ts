import { sql } from 'drizzle-orm';
import type { Band, FieldVerdict } from '@/domain/matching/verdict';
import { bool, index, int, json, real, table, text, uniqueIndex } from '../columns';
import { cases } from './cases';
import { staff } from './staff';

export type CandidateState = 'proposed' | 'confirmed' | 'rejected' | 'unsure';
/**
 * A proposed pair of a case and an archive record, or of two cases; a suggestion, never a fact. A decision hides the pair until
 * `compared` (a digest of what was compared) changes.
 */
export const matchCandidates = table(
  'match_candidates',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id),
    recordId: int('record_id'),
    otherCaseId: text('other_case_id').references(() => cases.id),
    state: text<CandidateState>('state').notNull(),
    bits: real('bits').notNull(),
    band: text<Band>('band').notNull(),
    verdicts: json<FieldVerdict[]>('verdicts').notNull(),
    /** The next best record of the same run and how many bits it is behind; null when there was none. */
    runnerUp: json<{ recordId: number; bits: number } | null>('runner_up'),
    compared: text('compared').notNull(),
    proposedAt: int('proposed_at').notNull(),
    decidedBy: text('decided_by').references(() => staff.id),
    decidedAt: int('decided_at'),
    reason: text('reason').notNull(),
    /** The pair no longer comes out of matching (record withdrawn, case corrected): kept for its decision, not shown. */
    goneAt: int('gone_at'),
  },
  (t) => [
    uniqueIndex('match_candidates_record').on(t.caseId, t.recordId),
    uniqueIndex('match_candidates_cases').on(t.caseId, t.otherCaseId),
    index('match_candidates_state').on(t.state, t.proposedAt),
    index('match_candidates_of_record').on(t.recordId),
    // What waits for a decision, from either case of the pair.
    index('match_candidates_open').on(t.caseId).where(sql`state = 'proposed' and gone_at is null`),
    index('match_candidates_open_other').on(t.otherCaseId).where(sql`state = 'proposed' and gone_at is null`),
  ],
);

/** Two spellings that one man went by: learned from confirmed pairs or entered by hand. */
export const nameAliases = table(
  'name_aliases',
  {
    id: text('id').primaryKey(),
    /** The sounds of the two, the lesser first. */
    soundA: text('sound_a').notNull(),
    soundB: text('sound_b').notNull(),
    writtenA: text('written_a').notNull(),
    writtenB: text('written_b').notNull(),
    origin: text<'confirmed' | 'hand'>('origin').notNull(),
    times: int('times').notNull(),
    inUse: bool('in_use').notNull(),
    enteredBy: text('entered_by').references(() => staff.id),
    enteredAt: int('entered_at').notNull(),
  },
  (t) => [uniqueIndex('name_aliases_pair').on(t.soundA, t.soundB)],
);

/** Weights of the score as re-estimated from decisions; the newest in use counts, without one those of the program. */
export const matchWeights = table('match_weights', {
  id: text('id').primaryKey(),
  weights: json<unknown>('weights').notNull(),
  report: json<unknown>('report').notNull(),
  inUse: bool('in_use').notNull(),
  madeAt: int('made_at').notNull(),
});
