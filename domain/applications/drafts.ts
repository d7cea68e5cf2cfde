/** The application being written: kept on the server, reached by a token that only the relative's browser and link hold. */
import { and, eq, isNotNull, lt, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { drafts } from '@/db/schema';
import { bookkeep } from '../change';
import { command, query } from '../command';
import { read } from '../database';
import { hashToken, newId, newToken } from '../identity';
import { flag, oneOf, readInput } from '../input';
import { DomainError } from '../result';
import { countAttempt } from '../throttle';
import { type Answers, steps } from './fields';
import { stepSchema } from './input';

const languages = ['kk', 'ru', 'en'] as const;
const token = () => z.string().check(z.regex(/^[\w-]{20,100}$/));

/** A draft lives this long after it was last touched, in milliseconds. */
export const draftLife = 180 * 24 * 3600_000;
/** The access code can be seen again for this long after sending, in milliseconds. */
const codeLife = 24 * 3600_000;

export type Draft = {
  answers: Answers;
  language: (typeof languages)[number];
  updatedAt: number;
  /** Set once the application was sent. */
  applicationId: string | null;
  codeOnce: string | null;
};

/**
 * Saves the answers of one step, all of them or none; makes the draft when there is none yet. An `unfinished` step may lack
 * required answers: it is saved to be gone on with later.
 * @returns the token under which the draft is found
 */
export const saveDraft = command(
  'draft.write',
  z.strictObject({
    token: z.optional(token()),
    language: oneOf(languages),
    step: oneOf(steps),
    answers: z.record(z.string(), z.string()),
    unfinished: flag(),
  }),
  async ({ token: known, language, step, answers, unfinished }, { actor, tx, record }) => {
    const checked = readInput(stepSchema(step, unfinished), answers) as Answers;
    const draft = known ? await draftRow(known) : undefined;
    if (draft?.applicationId) throw new DomainError('draft.sent-already');
    // Real time: a demonstration's clock must not age drafts.
    const updatedAt = Date.now();
    const kept = { ...draft?.answers, ...checked };
    record({ kind: 'draft.saved', ...(draft ? { subjectId: draft.id } : {}), data: { step } });
    if (draft && known) {
      await tx.update(drafts).set({ answers: kept, language, updatedAt }).where(eq(drafts.id, draft.id));
      return { token: known };
    }
    if (actor.role === 'visitor') await countAttempt('draft.address', actor.address ?? 'unknown');
    const fresh = newToken();
    await tx.insert(drafts).values({
      id: newId(),
      tokenHash: hashToken(fresh),
      language,
      answers: kept,
      createdAt: updatedAt,
      updatedAt,
      usable: true,
    });
    return { token: fresh };
  },
);

/** The row behind a token; undefined when there is none. */
export async function draftRow(known: string): Promise<typeof drafts.$inferSelect | undefined> {
  const [row] = await read()
    .select()
    .from(drafts)
    .where(and(eq(drafts.tokenHash, hashToken(known)), eq(drafts.usable, true)));
  return row;
}

/** The draft behind a token, or null when it is unknown or expired. */
export const draftByToken = query(
  'draft.write',
  z.strictObject({ token: z.string() }),
  async (input): Promise<Draft | null> => {
    const row = await draftRow(input.token);
    if (!row || row.updatedAt + draftLife < Date.now()) return null;
    const { answers, language, updatedAt, applicationId, codeOnce } = row;
    return { answers, language, updatedAt, applicationId, codeOnce };
  },
);

/** Wipes access codes a day after sending and drafts nobody came back to; called by the worker. */
export async function sweepDrafts(): Promise<void> {
  const at = Date.now();
  await bookkeep(async (tx) => {
    await tx
      .update(drafts)
      .set({ codeOnce: null, answers: {}, usable: false })
      .where(and(isNotNull(drafts.applicationId), isNotNull(drafts.codeOnce), lt(drafts.updatedAt, at - codeLife)));
    await tx
      .update(drafts)
      .set({ answers: {}, usable: false })
      .where(and(eq(drafts.usable, true), or(lt(drafts.updatedAt, at - draftLife))));
  });
}
