/** How long a report takes, by itself and beside readers of pages. */
import { setTimeout as pause } from 'node:timers/promises';
import { reportPdf } from '@/documents/report/pdf';
import { reportWorkbook } from '@/documents/report/workbook';
import { now } from '@/domain/clock';
import type { Actor } from '@/domain/permissions';
import { reportFacts } from '@/domain/statistics/report-facts';
import { reportSpan } from '@/domain/statistics/report-plan';
import { askReport, reportFile, reportLanguages } from '@/domain/statistics/reports';
import { dayOf } from '@/domain/working-days';
import { type Answering, watchPages } from '../answering';
import { goals, printLine } from './print';
import type { Served } from './served';

/** The report of last year: the longest one. */
const lastYear = () => `${Number(dayOf(now()).slice(0, 4)) - 1}`;

/** What of it takes how long, in this process. */
export async function printReportParts(): Promise<void> {
  console.log('\nThe report of last year, ms');
  let began = performance.now();
  const lap = (what: string) => {
    printLine(what, performance.now() - began);
    began = performance.now();
  };
  const facts = await reportFacts(reportSpan(lastYear(), dayOf(now())));
  lap('figures');
  await reportPdf(facts, 'kk');
  lap('PDF, with its fonts');
  await reportPdf(facts, 'ru');
  lap('PDF, once more');
  await reportWorkbook(facts, 'kk');
  lap('XLSX');
}

/** A worker's poll and a wish to be seen; reports in every language, one after another, so that there is time to measure beside them. */
export async function printReportBeside(manager: Actor, { origin, cookie }: Served): Promise<void> {
  const nobody: Record<string, string> = {};
  const pages = [
    { name: 'home', url: `${origin}/kk`, headers: nobody },
    { name: 'burials', url: `${origin}/kk/burials`, headers: nobody },
    { name: 'queue', url: `${origin}/kk/desk/cases`, headers: { cookie } as Record<string, string> },
  ];
  for (const { url, headers } of pages) await fetch(url, { headers });
  const quiet = watchPages(pages);
  await pause(15_000);
  const idle = await quiet.end();
  const busy = watchPages(pages);
  const taken: number[] = [];
  for (const language of reportLanguages) {
    const began = performance.now();
    const { reportId } = await askReport(manager, { period: lastYear(), language, form: 'pdf' });
    while (!(await isReady(manager, reportId))) await pause(100);
    taken.push(performance.now() - began);
  }
  const beside = await busy.end();
  console.log('\nA report by the worker, asked for until ready, ms');
  for (const [at, language] of reportLanguages.entries()) printLine(`PDF, ${language}`, taken[at] ?? 0, goals.report);
  console.log(`\nPages meanwhile, ms at the 95th; goal: within ${goals.ratio} times the idle figure`);
  for (const page of beside)
    print(
      page,
      idle.find(({ name }) => name === page.name),
    );
}

function print({ name, p95, failed, asked }: Answering, idle: Answering | undefined): void {
  const ratio = p95 / (idle?.p95 ?? Number.NaN);
  const short = ratio > goals.ratio || failed > 0 ? ' *' : '';
  console.log(
    `${name.padEnd(12)} idle ${(idle?.p95 ?? 0).toFixed(0)}, meanwhile ${p95.toFixed(0)}: ${ratio.toFixed(1)} times; ${asked} asked, ${failed} failed${short}`,
  );
}

async function isReady(manager: Actor, reportId: string): Promise<boolean> {
  return reportFile(manager, { reportId }).then(
    () => true,
    () => false,
  );
}
