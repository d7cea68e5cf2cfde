/** When an applicant goes: invitations end, what they said about the memory page is theirs no longer. */
import { eq, sql } from 'drizzle-orm';
import { ceremonies, invitations, memoryConsents, trips } from '@/db/schema';
import type { WriteDb } from '@/db/store';

/**
 * Inside the change that erases an application or passes it on: their words are wiped. Every invitation to what was not held is
 * withdrawn, a declined one too, so that whoever follows can be invited or ask; who went on what was held stays.
 */
export async function endInvitations(tx: WriteDb, applicationId: string): Promise<void> {
  const rows = await tx
    .select({ id: invitations.id, trip: trips.state, ceremony: ceremonies.state })
    .from(invitations)
    .leftJoin(trips, eq(trips.id, invitations.tripId))
    .leftJoin(ceremonies, eq(ceremonies.id, invitations.ceremonyId))
    .where(eq(invitations.applicationId, applicationId));
  for (const { id, trip, ceremony } of rows) {
    const ended = { state: 'withdrawn', persons: null, documentsSeen: [] as string[] } as const;
    await tx
      .update(invitations)
      .set({
        ...((trip ?? ceremony) === 'held' ? {} : ended),
        answer: '',
        version: sql`${invitations.version} + 1`,
      })
      .where(eq(invitations.id, id));
  }
  // An agreement was theirs to give: whoever follows is asked anew.
  await tx.delete(memoryConsents).where(eq(memoryConsents.applicationId, applicationId));
}
