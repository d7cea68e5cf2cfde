/** What web and worker have in common: they tell when they are ready, stop when told to, and never outlive the supervisor. */

/**
 * Calls `stop` once: at the first signal, or when the supervisor is gone, however it ended. With nobody left to kill it, a
 * process that cannot finish ends itself after `milliseconds`.
 */
export function whenToldToStop(stop: (reason: string) => void, milliseconds = 11_000) {
  let told = false;
  const once = (reason: string) => {
    if (told) return;
    told = true;
    setTimeout(() => process.exit(1), milliseconds).unref();
    stop(reason);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, once);
  if (!process.send) return;
  process.on('disconnect', () => once('supervisor gone'));
  if (!process.connected) once('supervisor gone');
}

export function tellReady() {
  process.send?.('ready');
}

/** An error nobody expected leaves the process in an unknown state: it is logged, and a fresh process takes over. */
export function endAtUnexpectedErrors(logError: (error: unknown, what: string) => void) {
  for (const what of ['uncaughtException', 'unhandledRejection'])
    process.on(what, (error) => {
      logError(error, what);
      process.exit(1);
    });
}

/** The exit status that asks the supervisor not to try again. */
export const wrongSettings = 2;
