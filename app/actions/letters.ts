'use server';
/** Forms of the letters: one line a command. */

import { redirect } from 'next/navigation';
import { approveLetter, returnLetter } from '@/domain/correspondence/letter-approving';
import { discardLetter, editLetter, writeLetter } from '@/domain/correspondence/letter-drafting';
import { registerLetter, settleLetter } from '@/domain/correspondence/letter-registering';
import { pageLocale } from './action';
import { deskAction } from './desk-action';

export const writeLetterAction = deskAction(writeLetter, async ({ letterId }) =>
  redirect(`/${await pageLocale()}/desk/letters/${letterId}`),
);
export const editLetterAction = deskAction(editLetter);
export const discardLetterAction = deskAction(discardLetter);
export const approveLetterAction = deskAction(approveLetter);
export const returnLetterAction = deskAction(returnLetter);
export const registerLetterAction = deskAction(registerLetter);
export const settleLetterAction = deskAction(settleLetter);
