/** Who opened the file of a person: one row a member of staff, case and day. */
import { and, count, desc, eq, gte, lte, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, fileOpenings, staff } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { query, unrecordedCommand } from '../command';
import { read } from '../database';
import { day, id, line, whole } from '../input';
import type { StaffActor } from '../permissions';
import { dayOf } from '../working-days';

/** Milliseconds within which looking again is the same opening: a page comes anew after every form. */
const sameLook = 10 * 60_000;

/** Records that whoever asks opened the file of a case. */
export const recordOpening = unrecordedCommand(
  'case.read',
  z.strictObject({ caseId: id() }),
  async ({ caseId }, { actor, tx }) => {
    const at = now();
    const row = { caseId, staffId: staffIdOf(actor), day: dayOf(at), times: 1, firstAt: at, lastAt: at };
    await tx
      .insert(fileOpenings)
      .values(row)
      .onConflictDoUpdate({
        target: [fileOpenings.caseId, fileOpenings.staffId, fileOpenings.day],
        set: { times: sql`${fileOpenings.times} + 1`, lastAt: at },
      });
  },
);

/** As `recordOpening`, for a page that comes anew after every form: what is read again within ten minutes is one opening. */
export async function openedFile(actor: StaffActor, caseId: string): Promise<void> {
  const [last] = await read()
    .select({ at: fileOpenings.lastAt })
    .from(fileOpenings)
    .where(
      and(eq(fileOpenings.caseId, caseId), eq(fileOpenings.staffId, actor.staffId), eq(fileOpenings.day, dayOf(now()))),
    );
  if (!last || now() - last.at >= sameLook) await recordOpening(actor, { caseId });
}

export type Opening = {
  caseId: string;
  number: number;
  staffId: string;
  name: string;
  /** Museum day. */
  day: string;
  times: number;
  firstAt: number;
  lastAt: number;
};

const optionalDay = () => z.optional(z.union([day(), z.literal('')]));

/** Who opened which file on which day, the last opening first. `from` and `to` are museum days, both included. */
export const openingList = query(
  'opening.read',
  z.strictObject({
    caseId: line(36),
    member: line(36),
    from: optionalDay(),
    to: optionalDay(),
    limit: z._default(whole(1, 200), 50),
    offset: z._default(whole(0, 1_000_000_000), 0),
  }),
  async ({ caseId, member, from, to, limit, offset }): Promise<{ total: number; rows: Opening[] }> => {
    const where = and(
      caseId ? eq(fileOpenings.caseId, caseId) : undefined,
      member ? eq(fileOpenings.staffId, member) : undefined,
      from ? gte(fileOpenings.day, from) : undefined,
      to ? lte(fileOpenings.day, to) : undefined,
    );
    const [counted] = await read().select({ total: count() }).from(fileOpenings).where(where);
    const rows = await read()
      .select({
        caseId: fileOpenings.caseId,
        number: cases.number,
        staffId: fileOpenings.staffId,
        name: staff.name,
        day: fileOpenings.day,
        times: fileOpenings.times,
        firstAt: fileOpenings.firstAt,
        lastAt: fileOpenings.lastAt,
      })
      .from(fileOpenings)
      .innerJoin(cases, eq(cases.id, fileOpenings.caseId))
      .innerJoin(staff, eq(staff.id, fileOpenings.staffId))
      .where(where)
      .orderBy(desc(fileOpenings.lastAt))
      .limit(limit)
      .offset(offset);
    return { total: counted?.total ?? 0, rows };
  },
);
