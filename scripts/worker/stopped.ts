import { type Job, reportProgress } from '@/domain/jobs';

/** The worker was told to stop: its job goes back to the queue. */
export class Stopped extends Error {}

/** How often a running job says how far it is, in milliseconds; its lease is renewed with it. */
const tellEvery = 1_000;

type Progress = Record<string, number>;

/** Says at most once a second how far a job is. @throws Stopped when the worker was told to stop */
export function telling(job: Job, stopping: AbortSignal): (progress: Progress | (() => Progress)) => Promise<void> {
  let told = 0;
  return async (progress) => {
    if (stopping.aborted) throw new Stopped();
    if (told + tellEvery > Date.now()) return;
    told = Date.now();
    await reportProgress(job.id, typeof progress === 'function' ? progress() : progress);
  };
}
