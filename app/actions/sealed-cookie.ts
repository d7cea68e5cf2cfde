/** A small thing kept for a short while in one browser, encrypted: it stands in no address and in no table. */
import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { env } from '@/env';

/** @param seconds how long it can be read again */
export function sealedCookie<Content>(name: string, seconds: number) {
  const salt = `izdeu ${name}`;
  const cookieName = () => (env.isSecure ? `__Host-izdeu.${name}` : `izdeu.${name}`);
  const options = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: env.isSecure });
  return {
    async keep(content: Content): Promise<void> {
      const value = await encode({ token: { content }, secret: env.secret, salt, maxAge: seconds });
      (await cookies()).set(cookieName(), value, { ...options(), maxAge: seconds });
    },

    async read(): Promise<Content | null> {
      const token = (await cookies()).get(cookieName())?.value;
      if (!token) return null;
      try {
        return ((await decode({ token, secret: env.secret, salt }))?.content as Content | undefined) ?? null;
      } catch {
        // Expired, or made with another secret: the same as none.
        return null;
      }
    },

    async drop(): Promise<void> {
      (await cookies()).set(cookieName(), '', { ...options(), maxAge: 0 });
    },
  };
}
