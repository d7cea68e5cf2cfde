import { keepBallast } from '@/db/disk';
import { sweepErasures } from '@/domain/applications/after-erasure';
import { sweepDrafts } from '@/domain/applications/drafts';
import { sweepPapers } from '@/domain/attachments/sweep';
import { sweepAttempts } from '@/domain/throttle';
import { env } from '@/env';
import { log } from '@/log';

const every = 10 * 60_000;
let last = 0;

/**
 * Wipes what has had its time (shown access codes, forgotten drafts, files nothing names, counted attempts) and keeps ballast on
 * the disk. Does nothing more often than every ten minutes.
 */
export async function keepHouse(at = Date.now()): Promise<void> {
  if (last + every > at) return;
  last = at;
  for (const sweep of [sweepDrafts, sweepErasures, sweepPapers, sweepAttempts, () => keepBallast(env.databaseFile)]) {
    try {
      await sweep();
    } catch (error) {
      log.error({ err: error }, 'house-keeping failed');
    }
  }
}
