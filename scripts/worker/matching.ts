/** Jobs of matching. */
import { indexPasted } from '@/domain/archive/taking-in/index-pasted';
import type { Job } from '@/domain/jobs';
import { matchCase, matchRecords } from '@/domain/matching/running';
import { telling } from './stopped';

export async function matchOneCase(job: Job): Promise<void> {
  await indexPasted();
  await matchCase(job.input.caseId ?? '');
}

export async function matchNewRecords(job: Job, stopping: AbortSignal): Promise<void> {
  const tell = telling(job, stopping);
  await indexPasted();
  await matchRecords(async ({ done, all, proposed }) =>
    tell({ done, all, proposed, percent: all === 0 ? 100 : Math.floor((100 * done) / all) }),
  );
}
