/**
 * `bench statistics`: a register of years, every statistic on it computed anew, the report and the map. With a build at hand, the pages
 * too. Numbers are printed beside their goals; no clock fails it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeStore } from '@/domain/database';
import { openDatabase } from '@/domain/opening';
import { aManager, measureFigures } from './figures';
import { printDrawing, printMapPage } from './map';
import { printFigures } from './print';
import { makeRegister } from './register';
import { printReportBeside, printReportParts } from './report';
import { managerOf, served } from './served';

export type StatisticsBench = { cases: number; burials: number; each: number; pages: boolean; keep?: string };

export async function benchStatistics({ cases, burials, each, pages, keep }: StatisticsBench): Promise<void> {
  const folder = keep ?? (await mkdtemp(join(tmpdir(), 'izdeu-bench-')));
  const file = join(folder, `${cases}.db`);
  try {
    const size = await makeRegister(file, { cases, burials });
    console.log(
      `${cases} cases, ${burials} burials, ${size}; ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}`,
    );
    // A register that was kept may be of an earlier schema.
    await openDatabase(file, { migrate: true, demonstration: false });
    printFigures(await measureFigures(await aManager(), each));
    await printDrawing();
    await printReportParts();
    if (pages) await withPages(file);
  } finally {
    closeStore();
    if (!keep) await rm(folder, { recursive: true, force: true });
  }
}

async function withPages(file: string): Promise<void> {
  const running = await served(file);
  try {
    await printMapPage(running);
    await printReportBeside(await managerOf(running.token), running);
  } finally {
    await running.end();
  }
}
