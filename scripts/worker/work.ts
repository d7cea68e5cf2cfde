import { randomUUID } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { runImport } from '@/domain/archive/imports';
import { claimJob, endJob, type Job, putBackJob, reportProgress } from '@/domain/jobs';
import { DomainError } from '@/domain/result';
import { log } from '@/log';

/** How often a running job says how far it is, in milliseconds; its lease is renewed with it. */
const tellEvery = 1_000;

class Stopped extends Error {}

/** What each kind of job does. */
const kinds: Record<string, (job: Job, stopping: AbortSignal) => Promise<void>> = {
  'archive.import': importFile,
};

/**
 * Takes up one job and ends it. A refusal ends it as failed; an unexpected error leaves it for another attempt once its lease has
 * run out; being told to stop leaves it where it is.
 * @returns whether there was one
 */
export async function workOnce(stopping: AbortSignal): Promise<boolean> {
  const job = await claimJob();
  if (!job) return false;
  try {
    await kinds[job.kind]?.(job, stopping);
    await endJob(job.id, kinds[job.kind] ? null : 'job.unknown-kind');
  } catch (error) {
    if (error instanceof Stopped) await putBackJob(job);
    else if (error instanceof DomainError) await endJob(job.id, error.code);
    else log.error({ err: error, job: job.id, reference: randomUUID() }, 'job broke off');
  }
  return true;
}

async function importFile(job: Job, stopping: AbortSignal): Promise<void> {
  const { importId = '', path = '' } = job.input;
  let told = 0;
  await runImport(importId, path, async (progress, share) => {
    // Rows of one chunk of the file come without a turn of the event loop: a signal would not be heard for seconds.
    await breathe();
    if (stopping.aborted) throw new Stopped();
    if (told + tellEvery > Date.now()) return;
    told = Date.now();
    await reportProgress(job.id, { read: progress.read, percent: Math.floor(share * 100) });
  });
}
