/** The history of a case, read off the events: who did what when, and why. */
import { desc, eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { events, notes, staff } from '@/db/schema';
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
  reason: string | null;
};

/** Everything recorded about a case, newest first. */
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
      .limit(500);
    const lines = rows.map(({ event, by }) => ({
      seq: event.seq,
      at: event.at,
      kind: event.kind as EventKind,
      by,
      role: event.actorRole,
      data: JSON.parse(event.data) as Record<string, unknown>,
    }));
    const noteIds = lines.flatMap((line) => (typeof line.data.noteId === 'string' ? [line.data.noteId] : []));
    const reasons = new Map(
      noteIds.length === 0
        ? []
        : (await read().select({ id: notes.id, text: notes.text }).from(notes).where(inArray(notes.id, noteIds))).map(
            (note) => [note.id, note.text],
          ),
    );
    return lines.map((line) => ({ ...line, reason: reasons.get(String(line.data.noteId)) ?? null }));
  },
);
