'use server';
/** Forms about memory pages: of the desk, of the family, and objections of everybody. */
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/form/types';
import { answerMemory } from '@/domain/memory/answers';
import { freePublication, holdPublication } from '@/domain/memory/holds';
import { decideObjection, eraseObjection, sendObjection } from '@/domain/memory/objections';
import { askAboutMemory, publishMemory, withdrawMemory, writeMemory } from '@/domain/memory/pages';
import { placePhoto, removePhoto } from '@/domain/memory/photos';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { applicant } from './public-applicant';
import { visitor } from './public-draft';

export const writeMemoryAction = deskAction(writeMemory);
export const askAboutMemoryAction = deskAction(askAboutMemory);
export const publishMemoryAction = deskAction(publishMemory);
export const withdrawMemoryAction = deskAction(withdrawMemory);
export const placePhotoAction = deskAction(placePhoto);
export const removePhotoAction = deskAction(removePhoto);
export const recordMemoryAction = deskAction(answerMemory);
export const holdPublicationAction = deskAction(holdPublication);
export const freePublicationAction = deskAction(freePublication);
export const decideObjectionAction = deskAction(decideObjection);
export const eraseObjectionAction = deskAction(eraseObjection);

/** The family's own answer to the draft. */
export async function answerMemoryAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    await answerMemory(actor, { ...values, applicationId });
    redirect(`/${locale}/track?done=memory`);
  });
}

/** An objection of anybody; the page it leads to says its number. `website` is filled in by machines only, which are thanked. */
export async function sendObjectionAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { burialId, website, ...values }, locale }) => {
    if (website) return (await getTranslations({ locale, namespace: 'objection' }))('sent');
    const { number } = await sendObjection(await visitor(), { ...values, language: locale });
    redirect(`/${locale}/burials/${burialId}/object?sent=${number}`);
  });
}
