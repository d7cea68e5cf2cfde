/**
 * `bench relative`: what a relative on a slow phone waits for. The production build on a copy of the demonstration register, the
 * processor slowed four times, 1.6 Mbit/s and 150 ms; Lighthouse for paint and scores, the browser's event timing for input. Numbers
 * are printed beside their goals; no clock fails it.
 */
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationFile } from '../demonstration/cached';
import { type Audited, audit, categories, withAuditedBrowser } from './relative-audit';
import { type InputDelay, typingAndContinuing } from './relative-input';
import { answering, freePort, serve } from './server-under-load';
import { signedIn } from './signed-in';

const goals = { paint: 2500, shift: 0.02, input: 200, score: 100 };
const rounds = 3;

type Page = { name: string; path: string; cookie?: string };

export async function benchRelative(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'izdeu-bench-'));
  const file = join(folder, 'demo.db');
  await copyFile(await demonstrationFile(), file);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const { applicantCookie } = await signedIn(file);
  const server = serve(file, port);
  const pages: Page[] = [
    { name: 'home', path: '/kk' },
    { name: 'apply', path: '/kk/apply' },
    { name: 'apply step', path: '/kk/apply/soldier' },
    { name: 'track', path: '/kk/track' },
    { name: 'track, open', path: '/kk/track', cookie: applicantCookie },
    { name: 'burials', path: '/kk/burials' },
  ];
  try {
    await answering(origin, server);
    for (const { path } of pages) await fetch(origin + path);
    await withAuditedBrowser(await freePort(), async (browser, debugging) => {
      await printPages(origin, pages, debugging);
      printInput(await typingAndContinuing(browser, origin));
    });
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

async function printPages(origin: string, pages: readonly Page[], debugging: number): Promise<void> {
  console.log(
    `Lighthouse, median of ${rounds}; goals: largest paint below ${goals.paint} ms, shift below ${goals.shift},`,
  );
  console.log(`blocking time below ${goals.input} ms, every score ${goals.score}; * is short of its goal`);
  console.log(row(['page', 'paint ms', 'shift', 'blocked ms', 'kB', ...categories]));
  const remarks = new Set<string>();
  for (const { name, path, cookie } of pages) {
    const runs: Audited[] = [];
    for (let round = 0; round < rounds; round++) runs.push(await audit(origin + path, debugging, cookie));
    const of = (value: (run: Audited) => number) => median(runs.map(value));
    const paint = of((run) => run.paint);
    const shift = of((run) => run.shift);
    const blocked = of((run) => run.blocked);
    console.log(
      row([
        name,
        marked(paint.toFixed(0), paint < goals.paint),
        marked(shift.toFixed(3), shift < goals.shift),
        marked(blocked.toFixed(0), blocked < goals.input),
        of((run) => run.bytes / 1000).toFixed(0),
        ...categories.map((category) => {
          const score = of((run) => run.scores[category]);
          return marked(String(score), score >= goals.score);
        }),
      ]),
    );
    for (const run of runs) for (const remark of run.remarks) remarks.add(`${name}: ${remark}`);
  }
  for (const remark of remarks) console.log(remark);
}

function printInput(measured: readonly InputDelay[]): void {
  console.log(`\nInput on the same slowed phone; goal: below ${goals.input} ms`);
  console.log(row(['what', 'events', 'delay ms', 'to paint ms']));
  for (const { what, events, delay, toPaint } of measured)
    console.log(
      row([
        what,
        String(events),
        marked(delay.toFixed(0), delay < goals.input),
        marked(toPaint.toFixed(0), toPaint < goals.input),
      ]),
    );
}

const marked = (text: string, isReached: boolean): string => (isReached ? text : `${text}*`);

const row = (cells: readonly string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(16) : cell.padStart(i < 5 ? 12 : 16))).join('');

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
