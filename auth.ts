/** Signing staff in: next-auth carries nothing but the random id of our own sign-in row, which is read at every request. */
import type { AuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { DomainError } from '@/domain/result';
import { signInLimits, signInStaff } from '@/domain/staff/sessions';
import { env } from '@/env';

const cookie = (name: string) => ({
  name: env.isSecure ? `__Host-izdeu.${name}` : `izdeu.${name}`,
  options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: env.isSecure },
});

/** Made when first asked for: the settings are not there yet while the program is built. */
export const authOptions = (): AuthOptions => ({
  secret: env.secret,
  session: { strategy: 'jwt', maxAge: signInLimits.staff.absolute / 1000 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  cookies: { sessionToken: cookie('session'), csrfToken: cookie('csrf'), callbackUrl: cookie('callback') },
  providers: [
    Credentials({
      credentials: { email: {}, password: {} },
      authorize: async (credentials, request) => {
        const address = request.headers?.['x-client-address'];
        try {
          const { email = '', password = '' } = credentials ?? {};
          return { id: await signInStaff({ email, password }, typeof address === 'string' ? address : 'unknown') };
        } catch (error) {
          // The code travels to the sign-in form, which says it in the reader's language.
          if (error instanceof DomainError) throw new Error(error.code);
          throw error;
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { signInToken: user.id } : token),
    // Scripts learn nothing from next-auth's own address; our pages read the cookie themselves (app/actions/session.ts).
    session: () => ({ expires: '' }),
    redirect: ({ url, baseUrl }) => (url.startsWith('/') || new URL(url).origin === baseUrl ? url : baseUrl),
  },
});
