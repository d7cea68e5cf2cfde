/** Jobs of the archive index: record files read in, imports taken out again. */
import { paceOf } from '@/domain/archive/taking-in/pace';
import { runImport } from '@/domain/archive/taking-in/run';
import { takeOutImport } from '@/domain/archive/taking-in/take-out';
import type { Job } from '@/domain/jobs';
import { DomainError } from '@/domain/result';
import { Stopped, telling } from './stopped';

export async function importFile(job: Job, stopping: AbortSignal): Promise<void> {
  const { importId = '', path = '' } = job.input;
  const tell = telling(job, stopping);
  const pace = paceOf();
  try {
    await runImport(
      importId,
      path,
      (counts, share) =>
        tell(() => ({ read: counts.read, percent: Math.floor(share * 100), ...pace(counts.read, share) })),
      { onWaiting: () => tell(() => ({ waiting: 1 })) },
    );
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // Stopped by a person: the work is done.
    if (error.code === 'import.cancelled') return;
    // The machine slept and another one writes now: it goes on later.
    if (error.code === 'import.lease-lost') throw new Stopped();
    throw error;
  }
}

export async function takeOutRecords(job: Job, stopping: AbortSignal): Promise<void> {
  const tell = telling(job, stopping);
  await takeOutImport(job.input.importId ?? '', (share) => tell(() => ({ percent: Math.floor(share * 100) })));
}
