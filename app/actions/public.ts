'use server';
/** Forms of the public site: applying, and following an application. */
import { redirect } from 'next/navigation';
import type { ActionState } from '@/components/form/types';
import { postedAnswers } from '@/components/site/apply-fields';
import { pageAfter, pageToGoOn } from '@/components/site/apply-pages';
import { addConsent, revokeConsent, sendApplication, withdrawApplication } from '@/domain/applications/commands';
import { draftByToken, saveDraft } from '@/domain/applications/drafts';
import { answerQuestion } from '@/domain/correspondence/questions';
import { DomainError } from '@/domain/result';
import { signInApplicant, signInLimits, signOut } from '@/domain/staff/sessions';
import { carryOut, type Form, pageLocale } from './action';
import { applicant } from './public-applicant';
import { isStep, keepDraft, ownDraft, visitor } from './public-draft';
import { clientAddress, dropCookie, keepCookie, readCookie } from './session';

/** Saves one step and goes on: to the next one, back to the answers, or to the link under which all of it waits. */
export async function saveStepAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { step, from, later } = values;
    if (!isStep(step)) throw new DomainError('input.invalid');
    const draft = await ownDraft();
    const { token } = await saveDraft(await visitor(), {
      ...(draft && { token: draft.token }),
      language: locale,
      step,
      answers: postedAnswers(step, values),
      unfinished: later !== undefined,
    });
    await keepDraft(token);
    redirect(`/${locale}/apply/${later ? 'saved' : from === 'check' ? 'check' : pageAfter(step)}`);
  });
}

export async function sendApplicationAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ locale }) => {
    const draft = await ownDraft();
    if (!draft) throw new DomainError('draft.not-found');
    await sendApplication(await visitor(), { token: draft.token });
    redirect(`/${locale}/apply/sent`);
  });
}

/** Takes up a draft in this browser by its private link. */
export async function resumeAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const token = typed(values, 'draft');
    const draft = await draftByToken(await visitor(), { token });
    if (!draft) throw new DomainError('draft.not-found');
    await keepDraft(token);
    redirect(`/${locale}/apply/${draft.applicationId ? 'sent' : pageToGoOn(draft.answers)}`);
  });
}

/** Forgets the draft in this browser; its private link goes on leading to it. */
export async function startAnewAction(data: FormData): Promise<void> {
  const done = await carryOut(data, async () => {
    await dropCookie('izdeu.draft');
    return undefined;
  });
  if (done?.ok) redirect(`/${await pageLocale()}/apply/soldier`);
}

export async function followAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const given = { reference: typed(values, 'reference'), code: typed(values, 'code') };
    const token = await signInApplicant(given, await clientAddress());
    await keepCookie('izdeu.track', token, signInLimits.applicant.absolute / 1000);
    redirect(`/${locale}/track`);
  });
}

export async function leaveTrackingAction(data: FormData): Promise<void> {
  const done = await carryOut(data, async () => {
    const token = await readCookie('izdeu.track');
    if (token) await signOut(token);
    await dropCookie('izdeu.track');
    return undefined;
  });
  if (done?.ok) redirect(`/${await pageLocale()}/track`);
}

export async function answerQuestionAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    await answerQuestion(actor, { applicationId, questionId: values.questionId, answer: values.answer });
    redirect(`/${locale}/track?done=answered`);
  });
}

export async function revokeConsentAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    await revokeConsent(actor, { applicationId, kind: values.kind });
    redirect(`/${locale}/track?done=revoked`);
  });
}

export async function addConsentAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    await addConsent(actor, { applicationId, kind: values.kind, how: 'web' });
    redirect(`/${locale}/track?done=given`);
  });
}

export async function withdrawAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { actor, applicationId } = await applicant();
    await withdrawApplication(actor, { applicationId, reason: typed(values, 'reason') });
    redirect(`/${locale}/track?done=withdrawn`);
  });
}

const typed = (values: Form['values'], name: string): string => [values[name] ?? ''].flat().join(' ');
