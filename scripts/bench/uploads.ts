/**
 * `bench uploads`: photographs sent at once to the production build, as an applicant's browser sends them; how much memory the web
 * process, the worker and the picture processes take at most, and how fast other pages answer meanwhile, against before.
 */
import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import { pieceSize } from '@/domain/attachments/limits';
import { demonstrationFile } from '../demonstration/cached';
import { type Answering, watchPages } from './answering';
import { memoryNow, type Peaks, watchMemory } from './processes';
import { answering, freePort, serve, work } from './server-under-load';
import { type SignedIn, signedIn } from './signed-in';

export type UploadsBench = { photos: number; megabytes: number };

/** How long the pages are watched before, in milliseconds. */
const idleFor = 15_000;
/** How long the worker may take for all pictures, in milliseconds. */
const readyWithin = 300_000;

export async function benchUploads(options: UploadsBench): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'izdeu-bench-'));
  const file = path.join(folder, 'demo.db');
  await copyFile(await demonstrationFile(), file);
  const people = await signedIn(file);
  const photos = await Promise.all(Array.from({ length: options.photos }, () => photograph(options.megabytes)));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = serve(file, port);
  const worker = work(file);
  try {
    await answering(origin, server);
    const pages = pagesOf(origin, people);
    const before = watchPages(pages);
    await pause(idleFor);
    const idle = await before.end();
    const web = server.pid ?? 0;
    const rest = memoryNow(web);
    const memory = watchMemory({ web, worker: worker.pid ?? 0 });
    const during = watchPages(pages);
    const began = performance.now();
    await Promise.all(photos.map((photo, at) => send(origin, people.applicantCookie, photo, `${at}.jpg`)));
    const sent = performance.now() - began;
    const ready = await allReady(file, options.photos);
    const meanwhile = await during.end();
    const bytes = photos.reduce((sum, photo) => sum + photo.length, 0);
    report(bytes, { sent, ready: ready - began }, rest, memory.end());
    reportPages(idle, meanwhile);
  } finally {
    for (const child of [server, worker]) {
      if (child.exitCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  }
}

/** Noise as large as a photograph of a phone, which no encoder makes small: 0.715 bytes a pixel at this quality. */
async function photograph(megabytes: number): Promise<Buffer> {
  const width = Math.round(Math.sqrt((megabytes * 1_000_000) / 0.536));
  const height = Math.round(width * 0.75);
  const pixels = randomFillSync(Buffer.alloc(width * height * 3));
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
}

const pagesOf = (origin: string, { managerCookie, caseId }: SignedIn): Parameters<typeof watchPages>[0] => [
  { name: 'home', url: `${origin}/kk`, headers: {} },
  { name: 'apply', url: `${origin}/kk/apply/soldier`, headers: {} },
  { name: 'case page', url: `${origin}/ru/desk/cases/${caseId}`, headers: { cookie: managerCookie } },
];

type Answer = { uploadId?: string; received?: number; attachmentId?: string; code?: string };

async function send(origin: string, cookie: string, photo: Buffer, name: string): Promise<void> {
  const post = async (address: string, body: string | Uint8Array<ArrayBuffer>): Promise<Answer> => {
    const headers = { cookie, origin, 'content-type': 'application/octet-stream' };
    const response = await fetch(origin + address, { method: 'POST', headers, body });
    const answer = (await response.json()) as Answer;
    if (!response.ok) throw new Error(`${address}: ${response.status} ${answer.code}`);
    return answer;
  };
  const announced = { for: 'application', kind: 'photo', name, bytes: photo.length };
  const { uploadId } = await post('/api/attachments', JSON.stringify(announced));
  for (let offset = 0; offset < photo.length; ) {
    const piece = new Uint8Array(photo.subarray(offset, offset + pieceSize));
    const { received } = await post(`/api/attachments/${uploadId}?for=application&offset=${offset}`, piece);
    if (!received || received <= offset) throw new Error(`${name} stands still at ${offset}`);
    offset = received;
  }
}

/** Waits for the worker. @returns the moment the last picture was ready */
async function allReady(file: string, photos: number): Promise<number> {
  const until = performance.now() + readyWithin;
  while (performance.now() < until) {
    const database = new Database(file, { readonly: true });
    const states = database.prepare('SELECT state FROM attachments').pluck().all();
    database.close();
    if (states.includes('refused')) throw new Error('A picture was refused');
    if (states.filter((state) => state === 'ready').length >= photos) return performance.now();
    await pause(200);
  }
  throw new Error('The worker did not make the pictures ready in time');
}

function report(bytes: number, took: { sent: number; ready: number }, rest: number, { each, together }: Peaks): void {
  const megabytes = (amount: number | undefined) => `${((amount ?? 0) / 1_000_000).toFixed(0)} MB`;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  console.log(`${megabytes(bytes)} sent in ${seconds(took.sent)}, all pictures ready after ${seconds(took.ready)}`);
  if (together === 0) {
    console.log('memory is measured on Linux only');
    return;
  }
  console.log(`web process before             ${megabytes(rest)}`);
  console.log(`web process at most            ${megabytes(each.web)}   goal 400 MB`);
  console.log(`worker at most                 ${megabytes(each.worker)}`);
  console.log(`largest picture process        ${megabytes(each.children)}`);
  console.log(`all together at one moment     ${megabytes(together)}`);
}

function reportPages(idle: readonly Answering[], meanwhile: readonly Answering[]): void {
  console.log(row(['page', 'idle p50', 'idle p95', 'p50 ms', 'p95 ms', 'ratio p95', 'asked', 'failed', 'goal']));
  for (const [at, page] of meanwhile.entries()) {
    const before = idle[at];
    const ratio = before ? page.p95 / before.p95 : 0;
    const times = [before?.p50, before?.p95, page.p50, page.p95].map((ms) => (ms ?? 0).toFixed(1));
    console.log(row([page.name, ...times, ratio.toFixed(2), String(page.asked), String(page.failed), '2.00']));
  }
}

const row = (cells: readonly string[]) => cells.map((cell, at) => (at ? cell.padStart(10) : cell.padEnd(12))).join('');
