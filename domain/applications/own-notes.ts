import { and, eq } from 'drizzle-orm';
import { events } from '@/db/schema';
import { read } from '../database';

/** Ids of the notes an applicant wrote: the reason given with a withdrawal stands among ours, its event says who acted. */
export async function ownNotes(applicationId: string): Promise<string[]> {
  const rows = await read()
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.kind, 'note.written'), eq(events.actorId, applicationId)));
  return rows.map(({ data }) => (JSON.parse(data) as { noteId: string }).noteId);
}

/** Ids of notes that belong to what staff did with the application itself: how an identity was checked, why it was passed on. */
export async function notesOfEvents(applicationId: string): Promise<string[]> {
  const rows = await read().select({ data: events.data }).from(events).where(eq(events.applicationId, applicationId));
  return rows.flatMap(({ data }) => (JSON.parse(data) as { noteId?: string }).noteId ?? []);
}
