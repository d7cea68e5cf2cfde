/** When an applicant goes: invitations end, what they said about the memory page is theirs no longer. */
import { eq, inArray, sql } from 'drizzle-orm';
import { invitations, memoryConsents } from '@/db/schema';
import type { WriteDb } from '@/db/store';

/** Inside the change that erases an application or passes it on: their words are wiped, what stood open is withdrawn. */
export async function endInvitations(tx: WriteDb, applicationId: string): Promise<void> {
  await tx
    .update(invitations)
    .set({
      state: sql`case when ${inArray(invitations.state, ['invited', 'accepted', 'asked'])} then 'withdrawn' else ${invitations.state} end`,
      persons: null,
      answer: '',
      version: sql`${invitations.version} + 1`,
    })
    .where(eq(invitations.applicationId, applicationId));
  // An agreement was theirs to give: whoever follows is asked anew.
  await tx.delete(memoryConsents).where(eq(memoryConsents.applicationId, applicationId));
}
