'use server';
/** Forms of the tracking page about trips and ceremonies. */
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { answerInvitation, askToJoin } from '@/domain/community/invitation-answers';
import { carryOut } from './action';
import { applicant } from './public-applicant';

export async function answerInvitationAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    const { invitationId, answer, persons, words } = values;
    await answerInvitation(actor, { applicationId, invitationId, answer, persons, words });
    redirect(`/${locale}/track?done=invitationAnswered`);
  });
}

export async function askToJoinAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    const { tripId, persons, words } = values;
    await askToJoin(actor, { applicationId, tripId, persons, words });
    redirect(`/${locale}/track?done=joinAsked`);
  });
}
