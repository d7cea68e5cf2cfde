import NextAuth from 'next-auth';
import { authOptions } from '@/auth';

type Context = { params: Promise<{ nextauth: string[] }> };

const handler = (request: Request, context: Context) => NextAuth(authOptions())(request as never, context as never);

export { handler as GET, handler as POST };
