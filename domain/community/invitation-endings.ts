/** Consent taken back, or an application withdrawn: nothing that was sent goes on. */
import { and, eq, inArray } from 'drizzle-orm';
import { ceremonies, invitations, trips } from '@/db/schema';
import type { Context } from '../command';
import { dropNotices, unreadOf } from '../news/outbox';
import { openInvitations } from './rules/journeys';

/**
 * Inside the change that ends the consent or the application: open invitations to what is still to come are withdrawn, and news of
 * them that nobody has read is dropped. What they answered stays with the desk.
 */
export async function endInvitationsOf(
  { tx, record }: Pick<Context, 'tx' | 'record'>,
  { applicationId, caseId }: { applicationId: string; caseId: string },
): Promise<void> {
  const open = await tx
    .select({ id: invitations.id, version: invitations.version, trip: trips.state, ceremony: ceremonies.state })
    .from(invitations)
    .leftJoin(trips, eq(trips.id, invitations.tripId))
    .leftJoin(ceremonies, eq(ceremonies.id, invitations.ceremonyId))
    .where(and(eq(invitations.applicationId, applicationId), inArray(invitations.state, [...openInvitations])));
  for (const { id, version, trip, ceremony } of open) {
    if ((trip ?? ceremony) === 'held') continue;
    await tx
      .update(invitations)
      .set({ state: 'withdrawn', version: version + 1 })
      .where(eq(invitations.id, id));
    record({ kind: 'invitation.withdrawn', caseId, applicationId, subjectId: id, data: { invitationId: id } });
  }
  const unread = await unreadOf(tx, applicationId);
  await dropNotices(
    tx,
    unread.filter(({ kind }) => kind === 'invitation'),
  );
}
