import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { imports, jobs } from '@/db/schema';
import { startImport } from '@/domain/archive/imports';
import { bookkeep } from '@/domain/change';
import { read } from '@/domain/database';
import { systemActor } from '@/domain/permissions';
import { openTestDatabase, type TestDatabase } from '@/domain/testing/database';

// Vite has a setting of its own under this name.
vi.stubEnv('BASE_URL', '');
vi.stubEnv('LOG_LEVEL', 'silent');
const { workOnce } = await import('./work');

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const running = new AbortController().signal;

async function queuedImport(rows: number): Promise<string> {
  const file = path.join(database.folder, 'records.csv');
  const lines = Array.from({ length: rows }, (_, n) => `${n},Касымов,Ермек`);
  writeFileSync(file, ['source_record_id,surname,given_name', ...lines].join('\n'));
  const entry = { sourceKey: 'obd-memorial', fileName: 'records.csv', path: file, format: 'auto', queued: true };
  return (await startImport(systemActor, entry)).importId;
}

const jobRow = async () => (await read().select().from(jobs))[0];
const importRow = async (importId: string) => (await read().select().from(imports).where(eq(imports.id, importId)))[0];

describe('the worker', () => {
  it('has nothing to do in an empty queue', async () => {
    expect(await workOnce(running)).toBe(false);
  });

  it('runs a queued import to its end', async () => {
    const importId = await queuedImport(250);
    expect(await workOnce(running)).toBe(true);
    expect(await jobRow()).toMatchObject({ state: 'done', error: null, progress: { percent: 100 } });
    expect(await importRow(importId)).toMatchObject({ state: 'done', added: 250 });
    // What came in is held against the open cases.
    expect(await workOnce(running)).toBe(true);
    expect(await workOnce(running)).toBe(false);
  });

  it('marks a job as failed by its refusal, and goes on', async () => {
    await queuedImport(0);
    expect(await workOnce(running)).toBe(true);
    expect(await jobRow()).toMatchObject({ state: 'failed', error: 'file.header-only' });
  });

  it('does not know every kind of job', async () => {
    await queuedImport(1);
    await bookkeep(async (tx) => {
      await tx.update(jobs).set({ kind: 'tea.make' });
    });
    await workOnce(running);
    expect(await jobRow()).toMatchObject({ state: 'failed', error: 'job.unknown-kind' });
  });

  it('told to stop, puts the job back and loses nothing', async () => {
    const importId = await queuedImport(350);
    const told = new AbortController();
    const work = workOnce(told.signal);
    told.abort();
    await work;
    expect(await jobRow()).toMatchObject({ state: 'queued', attempts: 0, leaseUntil: null });
    await workOnce(running);
    expect(await importRow(importId)).toMatchObject({ state: 'done', added: 350, duplicates: 0 });
  });
});
