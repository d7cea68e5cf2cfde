/** What the framework tells about its own errors: logged with the reference that the reader is shown (`error.digest`). */
import type { Instrumentation } from 'next';

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { log, withoutQuery } = await import('@/log');
  const reference = error instanceof Error && 'digest' in error ? error.digest : undefined;
  log.error(
    { err: error, reference, method: request.method, path: withoutQuery(request.path), route: context.routePath },
    'page failed',
  );
};
