'use server';
/** Forms of the desk about trips and ceremonies. */
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { changeCeremony, moveCeremony, planCeremony, showCeremony, writeProtocol } from '@/domain/community/ceremonies';
import { addSoldier, removeSoldier } from '@/domain/community/ceremony-cases';
import { answerInvitation } from '@/domain/community/invitation-answers';
import {
  agreeToJoin,
  inviteToCeremony,
  inviteToTrip,
  markDocumentsSeen,
  withdrawInvitation,
} from '@/domain/community/invitations';
import {
  addCeremonyParticipant,
  addTripParticipant,
  removeCeremonyParticipant,
  removeTripParticipant,
} from '@/domain/community/participants';
import { addStage, changeStage, removeStage } from '@/domain/community/trip-stages';
import { changeTrip, moveTrip, planTrip, showTrip } from '@/domain/community/trips';
import { pageLocale } from './action';
import { deskAction } from './desk-action';

const invited = async ({ invited: n }: { invited: number }) => {
  const t = await getTranslations({ locale: await pageLocale(), namespace: 'journey' });
  return t('families.done', { n });
};

export const planTripAction = deskAction(planTrip, async ({ tripId }) =>
  redirect(`/${await pageLocale()}/desk/trips/${tripId}`),
);
export const changeTripAction = deskAction(changeTrip);
export const showTripAction = deskAction(showTrip);
export const moveTripAction = deskAction(moveTrip);
export const addStageAction = deskAction(addStage);
export const changeStageAction = deskAction(changeStage);
export const removeStageAction = deskAction(removeStage);
export const addTripParticipantAction = deskAction(addTripParticipant);
export const removeTripParticipantAction = deskAction(removeTripParticipant);
export const planCeremonyAction = deskAction(planCeremony, async ({ ceremonyId }) =>
  redirect(`/${await pageLocale()}/desk/ceremonies/${ceremonyId}`),
);
export const changeCeremonyAction = deskAction(changeCeremony);
export const showCeremonyAction = deskAction(showCeremony);
export const moveCeremonyAction = deskAction(moveCeremony);
export const writeProtocolAction = deskAction(writeProtocol);
export const addSoldierAction = deskAction(addSoldier);
export const removeSoldierAction = deskAction(removeSoldier);
export const addCeremonyParticipantAction = deskAction(addCeremonyParticipant);
export const removeCeremonyParticipantAction = deskAction(removeCeremonyParticipant);
export const inviteToTripAction = deskAction(inviteToTrip, invited);
export const inviteToCeremonyAction = deskAction(inviteToCeremony, invited);
export const agreeToJoinAction = deskAction(agreeToJoin);
export const withdrawInvitationAction = deskAction(withdrawInvitation);
export const markDocumentsSeenAction = deskAction(markDocumentsSeen);
export const recordAnswerToInvitationAction = deskAction(answerInvitation);
