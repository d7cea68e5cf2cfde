import { writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { partsFolder } from '@/domain/attachments/files';
import { addWhole } from '@/domain/attachments/pieces';
import { draftPapers } from '@/domain/attachments/queries';
import { removeDraftAttachment } from '@/domain/attachments/removing';
import { png } from '@/domain/attachments/testing';
import { claimJob, endJob, type Job } from '@/domain/jobs';
import type { Actor } from '@/domain/permissions';
import { aDraft } from '@/domain/testing/applications';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';
import { preparePicture } from './attachments';
import { Stopped } from './stopped';

// Vite has a setting of its own under this name.
vi.stubEnv('BASE_URL', '');
vi.stubEnv('LOG_LEVEL', 'silent');

const visitor: Actor = { role: 'visitor', address: '192.0.2.8' };
const running = new AbortController().signal;
let database: TestDatabase;
let token: string;
let job: Job;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

let side = 10;
beforeEach(async () => {
  token = await aDraft({}, 'kk', visitor);
  const file = new Blob([new Uint8Array(png(side, side++))]);
  await addWhole(visitor, { token }, { kind: 'photo', name: 'a.png', file });
  job = (await claimJob('quick')) ?? expect.fail('no job');
  await endJob(job.id, null);
});

const paper = async () => (await draftPapers(visitor, { token }))[0];

/** A program in the place of the one that opens pictures. */
function program(text: string): string {
  const file = path.join(database.folder, 'program.mjs');
  writeFileSync(file, text);
  return file;
}

describe('a picture being made ready', () => {
  it('is shown afterwards, and nothing half lies about', async () => {
    await preparePicture(job, running);
    expect(await paper()).toMatchObject({ state: 'ready', width: side - 1, height: side - 1 });
    expect((await readdir(partsFolder())).filter((name) => name.endsWith('.jpg'))).toEqual([]);
    // A worker that died after its work does it once more: nothing changes.
    await preparePicture(job, running);
    expect(await paper()).toMatchObject({ state: 'ready' });
  });

  it('that brings its program down is tried once more, then refused', async () => {
    const dying = program('process.kill(process.pid, "SIGKILL"); await new Promise(() => {});');
    await expect(preparePicture({ ...job, attempts: 1 }, running, dying)).rejects.toThrow();
    expect(await paper()).toMatchObject({ state: 'waiting' });
    await preparePicture({ ...job, attempts: 2 }, running, dying);
    expect(await paper()).toMatchObject({ state: 'refused', refusal: 'paper.broken' });
  });

  it('that eats the memory is ended by its bound, and the worker is not', async () => {
    const eating = program('const all = []; for (;;) all.push(Buffer.alloc(50_000_000, 1));');
    await preparePicture({ ...job, attempts: 2 }, running, eating);
    expect(await paper()).toMatchObject({ state: 'refused' });
  });

  it('is not refused for a disk that is full', async () => {
    const full = program('console.log(JSON.stringify({ failure: "No space left" }))');
    await expect(preparePicture({ ...job, attempts: 3 }, running, full)).rejects.toThrow('No space left');
    expect(await paper()).toMatchObject({ state: 'waiting' });
  });

  it('is left for later by a worker that is told to stop', async () => {
    const told = new AbortController();
    const work = preparePicture(job, told.signal, program('setTimeout(() => {}, 60_000)'));
    setTimeout(() => told.abort(), 200);
    await expect(work).rejects.toBeInstanceOf(Stopped);
    expect(await paper()).toMatchObject({ state: 'waiting' });
  });

  it('that was taken away meanwhile stays away', async () => {
    await removeDraftAttachment(visitor, { token, attachmentId: job.input.attachmentId });
    await preparePicture(job, running, program('throw new Error("nobody asked")'));
    expect(await paper()).toBeUndefined();
  });

  it('sees nothing of this process’s settings', async () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'a secret of the museum, thirty-two signs');
    const telling = program('console.log(JSON.stringify({ failure: Object.keys(process.env).sort().join() }))');
    await expect(preparePicture(job, running, telling)).rejects.not.toThrow(/SECRET|DATABASE/);
  });
});
