'use server';
/** Large type on the public pages: remembered by a cookie that says no more than that. */
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { largeTypeCookie } from '@/components/site/large-type';
import { requestPath } from '@/components/site/request-path';
import { env } from '@/env';
import { localeOfPath } from '@/messages/preferred-locale';
import { carryOut } from './action';

const year = 365 * 24 * 3600;

/** Turns large type on, or off where it is on, and shows the same page again. */
export async function switchTypeAction(data: FormData): Promise<void> {
  const done = await carryOut(data, async () => {
    const store = await cookies();
    const isLarge = store.get(largeTypeCookie)?.value === '1';
    const cookie = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: env.isSecure };
    store.set(largeTypeCookie, isLarge ? '' : '1', { ...cookie, maxAge: isLarge ? 0 : year });
    return undefined;
  });
  // With script the answer already carries the page in its new size, and what was typed stays; a plain post is led back.
  const path = await requestPath();
  const isPlain = !(await headers()).has('next-action');
  if (done?.ok && isPlain && /^\/\w/.test(path) && localeOfPath(path)) redirect(path);
}
