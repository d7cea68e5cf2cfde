/** Figures kept until something happens: every change records an event, so the last event's number says whether they still hold. */
import { desc } from 'drizzle-orm';
import { events } from '@/db/schema';
import { read, theStore } from '../database';

const most = 200;
let kept = new Map<string, unknown>();
let keptAt = '';

/** The result of `compute` for this key, computed again only after a new event (or in another database). */
export async function untilNextEvent<T>(key: string, compute: () => Promise<T>): Promise<T> {
  const [last] = await read().select({ hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1);
  const state = `${theStore().engine.reader.name} ${last?.hash ?? ''}`;
  if (state !== keptAt || kept.size >= most) {
    kept = new Map();
    keptAt = state;
  }
  const own = kept;
  if (!own.has(key)) own.set(key, await compute());
  return own.get(key) as T;
}
