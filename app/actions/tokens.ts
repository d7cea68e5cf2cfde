'use server';
/** Forms about the tokens of programs. */
import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import type { ActionState } from '@/components/form/types';
import { endToken, giveToken } from '@/domain/staff/tokens';
import { carryOut } from './action';
import { deskAction } from './desk-action';
import { staffOrVisitor } from './session';

/** The only time the token is said: on a line of its own, so that nothing else is copied with it. */
export async function giveTokenAction(_previous: ActionState, data: FormData): Promise<ActionState> {
  return carryOut(data, async ({ values, locale }) => {
    const { token } = await giveToken(await staffOrVisitor(), values);
    const t = await getTranslations({ locale, namespace: 'tokens' });
    refresh();
    return { message: t('given'), list: [token] };
  });
}

export const endTokenAction = deskAction(endToken);
