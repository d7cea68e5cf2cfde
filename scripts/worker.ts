/** The worker process: long work and house-keeping beside the web process. Started by start.mjs. */
import { setTimeout as pause } from 'node:timers/promises';
import { closeStore } from '@/domain/database';
import { openDatabase } from '@/domain/opening';
import { env } from '@/env';
import { log } from '@/log';
import { endAtUnexpectedErrors, tellReady, whenToldToStop } from './supervised';
import { keepHouse } from './worker/house-keeping';
import { workOnce } from './worker/work';

/** How long the worker rests when nothing waits, in milliseconds. */
const rest = 500;

endAtUnexpectedErrors((error, what) => log.fatal({ err: error }, what));
await openDatabase(env.databaseFile);

const stopping = new AbortController();
const ended = run();
whenToldToStop(async (reason) => {
  log.debug({ reason }, 'worker is stopping');
  stopping.abort();
  await ended;
  closeStore();
  process.exit(0);
});
tellReady();

async function run(): Promise<void> {
  while (!stopping.signal.aborted) {
    await keepHouse();
    if (await workOnce(stopping.signal)) continue;
    await pause(rest, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
}
