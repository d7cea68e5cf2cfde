'use server';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { authOptions } from '@/auth';
import { signOut } from '@/domain/staff/sessions';
import { env } from '@/env';
import { carryOut, pageLocale } from './action';
import { staffToken } from './session';

/** Ends our own sign-in row, then forgets the cookie that carried its id. */
export async function signOutAction(data: FormData): Promise<void> {
  const answer = await carryOut(data, async () => {
    const token = await staffToken();
    if (token) await signOut(token);
    await forgetSession();
    return undefined;
  });
  if (answer?.ok) redirect(`/${await pageLocale()}/sign-in`);
}

async function forgetSession(): Promise<void> {
  const session = authOptions().cookies?.sessionToken?.name;
  const jar = await cookies();
  // A long cookie travels in numbered pieces; a `__Host-` one is only replaced by one as secure as itself.
  for (const { name } of jar.getAll())
    if (session && (name === session || name.startsWith(`${session}.`)))
      jar.set(name, '', { httpOnly: true, sameSite: 'lax', path: '/', secure: env.isSecure, maxAge: 0 });
}
