/** Places for relatives on a trip. */
import { and, eq, ne, sql } from 'drizzle-orm';
import { invitations, trips } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { DomainError } from '../result';

/**
 * Places nobody has taken; null where the trip has no limit.
 * @param but an invitation that is not counted, as it is the one that changes
 */
export async function placesLeft(tx: Pick<WriteDb, 'select'>, tripId: string, but = ''): Promise<number | null> {
  const [trip] = await tx.select({ places: trips.places }).from(trips).where(eq(trips.id, tripId));
  if (!trip || trip.places === null) return null;
  const [taken] = await tx
    // Whoever comes takes a place, though nobody said how many they are.
    .select({ persons: sql<number>`coalesce(sum(coalesce(${invitations.persons}, 1)), 0)` })
    .from(invitations)
    .where(and(eq(invitations.tripId, tripId), eq(invitations.state, 'accepted'), ne(invitations.id, but)));
  return Math.max(0, trip.places - (taken?.persons ?? 0));
}

/** @throws DomainError `invitation.full` when so many persons no longer find a place; the detail `left` says how many do */
export async function refuseOverfull(tx: WriteDb, tripId: string, persons: number, but = ''): Promise<void> {
  const left = await placesLeft(tx, tripId, but);
  if (left !== null && persons > left)
    throw new DomainError('invitation.full', { persons: 'invitation.full' }, { left });
}
