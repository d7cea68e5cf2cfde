'use server';
import { redirect } from 'next/navigation';
/** Finds and their men, leads and appeals: one line a command of the desk, and what a visitor tells us. */
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/form/types';
import { changeAppeal, endAppeal, publishAppeal, writeAppeal } from '@/domain/community/appeals';
import { changeFind, changeFoundMan, closeFind, enterFind, enterFoundMan, reopenFind } from '@/domain/community/finds';
import { matchFoundMan, openCaseOfFound, partFoundMan, refuseFoundMan } from '@/domain/community/found-men';
import { answerLead, eraseLead, linkLead, sendLead, setLeadAside } from '@/domain/community/leads';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { visitor } from './public-draft';
import { staffOrVisitor } from './session';

export const changeFindAction = deskAction(changeFind);
export const closeFindAction = deskAction(closeFind);
export const reopenFindAction = deskAction(reopenFind);
export const enterFoundManAction = deskAction(enterFoundMan);
export const changeFoundManAction = deskAction(changeFoundMan);
export const matchFoundManAction = deskAction(matchFoundMan);
export const refuseFoundManAction = deskAction(refuseFoundMan);
export const partFoundManAction = deskAction(partFoundMan);
export const linkLeadAction = deskAction(linkLead);
export const answerLeadAction = deskAction(answerLead);
export const setLeadAsideAction = deskAction(setLeadAside);
export const eraseLeadAction = deskAction(eraseLead);
export const writeAppealAction = deskAction(writeAppeal);
export const changeAppealAction = deskAction(changeAppeal);
export const publishAppealAction = deskAction(publishAppeal);
export const endAppealAction = deskAction(endAppeal);

/** Enters a find and leads to its page, where the men are added. */
export async function enterFindAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { findId } = await enterFind(await staffOrVisitor(), values);
    redirect(`/${locale}/desk/finds/${findId}`);
  });
}

/** Opens a case for a found man and leads to it. */
export async function openCaseOfFoundAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { caseId } = await openCaseOfFound(await staffOrVisitor(), values);
    redirect(`/${locale}/desk/cases/${caseId}`);
  });
}

/**
 * What a visitor knows. A form that fills in the field no person sees is answered as if it had been kept: a program learns nothing.
 */
export async function sendLeadAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { website, ...told }, locale }) => {
    if (website) return (await getTranslations({ locale, namespace: 'tellUs.thanks' }))('plain');
    const { number } = await sendLead(await visitor(), { ...told, language: locale });
    redirect(`/${locale}/tell-us?sent=${number}`);
  });
}
