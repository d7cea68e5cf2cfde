/** Who is asking: read from the cookies and from our own sign-in row, once a request. */
import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { authOptions } from '@/auth';
import type { Actor, StaffActor } from '@/domain/permissions';
import { actorOf } from '@/domain/staff/sessions';
import { env } from '@/env';

/** The client's address, as our HTTP server found it. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get('x-client-address') ?? 'unknown';
}

/** The token of the member of staff who is signed in, if anyone is. */
export async function staffToken(): Promise<string | undefined> {
  const name = authOptions().cookies?.sessionToken?.name ?? '';
  const sealed = (await cookies()).get(name)?.value;
  if (!sealed) return undefined;
  try {
    const opened = await decode({ token: sealed, secret: env.secret });
    return typeof opened?.signInToken === 'string' ? opened.signInToken : undefined;
  } catch {
    // Sealed with another secret, too old, or made up.
    return undefined;
  }
}

/** The member of staff who asks, or a visitor. */
export const staffOrVisitor = cache(async (): Promise<Actor> => actorOf(await staffToken(), await clientAddress()));

/** The member of staff who opens a desk page; everybody else is sent to sign in, or to change a one-time password. */
export async function deskActor(locale: string, at: 'account' | 'elsewhere' = 'elsewhere'): Promise<StaffActor> {
  const actor = await staffOrVisitor();
  if (!('staffId' in actor)) redirect(`/${locale}/sign-in`);
  if (actor.passwordChangeDue && at !== 'account') redirect(`/${locale}/desk/account`);
  return actor;
}

const cookieName = (name: string) => (env.isSecure ? `__Host-${name}` : name);
const ownCookie = { httpOnly: true, sameSite: 'lax' as const, path: '/' };

export type OwnCookie = 'izdeu.track' | 'izdeu.draft';

export async function readCookie(name: OwnCookie): Promise<string | undefined> {
  return (await cookies()).get(cookieName(name))?.value;
}

/** Keeps a token in the browser; `seconds` long. */
export async function keepCookie(name: OwnCookie, value: string, seconds: number): Promise<void> {
  (await cookies()).set(cookieName(name), value, { ...ownCookie, secure: env.isSecure, maxAge: seconds });
}

export async function dropCookie(name: OwnCookie): Promise<void> {
  (await cookies()).set(cookieName(name), '', { ...ownCookie, secure: env.isSecure, maxAge: 0 });
}

/** The applicant who follows an application in this browser, or a visitor. */
export const applicantOrVisitor = cache(
  async (): Promise<Actor> => actorOf(await readCookie('izdeu.track'), await clientAddress()),
);
