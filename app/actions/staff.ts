'use server';
/** Forms about people: signing in, one's own password, the members of staff. */
import { refresh } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { encode } from 'next-auth/jwt';
import { getTranslations } from 'next-intl/server';
import { authOptions } from '@/auth';
import { isoDay } from '@/components/desk/register-day';
import type { ActionState } from '@/components/form/types';
import { authorize } from '@/domain/access';
import { verifyChain } from '@/domain/audit';
import { DomainError } from '@/domain/result';
import { addStaff, changePassword, changeStaff, grantConfirming, resetPassword } from '@/domain/staff/commands';
import { actorOf, signInLimits, signInStaff, signOut } from '@/domain/staff/sessions';
import { carryOut, pageLocale } from './action';
import { deskAction } from './desk-action';
import { clientAddress, staffOrVisitor, staffToken } from './session';

/** Signs in; whoever was signed in here before is signed out. */
export async function signInAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { email, password }, locale }) => {
    const token = await signInStaff({ email, password }, await clientAddress());
    const before = await staffToken();
    if (before) await signOut(before);
    await keepSession(token);
    const actor = await actorOf(token);
    const mustChange = 'passwordChangeDue' in actor && actor.passwordChangeDue;
    redirect(`/${locale}/desk${mustChange ? '/account' : ''}`);
  });
}

/** The cookie that next-auth itself would set: made here, so that the form needs no script and refuses in the reader's language. */
async function keepSession(signInToken: string): Promise<void> {
  const { secret = '', cookies: names } = authOptions();
  const session = names?.sessionToken;
  if (!session) throw new Error('The session cookie has no name');
  const maxAge = signInLimits.staff.absolute / 1000;
  const value = await encode({ token: { signInToken }, secret, maxAge });
  (await cookies()).set(session.name, value, { ...session.options, maxAge });
}

export async function changePasswordAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { repeat, ...input }, locale }) => {
    const actor = await staffOrVisitor();
    if (repeat !== input.password) throw new DomainError('input.invalid', { repeat: 'password.not-repeated' });
    await changePassword(actor, input);
    if ('passwordChangeDue' in actor && actor.passwordChangeDue) redirect(`/${locale}/desk`);
    refresh();
    return (await getTranslations({ locale, namespace: 'account' }))('changed');
  });
}

export const addStaffAction = deskAction(addStaff, async ({ password }) => (await staffWords())('added', { password }));

export const resetPasswordAction = deskAction(resetPassword, async ({ password }) =>
  (await staffWords())('wasReset', { password }),
);

export const changeStaffAction = deskAction(changeStaff);

export async function grantConfirmingAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values: { until, ...input } }) => {
    await grantConfirming(await staffOrVisitor(), { ...input, until: isoDay(until) });
    refresh();
    return undefined;
  });
}

/** Checks the chain of events from the first to the last; changes nothing. */
export async function verifyChainAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ locale }) => {
    await authorize(await staffOrVisitor(), 'audit.read');
    const { events, brokenAt } = await verifyChain();
    if (brokenAt !== null) throw new DomainError('audit.broken', {}, { seq: brokenAt });
    return (await getTranslations({ locale, namespace: 'audit' }))('whole', { n: events });
  });
}

const staffWords = async () => getTranslations({ locale: await pageLocale(), namespace: 'staff' });
