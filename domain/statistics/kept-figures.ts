/** Figures kept until something happens: every change records an event, so the last event's number says whether they still hold. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { desc } from 'drizzle-orm';
import { events } from '@/db/schema';
import { read, theStore } from '../database';
import type { Actor } from '../permissions';

/** The public asks what it likes: what it asks pushes out nothing of the desk's. */
type Asker = 'desk' | 'public';
/** Answers kept for each; beyond it the one longest unasked goes. */
const most: Readonly<Record<Asker, number>> = { desk: 200, public: 50 };

type Kept = Readonly<Record<Asker, Map<string, Promise<unknown>>>>;
const fresh = (): Kept => ({ desk: new Map(), public: new Map() });

const asking = new AsyncLocalStorage<Asker>();
let kept = fresh();
let keptAt = '';

/** Whose answers are kept with whose. */
export const askerOf = ({ role }: Actor): Asker => (role === 'visitor' || role === 'applicant' ? 'public' : 'desk');

/**
 * The result of `compute` for this key, computed again only after a new event (or in another database).
 * @param asker for whom; left out, whoever asked for the figure this one is a part of, else the desk
 */
export async function untilNextEvent<T>(
  key: string,
  compute: () => Promise<T>,
  asker: Asker = asking.getStore() ?? 'desk',
): Promise<T> {
  const [last] = await read().select({ hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1);
  const state = `${theStore().engine.reader.name} ${last?.hash ?? ''}`;
  if (state !== keptAt) {
    kept = fresh();
    keptAt = state;
  }
  const own = kept[asker];
  const before = own.get(key) ?? kept.desk.get(key);
  const answer = before ?? asking.run(asker, compute);
  own.delete(key);
  own.set(key, answer);
  const [oldest] = own.keys();
  if (own.size > most[asker] && oldest !== undefined) own.delete(oldest);
  // What failed is asked anew.
  if (!before) answer.catch(() => own.get(key) === answer && own.delete(key));
  return answer as Promise<T>;
}
