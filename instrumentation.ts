/** What the framework tells about its own errors: logged with the reference that the reader is shown (`error.digest`). */
import type { Instrumentation } from 'next';

/** Opens the database of this process before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ openDatabase }, { env }] = await Promise.all([import('@/domain/opening'), import('@/env')]);
  await openDatabase(env.databaseFile);
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  // Nothing of ours runs in the other runtime, for which the framework builds this file too.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log, withoutQuery } = await import('@/log');
  const stated = error instanceof Error ? (error as Error & { digest?: string; code?: string }) : undefined;
  // A reader who closed the page in the middle is no failure of ours.
  const level = stated?.code === 'ECONNRESET' ? 'debug' : 'error';
  const { method, path } = request;
  log[level](
    { err: error, reference: stated?.digest, method, path: withoutQuery(path), route: context.routePath },
    'page failed',
  );
};
