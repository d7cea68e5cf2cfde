'use server';
/** Forms of the case page about one applicant: a word to them, a new code, another relative who goes on. */
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { renewCode } from '@/domain/applications/codes';
import { confirmConsent } from '@/domain/applications/consents';
import type { NewCode } from '@/domain/applications/new-code';
import { passOnApplication } from '@/domain/applications/passing-on';
import type { Command } from '@/domain/command';
import { markMessageSeen, writeMessage } from '@/domain/correspondence/messages';
import { fullName } from '@/domain/names';
import { DomainError } from '@/domain/result';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { type Handover, keepHandover } from './register-handover';
import { staffOrVisitor } from './session';

export const writeMessageAction = deskAction(writeMessage);
export const markMessageSeenAction = deskAction(markMessageSeen);
export const confirmConsentAction = deskAction(confirmConsent);

export async function renewCodeAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return handOver(renewCode, 'renewed', data);
}

export async function passOnAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return handOver(passOnApplication, 'passed-on', data);
}

/** Leads to the slip with the new code, which is seen there once and for a short while. */
async function handOver<Input>(command: Command<Input, NewCode>, why: Handover['why'], data: FormData) {
  return carryOut(data, async ({ values, locale }) => {
    const actor = await staffOrVisitor();
    const { caseId, reference, code, language, ...soldier } = await command(actor, values);
    // Whoever may do this is a member of staff: the table says so.
    if (!('staffId' in actor)) throw new DomainError('access.sign-in');
    await keepHandover(actor, { caseId, reference, code, name: fullName(soldier), language, why });
    redirect(`/${locale}/desk/applications/registered`);
  });
}
