'use server';
/** Registering an application that came on paper, by telephone, by visit or by e-mail. */
import { redirect } from 'next/navigation';
import { isoDay } from '@/components/desk/register-day';
import type { ActionState } from '@/components/form/types';
import { postedAnswers } from '@/components/site/apply-fields';
import { registerApplication } from '@/domain/applications/commands';
import { type Answers, known, steps } from '@/domain/applications/fields';
import { fullName } from '@/domain/names';
import { DomainError } from '@/domain/result';
import { carryOut, pageLocale } from './action';
import { dropHandover, keepHandover } from './register-handover';
import { staffOrVisitor } from './session';

/** Registers and leads to what is handed over. The same form sent again answers without a message: it is registered already. */
export async function registerAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const actor = await staffOrVisitor();
    const { channel, receivedOn, language, consentHow = '' } = values;
    const answers: Answers = Object.assign({}, ...steps.map((step) => postedAnswers(step, values)));
    const input = { channel, receivedOn: isoDay(receivedOn), language, consentHow, answers };
    const { caseId, reference, code } = await registerApplication(actor, input);
    // Whoever may register is a member of staff: the table says so.
    if (!('staffId' in actor)) throw new DomainError('access.sign-in');
    const name = fullName({
      surname: known(answers.surname),
      givenName: known(answers.givenName),
      patronymic: known(answers.patronymic),
    });
    await keepHandover(actor, {
      caseId,
      reference,
      code,
      name,
      language: language as 'kk' | 'ru' | 'en',
      why: 'registered',
    });
    redirect(`/${locale}/desk/applications/registered`);
  });
}

/** Forgets reference and code in this browser and goes on to the next application. */
export async function registerNextAction(data: FormData): Promise<void> {
  const done = await carryOut(data, async () => {
    await dropHandover();
    return undefined;
  });
  if (done?.ok) redirect(`/${await pageLocale()}/desk/applications/new`);
}
