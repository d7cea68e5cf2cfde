/** Reports made as files. */
import { rmSync, writeFileSync } from 'node:fs';
import { reportPdf } from '@/documents/report/pdf';
import { reportWorkbook } from '@/documents/report/workbook';
import { measured, partPath } from '@/domain/attachments/files';
import { newId } from '@/domain/identity';
import { type Job, reportProgress } from '@/domain/jobs';
import { systemActor } from '@/domain/permissions';
import { reportFacts } from '@/domain/statistics/report-facts';
import { failReport, keepReport, reportToMake } from '@/domain/statistics/reports';
import { Stopped } from './stopped';

/** A report that broke off this often is said to have failed; whoever asked can ask again. */
const mostAttempts = 3;

export async function makeReport(job: Job, stopping: AbortSignal): Promise<void> {
  const { reportId = '' } = job.input;
  try {
    await make(reportId, job.id, stopping);
  } catch (error) {
    if (!(error instanceof Stopped) && job.attempts >= mostAttempts) await failReport(systemActor, { reportId });
    throw error;
  }
}

async function make(reportId: string, jobId: string, stopping: AbortSignal): Promise<void> {
  const asked = await reportToMake(systemActor, { reportId });
  if (!asked) return;
  const { language, form, ...span } = asked;
  const facts = await reportFacts(span);
  if (stopping.aborted) throw new Stopped();
  await reportProgress(jobId, { percent: 50 });
  const content = form === 'pdf' ? await reportPdf(facts, language) : await reportWorkbook(facts, language);
  const part = `${newId()}.${form}`;
  try {
    writeFileSync(partPath(part), content, { mode: 0o600 });
    await keepReport(systemActor, { reportId, part, ...(await measured(partPath(part))) });
  } finally {
    rmSync(partPath(part), { force: true });
  }
}
