import { afterEach, beforeEach, expect, it } from 'vitest';
import { jobs } from '@/db/schema';
import { startImport } from './archive/imports';
import { read } from './database';
import { claimJob, endJob, reportProgress } from './jobs';
import { systemActor } from './permissions';
import { openTestDatabase, type TestDatabase } from './testing/database';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const queue = () =>
  startImport(systemActor, {
    sourceKey: 'obd-memorial',
    fileName: 'cards.csv',
    path: 'e2e/fixtures/obd-cards.csv',
    format: 'auto',
    queued: true,
  });
const only = async () => (await read().select().from(jobs))[0] ?? expect.fail('no job');
/** A moment after so many leases, one after the other. */
const later = (leases = 1) => Date.now() + leases * 61_000;

it('a job is taken up by one worker alone', async () => {
  await queue();
  const claims = await Promise.all(Array.from({ length: 5 }, () => claimJob('long')));
  expect(claims.filter(Boolean)).toMatchObject([{ kind: 'archive.import', state: 'running', attempts: 1 }]);
  expect(await claimJob('long')).toBeNull();
});

it('the oldest comes first', async () => {
  const first = await queue();
  await new Promise((resolve) => setTimeout(resolve, 2));
  await queue();
  expect((await claimJob('long'))?.input.importId).toBe(first.importId);
});

it('one whose worker died is taken up again when its lease is over, and given up after the third time', async () => {
  await queue();
  await claimJob('long');
  expect(await claimJob('long')).toBeNull();
  for (const attempts of [2, 3]) expect(await claimJob('long', later(attempts - 1))).toMatchObject({ attempts });
  expect(await claimJob('long', later(3))).toBeNull();
  expect(await only()).toMatchObject({ state: 'failed', error: 'job.given-up' });
  expect(await claimJob('long', later(4))).toBeNull();
});

it('a sign of life keeps the lease; an ended job is not taken up again', async () => {
  await queue();
  const job = (await claimJob('long', Date.now() - 59_000)) ?? expect.fail('no job');
  await reportProgress(job.id, { read: 100 });
  expect(await claimJob('long', Date.now() + 30_000)).toBeNull();
  expect(await only()).toMatchObject({ progress: { read: 100 } });
  await endJob(job.id, null);
  expect(await only()).toMatchObject({ state: 'done', error: null });
  expect(await claimJob('long', later())).toBeNull();
});
