'use server';
/** Sources and what was searched in them. */
import { redirect } from 'next/navigation';
import { logSearch, withdrawSearch } from '@/domain/archive/searches';
import { changeSource, enterSource, orderSources } from '@/domain/sources/commands';
import { pageLocale } from './action';
import { deskAction } from './desk-action';

export const logSearchAction = deskAction(logSearch);
export const withdrawSearchAction = deskAction(withdrawSearch);
export const changeSourceAction = deskAction(changeSource);
export const orderSourcesAction = deskAction(orderSources);
export const enterSourceAction = deskAction(enterSource, async ({ sourceKey }) =>
  redirect(`/${await pageLocale()}/desk/sources/${sourceKey}`),
);
