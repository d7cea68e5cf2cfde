/**
 * `bench pages`: the production build on a copy of the demonstration register; each page beside an empty dynamic page of the
 * same server in the same run. Rounds alternate, so that a noisy machine is noisy to both.
 */
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrationFile } from '../demonstration/cached';
import { firstLoadBytes } from './first-load';
import { load, type Measured } from './load';
import { answering, freePort, serve } from './server-under-load';
import { type SignedIn, signedIn } from './signed-in';

type Page = { name: string; path: string; cookie?: string; aim: number };

const rounds = 5;
const requests = 200;
const clients = 8;

export async function benchPages(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'izdeu-bench-'));
  const file = join(folder, 'demo.db');
  await copyFile(await demonstrationFile(), file);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const people = await signedIn(file);
  const server = serve(file, port);
  try {
    await answering(origin, server);
    await measure(origin, pagesOf(people));
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

const pagesOf = (people: SignedIn): Page[] => [
  { name: 'home', path: '/kk', aim: 0.8 },
  { name: 'track', path: '/kk/track', cookie: people.applicantCookie, aim: 0.8 },
  { name: 'burials', path: '/kk/burials', aim: 0.8 },
  { name: 'apply', path: '/kk/apply/soldier', aim: 0.8 },
  { name: 'desk queue', path: '/ru/desk/cases', cookie: people.managerCookie, aim: 0.5 },
  { name: 'case page', path: `/ru/desk/cases/${people.caseId}`, cookie: people.managerCookie, aim: 0.5 },
  { name: 'statistics', path: '/ru/desk/statistics', cookie: people.managerCookie, aim: 0.5 },
];

async function measure(origin: string, pages: readonly Page[]): Promise<void> {
  const empty: Page = { name: 'empty', path: '/empty', aim: 1 };
  const headersOf = (page: Page): Record<string, string> => (page.cookie ? { cookie: page.cookie } : {});
  for (const page of [empty, ...pages]) await load(origin + page.path, headersOf(page), requests, clients);
  const emptyScript = await firstLoadBytes(origin, empty.path, {});
  console.log(
    `${rounds} rounds of ${requests} requests by ${clients} clients; ratio = requests/s against the empty page, median of rounds`,
  );
  console.log(row(['page', 'req/s', 'p50 ms', 'p95 ms', 'ratio', 'aim', 'failed', 'script kB gz', 'above empty']));
  for (const page of pages) {
    const measured: Measured[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const base = await load(origin + empty.path, {}, requests, clients);
      const own = await load(origin + page.path, headersOf(page), requests, clients);
      measured.push(own);
      ratios.push(own.perSecond / base.perSecond);
    }
    const script = await firstLoadBytes(origin, page.path, headersOf(page));
    console.log(
      row([
        page.name,
        median(measured.map((one) => one.perSecond)).toFixed(0),
        median(measured.map((one) => one.p50)).toFixed(1),
        median(measured.map((one) => one.p95)).toFixed(1),
        median(ratios).toFixed(2),
        page.aim.toFixed(1),
        String(measured.reduce((sum, one) => sum + one.failed, 0)),
        (script / 1000).toFixed(1),
        ((script - emptyScript) / 1000).toFixed(1),
      ]),
    );
  }
}

const row = (cells: readonly string[]) =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(12) : cell.padStart(13))).join('');

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
