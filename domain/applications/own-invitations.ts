/** What an applicant was asked to: journeys, ceremonies, the page about their soldier; and what they said to it. */
import { asc, eq } from 'drizzle-orm';
import { ceremonies, invitations, memoryConsents, type Names, trips } from '@/db/schema';
import { read } from '../database';

type Invitation = typeof invitations.$inferSelect;
type Agreement = typeof memoryConsents.$inferSelect;

/** Moments are milliseconds since 1970 (UTC). */
export type OwnInvitation = Pick<
  Invitation,
  'state' | 'persons' | 'answer' | 'invitedAt' | 'answeredAt' | 'documentsSeen'
> & { title: Names };

export type OwnAgreement = Pick<Agreement, 'answer' | 'words' | 'answeredAt'>;

export async function invitationsOf(applicationId: string): Promise<OwnInvitation[]> {
  const rows = await read()
    .select({
      trip: trips.title,
      ceremony: ceremonies.title,
      state: invitations.state,
      persons: invitations.persons,
      answer: invitations.answer,
      invitedAt: invitations.invitedAt,
      answeredAt: invitations.answeredAt,
      documentsSeen: invitations.documentsSeen,
    })
    .from(invitations)
    .leftJoin(trips, eq(trips.id, invitations.tripId))
    .leftJoin(ceremonies, eq(ceremonies.id, invitations.ceremonyId))
    .where(eq(invitations.applicationId, applicationId))
    .orderBy(asc(invitations.invitedAt), asc(invitations.id));
  return rows.map(({ trip, ceremony, ...row }) => ({ ...row, title: trip ?? ceremony ?? { kk: '', ru: '', en: '' } }));
}

export const agreementsOf = (applicationId: string): Promise<OwnAgreement[]> =>
  read()
    .select({
      answer: memoryConsents.answer,
      words: memoryConsents.words,
      answeredAt: memoryConsents.answeredAt,
    })
    .from(memoryConsents)
    .where(eq(memoryConsents.applicationId, applicationId))
    .orderBy(asc(memoryConsents.answeredAt));
