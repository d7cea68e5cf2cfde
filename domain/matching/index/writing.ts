/** Long writing in transactions short enough for others to get in between. */
import { bookkeep } from '../../change';
import { theStore } from '../../database';

/** Milliseconds of one transaction. */
const longest = 40;

type Put = { putBlock(key: number, data: Uint8Array): void };

/** Writes everything that `items` gives, as many in one transaction as fit into 40 ms. */
export async function inPieces<Item>(items: Iterator<Item>, write: (item: Item, put: Put) => void): Promise<void> {
  const { writer } = theStore().engine;
  const block = writer.prepare('INSERT OR REPLACE INTO index_postings (key, data) VALUES (?, ?)');
  const put: Put = { putBlock: (key, data) => void block.run(key, data) };
  for (let next = items.next(); !next.done; )
    await bookkeep(async () => {
      const until = performance.now() + longest;
      while (!next.done && performance.now() < until) {
        write(next.value, put);
        next = items.next();
      }
    });
}

/** The smallest number that no segment has. */
export async function nextSegment(): Promise<number> {
  const taken = new Set(theStore().engine.writer.prepare('SELECT id FROM index_segments').pluck().all());
  let id = 1;
  while (taken.has(id)) id++;
  return id;
}
