'use server';
/** Forms of the tracking page beside following it: a word to the museum, and the way back in when the code is lost. */
import { setTimeout } from 'node:timers/promises';
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { askForCode, renewByLink } from '@/domain/applications/codes';
import { writeMessage } from '@/domain/correspondence/messages';
import { carryOut } from './action';
import { keepNewCode } from './new-code';
import { applicant } from './public-applicant';
import { visitor } from './public-draft';

export async function writeMessageAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    await writeMessage(actor, { applicationId, text: values.text });
    redirect(`/${locale}/track?done=written`);
  });
}

/** Milliseconds after which every answer goes out, longer than any of the work takes: the wait tells nothing about an address. */
const answersAfter = 1000;

export async function askForCodeAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const waited = setTimeout(answersAfter);
    await askForCode(await visitor(), { email: values.email });
    await waited;
    redirect(`/${locale}/track/lost-code?asked=yes`);
  });
}

/** Makes the new code; it is seen on the page this leads to, for a quarter of an hour. */
export async function renewByLinkAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    await keepNewCode(await renewByLink(await visitor(), { token: values.token }));
    redirect(`/${locale}/track/new-code`);
  });
}
