/** What is public is made once for all who ask at a time, and anew after a failure. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { whilePublishedStands } from './kept-published';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

it('is made once, also while it is being made', async () => {
  const work = vi.fn(async () => 1);
  const both = [whilePublishedStands('key', work), whilePublishedStands('key', work)];
  expect(await Promise.all(both)).toEqual([1, 1]);
  expect(await whilePublishedStands('key', work)).toBe(1);
  expect(work).toHaveBeenCalledTimes(1);
});

it('is tried anew after it failed', async () => {
  await expect(whilePublishedStands('key', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await whilePublishedStands('key', async () => 2)).toBe(2);
});
