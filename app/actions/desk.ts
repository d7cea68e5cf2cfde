'use server';
/** Forms of the desk: one line a command. */

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { addConsent, revokeConsent, withdrawApplication } from '@/domain/applications/commands';
import { setCountryToday } from '@/domain/burials/commands';
import {
  addNote,
  assignCase,
  correctCase,
  decideMove,
  extendTerm,
  joinCases,
  openFoundCase,
  partCase,
  takeCase,
} from '@/domain/cases/commands';
import {
  confirmConclusion,
  editConclusion,
  markSensitive,
  proposeConclusion,
  releaseConclusion,
  sendBackConclusion,
} from '@/domain/cases/conclusions';
import { attachEvidence, removeEvidence } from '@/domain/cases/evidence';
import { caseByNumber } from '@/domain/cases/queries';
import { askQuestion, closeQuestion, recordAnswer } from '@/domain/correspondence/questions';
import { carryOut, pageLocale } from './action';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

export const takeCaseAction = deskAction(takeCase);
export const assignCaseAction = deskAction(assignCase);
export const moveCaseAction = deskAction(decideMove);
export const partCaseAction = deskAction(partCase);
export const correctCaseAction = deskAction(correctCase);
export const extendTermAction = deskAction(extendTerm);
export const addNoteAction = deskAction(addNote);
export const attachEvidenceAction = deskAction(attachEvidence);
export const removeEvidenceAction = deskAction(removeEvidence);
export const proposeConclusionAction = deskAction(proposeConclusion);
export const editConclusionAction = deskAction(editConclusion);
export const markSensitiveAction = deskAction(markSensitive);
export const releaseConclusionAction = deskAction(releaseConclusion);
export const confirmConclusionAction = deskAction(confirmConclusion);
export const sendBackConclusionAction = deskAction(sendBackConclusion);
export const askQuestionAction = deskAction(askQuestion);
export const recordAnswerAction = deskAction(recordAnswer);
export const closeQuestionAction = deskAction(closeQuestion);
export const revokeConsentAction = deskAction(revokeConsent);
export const withdrawApplicationAction = deskAction(withdrawApplication);
export const addConsentAction = deskAction(addConsent);
export const setCountryTodayAction = deskAction(setCountryToday);
export const openFoundCaseAction = deskAction(openFoundCase, async ({ caseId }) =>
  redirect(`/${await pageLocale()}/desk/cases/${caseId}`),
);

/** People name a case by its number. */
export async function joinCasesAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { intoNumber, ...rest } }) => {
    const actor = await staffOrVisitor();
    const { caseId: intoId } = await caseByNumber(actor, { intoNumber });
    await joinCases(actor, { ...rest, intoId });
    refresh();
    return undefined;
  });
}
