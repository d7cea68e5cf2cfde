import { statfs } from 'node:fs/promises';
import { count } from 'drizzle-orm';
import { settings } from '@/db/schema';
import { read, theStore } from './database';

/** Below this many free bytes on the disk the program says so before it fails. */
const leastFree = 64 * 1024 * 1024;

export type Health = { ok: boolean; problems: string[] };

/** Whether the program can do its work: the database answers, and the disk has room. */
export async function health(): Promise<Health> {
  const problems: string[] = [];
  try {
    await read().select({ rows: count() }).from(settings);
    const disk = await statfs(theStore().engine.reader.name);
    if (disk.bavail * disk.bsize < leastFree) problems.push('disk: less than 64 MiB free');
  } catch (error) {
    problems.push(`database: ${error instanceof Error ? error.message : 'does not answer'}`);
  }
  return { ok: problems.length === 0, problems };
}
