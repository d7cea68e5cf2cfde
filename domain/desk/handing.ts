/** Who works on a case: handing it over, giving it back, and taking a hand-over back before anything came of it. */
import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, events, staff } from '@/db/schema';
import { staffIdOf } from '../access';
import { type CaseRow, caseForWriting, statusOf, updateCase, writeNote } from '../cases/moving';
import { pipeline } from '../cases/pipeline';
import { now } from '../clock';
import { type Context, command, query } from '../command';
import { read } from '../database';
import { id, text, version } from '../input';
import { DomainError } from '../result';
import { refuseUnfit } from './colleagues';
import { callOn } from './mentions';

/** For how long a hand-over can be taken back, in milliseconds. */
const takenBackWithin = 24 * 3600_000;

/**
 * Gives a case into somebody's hands, inside a running change; a note to them calls on them as a mention does.
 * @throws DomainError `case.assignee-unfit` at the field `assigneeId`
 */
export async function handTo(context: Context, row: CaseRow, assigneeId: string, note: string): Promise<void> {
  const { actor, tx, record } = context;
  await refuseUnfit(assigneeId);
  if (note) {
    const noteId = await writeNote(context, row.id, 'note', note);
    await callOn(tx, noteId, [assigneeId], 'staffId' in actor ? actor.staffId : '');
    record({ kind: 'note.written', caseId: row.id, data: { noteId } });
  }
  await updateCase(tx, row, { assigneeId });
  record({ kind: 'case.assigned', caseId: row.id, data: { assigneeId } });
}

/** Assigns one case of a bulk choice: the same rules, without the version of a page. @throws DomainError `case.nothing-changed` */
export const assignUnseen = command(
  'case.assign',
  z.strictObject({ caseId: id(), assigneeId: id(), note: text() }),
  async (input, context) => {
    const row = await caseForWriting(context.tx, input.caseId);
    if (row.assigneeId === input.assigneeId) throw new DomainError('case.nothing-changed');
    await handTo(context, row, input.assigneeId, input.note);
  },
);

/**
 * Gives a case back: it is free for others again, its status stays.
 * @throws DomainError `case.not-assigned`, or `case.not-open` when nothing is left to be done on it
 */
export const releaseCase = command(
  'case.assign',
  z.strictObject({ caseId: id(), version: version(), note: text() }),
  async (input, context) => {
    const row = await caseForWriting(context.tx, input.caseId, input.version);
    if (!row.assigneeId) throw new DomainError('case.not-assigned');
    if (!pipeline[statusOf(row)].open) throw new DomainError('case.not-open');
    const noteId = input.note ? await writeNote(context, row.id, 'note', input.note) : undefined;
    await release(context, row, row.assigneeId, noteId);
  },
);

async function release({ tx, record }: Context, row: CaseRow, assigneeId: string, noteId?: string): Promise<void> {
  await updateCase(tx, row, { assigneeId: null });
  record({ kind: 'case.released', caseId: row.id, data: { assigneeId, ...(noteId ? { noteId } : {}) } });
}

/**
 * Takes back a hand-over of one's own: the case goes to who had it before, or to nobody.
 * @throws DomainError `case.hand-over-stands` when it was not one's own, is older than a day, or its new assignee has begun
 */
export const takeBackCase = command(
  'case.take',
  z.strictObject({ caseId: id(), version: version() }),
  async (input, context) => {
    const row = await caseForWriting(context.tx, input.caseId, input.version);
    const last = await handOverOf(row.id, staffIdOf(context.actor));
    if (!last || last.assigneeId !== row.assigneeId) throw new DomainError('case.hand-over-stands');
    if (last.before) await handTo(context, row, last.before, '');
    else await release(context, row, last.assigneeId);
  },
);

/** The hand-over whoever asks may still take back: to whom it was made; null when there is none. */
export const standingHandOver = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }, actor) => {
  const last = 'staffId' in actor ? await handOverOf(caseId, actor.staffId) : null;
  if (!last) return null;
  const [row] = await read()
    .select({ assigneeId: cases.assigneeId, to: staff.name })
    .from(cases)
    .innerJoin(staff, eq(staff.id, cases.assigneeId))
    .where(eq(cases.id, caseId));
  return row?.assigneeId === last.assigneeId ? { to: row.to } : null;
});

/** The last hand-over of a case by this person to another, if nothing came of it yet; `before`: who had it then and still can. */
async function handOverOf(caseId: string, me: string): Promise<{ assigneeId: string; before: string | null } | null> {
  const [last, earlier] = await read()
    .select()
    .from(events)
    .where(and(eq(events.caseId, caseId), inArray(events.kind, ['case.assigned', 'case.released'])))
    .orderBy(desc(events.seq))
    .limit(2);
  if (last?.kind !== 'case.assigned' || last.actorId !== me || now() - last.at > takenBackWithin) return null;
  const { assigneeId } = JSON.parse(last.data) as { assigneeId: string };
  if (assigneeId === me) return null;
  const begun = await read()
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.caseId, caseId), gt(events.seq, last.seq), eq(events.actorId, assigneeId)))
    .limit(1);
  if (begun.length > 0) return null;
  if (earlier?.kind !== 'case.assigned') return { assigneeId, before: null };
  const before = (JSON.parse(earlier.data) as { assigneeId: string }).assigneeId;
  const [holder] = await read()
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, before), eq(staff.active, true), inArray(staff.role, ['researcher', 'manager'])));
  return { assigneeId, before: before !== assigneeId && holder ? before : null };
}
