import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { throttles } from '@/db/schema';
import { read } from './database';
import { openTestDatabase, type TestDatabase } from './testing/database';
import { refusalOf } from './testing/outcome';
import { countAttempt, forgetAttempts, limits, sweepAttempts } from './throttle';

const begin = new Date('2026-03-02T04:00:00Z');
const { attempts, window } = limits['sign-in.account'];
let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  vi.useFakeTimers({ now: begin, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  database.close();
});

const attempt = (subject = 'a@staff.test') => refusalOf(countAttempt('sign-in.account', subject));
const outcomes = async (count: number) => {
  const all = await Promise.all(Array.from({ length: count }, () => attempt()));
  return all.filter((one) => one === 'accepted').length;
};

it('lets the allowed number through in a window, each subject by itself', async () => {
  expect(await outcomes(20)).toBe(attempts);
  expect(await attempt('b@staff.test')).toBe('accepted');
  expect(await refusalOf(countAttempt('track.reference', 'a@staff.test'))).toBe('accepted');
});

it('says how many minutes to wait, and opens again when they are over', async () => {
  await outcomes(attempts);
  vi.setSystemTime(begin.getTime() + 60_000);
  await expect(countAttempt('sign-in.account', 'a@staff.test')).rejects.toMatchObject({
    code: 'access.too-many-attempts',
    details: { minutes: 14 },
  });
  vi.setSystemTime(begin.getTime() + window - 1);
  expect(await attempt()).toBe('access.too-many-attempts');
  vi.setSystemTime(begin.getTime() + window);
  expect(await outcomes(attempts + 1)).toBe(attempts);
});

it('is forgotten after a success, and swept away when it is old', async () => {
  await outcomes(attempts);
  await forgetAttempts('sign-in.account', 'a@staff.test');
  expect(await attempt()).toBe('accepted');
  await sweepAttempts();
  expect(await read().$count(throttles)).toBe(1);
  vi.setSystemTime(begin.getTime() + 61 * 60_000);
  await sweepAttempts();
  expect(await read().$count(throttles)).toBe(0);
});

it('keeps no endless key', async () => {
  await attempt('x'.repeat(100_000));
  const [row] = await read().select().from(throttles);
  expect(row?.key.length).toBeLessThan(300);
});
