import { randomUUID } from 'node:crypto';
import { claimJob, endJob, type Job, type Lane, putBackJob } from '@/domain/jobs';
import { DomainError } from '@/domain/result';
import { log } from '@/log';
import { preparePicture } from './attachments';
import { importFile, takeOutRecords } from './import-jobs';
import { matchNewRecords, matchOneCase } from './matching';
import { makeReport } from './reports';
import { Stopped } from './stopped';

/** What each kind of job does. */
const kinds: Record<string, (job: Job, stopping: AbortSignal) => Promise<void>> = {
  'archive.import': importFile,
  'archive.take-out': takeOutRecords,
  'attachment.prepare': preparePicture,
  'match.case': matchOneCase,
  'match.records': matchNewRecords,
  'report.make': makeReport,
};

/**
 * Takes up one job of a lane and ends it. A refusal ends it as failed; an unexpected error leaves it for another attempt once its lease has
 * run out; being told to stop leaves it where it is.
 * @returns whether there was one
 */
export async function workOnce(stopping: AbortSignal, lane: Lane = 'long'): Promise<boolean> {
  const job = await claimJob(lane);
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
