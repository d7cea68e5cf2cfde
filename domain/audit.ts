/** The event table as a whole: shown to those who audit, and checked against its own hashes. */
import { and, asc, count, desc, eq, gt, gte, lte, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { events, staff } from '@/db/schema';
import { eventHash } from './change';
import { query } from './command';
import { read } from './database';
import { day, line, whole } from './input';
import { endOfDay, startOfDay } from './working-days';

export type AuditRow = {
  seq: number;
  /** Milliseconds since 1970 (UTC), by the museum's clock. */
  at: number;
  kind: string;
  actorRole: string;
  /** The member of staff or the application that acted; null for visitors and the system. */
  actorId: string | null;
  /** The name of the member of staff; never that of an applicant. */
  actorName: string | null;
  caseId: string | null;
  applicationId: string | null;
  subjectId: string | null;
  /** Names of fields, ids and codes: events hold no personal values. */
  data: Readonly<Record<string, unknown>>;
};

const optionalDay = () => z.optional(z.union([day(), z.literal('')]));

/**
 * Events, newest first. `actor` is an id (staff or application) or a role; `from` and `to` are days of the museum, both
 * included. What is left out or empty does not filter.
 */
export const auditTrail = query(
  'audit.read',
  z.strictObject({
    kind: line(60),
    actor: line(60),
    caseId: line(60),
    from: optionalDay(),
    to: optionalDay(),
    limit: z._default(whole(1, 200), 50),
    offset: z._default(whole(0, 1_000_000_000), 0),
  }),
  async ({ kind, actor, caseId, from, to, limit, offset }): Promise<{ total: number; rows: AuditRow[] }> => {
    const where = and(
      kind ? eq(events.kind, kind) : undefined,
      actor ? or(eq(events.actorId, actor), eq(events.actorRole, actor)) : undefined,
      caseId ? eq(events.caseId, caseId) : undefined,
      from ? gte(events.at, startOfDay(from)) : undefined,
      to ? lte(events.at, endOfDay(to)) : undefined,
    );
    const [counted] = await read().select({ total: count() }).from(events).where(where);
    const rows = await read()
      .select({
        seq: events.seq,
        at: events.at,
        kind: events.kind,
        actorRole: events.actorRole,
        actorId: events.actorId,
        actorName: staff.name,
        caseId: events.caseId,
        applicationId: events.applicationId,
        subjectId: events.subjectId,
        data: events.data,
      })
      .from(events)
      .leftJoin(staff, eq(staff.id, events.actorId))
      .where(where)
      .orderBy(desc(events.seq))
      .limit(limit)
      .offset(offset);
    return { total: counted?.total ?? 0, rows: rows.map((row) => ({ ...row, data: JSON.parse(row.data) })) };
  },
);

/** Rows of one page: no read lasts across an await. */
const pageSize = 1000;

/**
 * Recomputes the hash chain from the first event to the last, in pages, while writing goes on.
 * @returns how many events verify up to the break or the end, and `brokenAt`: the number of the first event that was changed
 * or is missing; null when all verify. Events cut off at the end leave no trace in the chain itself.
 */
export async function verifyChain(): Promise<{ events: number; brokenAt: number | null }> {
  let verified = 0;
  let prevHash = '';
  for (;;) {
    const page = await read()
      .select()
      .from(events)
      .where(gt(events.seq, verified))
      .orderBy(asc(events.seq))
      .limit(pageSize);
    for (const { hash, ...row } of page) {
      if (row.seq !== verified + 1 || row.prevHash !== prevHash || eventHash(row) !== hash)
        return { events: verified, brokenAt: verified + 1 };
      verified += 1;
      prevHash = hash;
    }
    if (page.length < pageSize) return { events: verified, brokenAt: null };
  }
}
