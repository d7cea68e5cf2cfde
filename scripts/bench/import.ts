/**
 * `bench import`: a record file taken in through the command line beside SQLite's own `.import` of the same file in the same run;
 * and how fast three pages of the production build answer meanwhile, against the same pages before.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demonstrationFile } from '../demonstration/cached';
import { type Answering, watchPages } from './answering';
import { generate } from './names/generate';
import { answering, freePort, serve } from './server-under-load';
import { signedIn } from './signed-in';

export type ImportBench = {
  records: number;
  seed: number;
  /** A record file to take instead of generated ones. */
  file?: string;
  /** Only the import itself, without a server: nothing needs to be built. */
  pages: boolean;
};

const root = path.resolve(import.meta.dirname, '../..');
/** How long the pages are watched before the import, in milliseconds. */
const idleFor = 15_000;

export async function benchImport(options: ImportBench): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'izdeu-bench-'));
  try {
    const file = options.file ?? generated(folder, options);
    const register = path.join(folder, 'demo.db');
    await copyFile(await demonstrationFile(), register);
    const isBuilt = existsSync(path.join(root, process.env.NEXT_DIST_DIR ?? '.next', 'BUILD_ID'));
    if (options.pages && !isBuilt) console.log('No build is there (npm start makes one): pages are not measured.');
    const shell = await shellImport(file, path.join(folder, 'shell.db'));
    const own =
      options.pages && isBuilt ? await importWhileServing(file, register) : { ...(await ownImport(file, register)) };
    report(file, own, shell);
    if ('pages' in own) reportPages(own.pages.idle, own.pages.meanwhile);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function generated(folder: string, { records, seed }: ImportBench): string {
  generate(folder, { records, queries: 2, seed });
  return path.join(folder, 'records.csv');
}

type Summary = { read: number; added: number; rejected: number; seconds: number };

async function importWhileServing(file: string, register: string) {
  const people = await signedIn(register);
  const port = await freePort();
  const server = serve(register, port);
  const origin = `http://127.0.0.1:${port}`;
  const cookie = people.managerCookie;
  const pages: Parameters<typeof watchPages>[0] = [
    { name: 'home', url: `${origin}/kk`, headers: {} },
    {
      name: 'archive search',
      url: `${origin}/ru/desk/archive?text=${encodeURIComponent('Ахметов')}`,
      headers: { cookie },
    },
    { name: 'case queue', url: `${origin}/ru/desk/cases`, headers: { cookie } },
  ];
  try {
    await answering(origin, server);
    const before = watchPages(pages);
    await new Promise((resolve) => setTimeout(resolve, idleFor));
    const idle = await before.end();
    const during = watchPages(pages);
    const own = await ownImport(file, register);
    return { ...own, pages: { idle, meanwhile: await during.end() } };
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

async function ownImport(file: string, register: string): Promise<Summary> {
  const words = ['--import', 'tsx', 'scripts/izdeu.ts', 'archive', 'import', file, '--source', 'own-register'];
  const { DATABASE_FILE: _none, ...env } = process.env;
  const text = await outputOf(process.execPath, words, { ...env, DEMO_FILE: register });
  return JSON.parse(text.trim().split('\n').at(-1) ?? '') as Summary;
}

/** Seconds of the shell for the same file, into a file on the same disk; null where there is no shell. */
async function shellImport(file: string, target: string): Promise<number | null> {
  const began = performance.now();
  try {
    await outputOf('sqlite3', [target, '.mode csv', `.import ${file} records`], process.env);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return (performance.now() - began) / 1000;
}

async function outputOf(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(program, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  return text;
}

function report(file: string, { read, added, rejected, seconds }: Summary, shell: number | null): void {
  const megabytes = (statSync(file).size / 1_000_000).toFixed(0);
  const rate = read / seconds;
  console.log(`${read} rows (${megabytes} MB): ${added} added, ${rejected} rejected in ${seconds.toFixed(1)} s`);
  console.log(`import, every index included   ${rate.toFixed(0).padStart(9)} rows/s   goal 60000`);
  if (shell === null) {
    console.log('sqlite3 .import                no sqlite3 shell on this machine');
    return;
  }
  console.log(`sqlite3 .import, no index      ${(read / shell).toFixed(0).padStart(9)} rows/s`);
  console.log(`share of it                    ${(rate / (read / shell)).toFixed(2).padStart(9)}          goal 0.30`);
}

function reportPages(idle: readonly Answering[], meanwhile: readonly Answering[]): void {
  console.log(row(['page', 'idle p50', 'idle p95', 'p50 ms', 'p95 ms', 'asked', 'failed', 'goal p95']));
  for (const [at, page] of meanwhile.entries()) {
    const before = idle[at];
    const times = [before?.p50, before?.p95, page.p50, page.p95].map((ms) => (ms ?? 0).toFixed(1));
    console.log(row([page.name, ...times, String(page.asked), String(page.failed), '500']));
  }
}

const row = (cells: readonly string[]) => cells.map((cell, at) => (at ? cell.padStart(10) : cell.padEnd(16))).join('');
