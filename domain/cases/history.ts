/** The history of a case, read off the events: who did what when, and why. */
import { desc, eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, events, notes, staff } from '@/db/schema';
import { query } from '../command';
import { read } from '../database';
import type { EventKind } from '../events';
import { id } from '../input';

export type HistoryLine = {
  seq: number;
  at: number;
  kind: EventKind;
  /** The member of staff; null when an applicant, a visitor or the system acted. */
  by: string | null;
  role: string;
  data: Record<string, unknown>;
  /** The text a person gave with it: a reason, or the note itself. */
  reason: string | null;
  /** Whom it was assigned to. */
  assignee: string | null;
  /** The number of the other case, where two were joined or parted. */
  otherCase: number | null;
};

/** The newest events of a case are shown; older ones stand in the audit log. */
const mostShown = 500;

/** What is recorded about a case, newest first, 500 events at most. */
export const caseHistory = query(
  'case.read',
  z.strictObject({ caseId: id() }),
  async ({ caseId }): Promise<HistoryLine[]> => {
    const rows = await read()
      .select({ event: events, by: staff.name })
      .from(events)
      .leftJoin(staff, eq(staff.id, events.actorId))
      .where(eq(events.caseId, caseId))
      .orderBy(desc(events.seq))
      .limit(mostShown);
    const lines = rows.map(({ event, by }) => ({
      seq: event.seq,
      at: event.at,
      kind: event.kind as EventKind,
      by,
      role: event.actorRole,
      data: JSON.parse(event.data) as Record<string, unknown>,
      otherId: event.kind === 'case.joined' && event.subjectId ? event.subjectId : null,
    }));
    const named = (field: string) =>
      lines.flatMap(({ data }) => (typeof data[field] === 'string' ? [data[field] as string] : []));
    const reasons = await textsOf(named('noteId'));
    const assignees = await namesOf(named('assigneeId'));
    const others = [...named('intoId'), ...named('fromId'), ...lines.flatMap(({ otherId }) => otherId ?? [])];
    const numbers = await numbersOf(others);
    return lines.map(({ otherId, ...line }) => {
      const { noteId, assigneeId, intoId, fromId } = line.data;
      return {
        ...line,
        reason: reasons.get(String(noteId)) ?? null,
        assignee: assignees.get(String(assigneeId)) ?? null,
        // The case that was joined to says in its subject which one came.
        otherCase: numbers.get(otherId ?? String(intoId ?? fromId)) ?? null,
      };
    });
  },
);

const textsOf = async (ids: string[]) =>
  new Map(
    (await read().select({ id: notes.id, text: notes.text }).from(notes).where(inArray(notes.id, ids))).map((row) => [
      row.id,
      row.text,
    ]),
  );

const namesOf = async (ids: string[]) =>
  new Map(
    (await read().select({ id: staff.id, name: staff.name }).from(staff).where(inArray(staff.id, ids))).map((row) => [
      row.id,
      row.name,
    ]),
  );

const numbersOf = async (ids: string[]) =>
  new Map(
    (await read().select({ id: cases.id, number: cases.number }).from(cases).where(inArray(cases.id, ids))).map(
      (row) => [row.id, row.number],
    ),
  );
