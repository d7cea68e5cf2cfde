/** Guessing slowed down: attempts counted in the database, across processes and restarts. Real time, never the museum's clock. */
import { and, eq, like, lt, sql } from 'drizzle-orm';
import { throttles } from '@/db/schema';
import { bookkeep } from './change';
import { DomainError } from './result';

type Limit = {
  /** Attempts allowed in a window. */ attempts: number /** Length of the window in milliseconds. */;
  window: number;
};

const minutes = 60_000;

export const limits = {
  'sign-in.account': { attempts: 5, window: 15 * minutes },
  'sign-in.address': { attempts: 30, window: 15 * minutes },
  'track.reference': { attempts: 8, window: 15 * minutes },
  'track.address': { attempts: 30, window: 15 * minutes },
  // Operators of mobile lines put many people behind one address.
  'send.address': { attempts: 60, window: 60 * minutes },
  'draft.address': { attempts: 300, window: 60 * minutes },
  'upload.address': { attempts: 150, window: 60 * minutes },
  'upload.application': { attempts: 200, window: 24 * 60 * minutes },
  'message.application': { attempts: 20, window: 24 * 60 * minutes },
  'code.address': { attempts: 10, window: 60 * minutes },
  'share.address': { attempts: 60, window: 15 * minutes },
  'objection.address': { attempts: 10, window: 60 * minutes },
  'lead.address': { attempts: 10, window: 60 * minutes },
  'code.email': { attempts: 4, window: 60 * minutes },
  // Figures for everybody: one question a second for ten minutes.
  'statistics.address': { attempts: 600, window: 10 * minutes },
  // Programs: ten requests a second for ten minutes; whoever comes with wrong tokens is guessing.
  'token.use': { attempts: 6000, window: 10 * minutes },
  'token.address': { attempts: 60, window: 15 * minutes },
} as const satisfies Record<string, Limit>;

/**
 * Counts one attempt before it is made, so that attempts at the same moment are counted, too.
 * @throws DomainError `access.too-many-attempts` with the minutes to wait
 */
export async function countAttempt(kind: keyof typeof limits, subject: string): Promise<void> {
  const limit: Limit = limits[kind];
  const key = `${kind}:${subject.slice(0, 200)}`;
  const at = Date.now();
  const wait = await bookkeep(async (tx) => {
    const [row] = await tx.select().from(throttles).where(eq(throttles.key, key));
    if (!row || row.windowStart + limit.window <= at) {
      const fresh = { windowStart: at, count: 1 };
      await tx
        .insert(throttles)
        .values({ key, ...fresh })
        .onConflictDoUpdate({ target: throttles.key, set: fresh });
      return 0;
    }
    if (row.count >= limit.attempts) return row.windowStart + limit.window - at;
    await tx
      .update(throttles)
      .set({ count: row.count + 1 })
      .where(eq(throttles.key, key));
    return 0;
  });
  if (wait > 0) throw new DomainError('access.too-many-attempts', {}, { minutes: Math.ceil(wait / minutes) });
}

/** Takes one attempt back that turned out right: many who sign in behind one address are no guessers. */
export async function takeBackAttempt(kind: keyof typeof limits, subject: string): Promise<void> {
  await bookkeep(async (tx) => {
    await tx
      .update(throttles)
      .set({ count: sql`case when ${throttles.count} > 0 then ${throttles.count} - 1 else 0 end` })
      .where(eq(throttles.key, `${kind}:${subject.slice(0, 200)}`));
  });
}

/** Forgets the attempts of one subject after a success. */
export async function forgetAttempts(kind: keyof typeof limits, subject: string): Promise<void> {
  await bookkeep(async (tx) => {
    await tx.delete(throttles).where(eq(throttles.key, `${kind}:${subject.slice(0, 200)}`));
  });
}

/** Removes counters whose windows are over; called by the worker. */
export async function sweepAttempts(): Promise<void> {
  await bookkeep(async (tx) => {
    for (const [kind, { window }] of Object.entries(limits))
      await tx
        .delete(throttles)
        .where(and(like(throttles.key, `${kind}:%`), lt(throttles.windowStart, Date.now() - window)));
  });
}
