/** The worker process: long work and house-keeping beside the web process. Started by start.mjs. */
import { setTimeout as pause } from 'node:timers/promises';
import { closeStore } from '@/domain/database';
import { takeInTexts } from '@/domain/desk/text-round';
import { openDatabase } from '@/domain/opening';
import { env } from '@/env';
import { log } from '@/log';
import { endAtUnexpectedErrors, tellReady, whenToldToStop } from './supervised';
import { keepHouse } from './worker/house-keeping';
import { newsRound } from './worker/news';
import { workOnce } from './worker/work';

/** How long the worker rests when nothing waits, in milliseconds. */
const rest = 500;

endAtUnexpectedErrors((error, what) => log.fatal({ err: error }, what));
await openDatabase(env.databaseFile);

const stopping = new AbortController();
const ended = Promise.all([
  inTurn(
    () => keepHouse(),
    (stop) => workOnce(stop, 'long'),
  ),
  inTurn((stop) => workOnce(stop, 'quick')),
  inTurn(() => takeInTexts()),
  inTurn(newsRound()),
]);
whenToldToStop(async (reason) => {
  log.debug({ reason }, 'worker is stopping');
  stopping.abort();
  await ended;
  closeStore();
  process.exit(0);
});
tellReady();

/** Does its rounds one after another until the worker is told to stop; rests when none of them found anything to do. */
async function inTurn(...rounds: ((stopping: AbortSignal) => Promise<unknown>)[]): Promise<void> {
  while (!stopping.signal.aborted) {
    let done = false;
    for (const round of rounds) done = (await round(stopping.signal)) === true || done;
    if (!done) await pause(rest, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
}
