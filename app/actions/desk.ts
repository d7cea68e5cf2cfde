'use server';
import { revokeConsent, withdrawApplication } from '@/domain/applications/commands';
import { logSearch } from '@/domain/archive/searches';
/** Forms of the desk: one line a command. */
import {
  addNote,
  assignCase,
  correctCase,
  decideMove,
  extendTerm,
  joinCases,
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
import { recordReply, sendRequest, settleLetter, writeLetter } from '@/domain/correspondence/commands';
import { askQuestion, closeQuestion, recordAnswer } from '@/domain/correspondence/questions';
import { deskAction } from './desk-action';

export const takeCaseAction = deskAction(takeCase);
export const assignCaseAction = deskAction(assignCase);
export const moveCaseAction = deskAction(decideMove);
export const joinCasesAction = deskAction(joinCases);
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
export const sendRequestAction = deskAction(sendRequest);
export const recordReplyAction = deskAction(recordReply);
export const writeLetterAction = deskAction(writeLetter);
export const settleLetterAction = deskAction(settleLetter);
export const logSearchAction = deskAction(logSearch);
export const revokeConsentAction = deskAction(revokeConsent);
export const withdrawApplicationAction = deskAction(withdrawApplication);
