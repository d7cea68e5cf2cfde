import { bookkeep } from '../../change';
import { theStore } from '../../database';
import { type Block, blockKey, PostingPacker, PostingReader, placeInSegment } from './postings';
import { inPieces, nextSegment } from './writing';

type Segment = { id: number; records: number; postings: number };

/** So many segments of like size are joined while a large file comes in; a search looks into no more than two when it is done. */
const alike = 8;
const mostLeft = 2;

/** Joins eight segments of like size into one, as long as there are eight. */
export async function joinEqual(): Promise<void> {
  for (;;) {
    const all = segments();
    const first = all.findIndex(
      ({ postings }, at) => (all[at + alike - 1]?.postings ?? Number.POSITIVE_INFINITY) < postings * 4,
    );
    if (first < 0) return;
    await join(all.slice(first, first + alike));
  }
}

/** Joins the smallest segments until no more than two are left. What searches read stays whole all the time. */
export async function joinSmall(): Promise<void> {
  for (let all = segments(); all.length > mostLeft; all = segments())
    await join(all.slice(0, Math.min(alike, all.length - mostLeft + 1)));
}

const segments = (): Segment[] =>
  theStore()
    .engine.writer.prepare('SELECT id, records, postings FROM index_segments ORDER BY postings')
    .all() as Segment[];

async function join(small: readonly Segment[]): Promise<void> {
  const { writer } = theStore().engine;
  const joined = await nextSegment();
  await inPieces(mergedBlocks(small), (block, { putBlock }) => putBlock(blockKey(joined, block.place), block.data));
  await bookkeep(async () => {
    const drop = writer.prepare('DELETE FROM index_segments WHERE id = ?');
    for (const { id } of small) drop.run(id);
    writer
      .prepare('INSERT INTO index_segments (id, records, postings) VALUES (?, ?, ?)')
      .run(joined, sum(small, 'records'), sum(small, 'postings'));
  });
  for (const { id } of small) await removeBlocks(id);
}

const sum = (segments: readonly Segment[], what: 'records' | 'postings'): number =>
  segments.reduce((total, segment) => total + segment[what], 0);

async function removeBlocks(segment: number): Promise<void> {
  const { writer } = theStore().engine;
  const some = writer.prepare(
    'DELETE FROM index_postings WHERE key IN (SELECT key FROM index_postings WHERE key >= ? AND key < ? LIMIT 2000)',
  );
  let removed = 1;
  while (removed > 0)
    await bookkeep(async () => {
      removed = some.run(blockKey(segment, 0), blockKey(segment + 1, 0)).changes;
    });
}

function* mergedBlocks(segments: readonly Segment[]): Generator<Block> {
  const ready: Block[] = [];
  const packer = new PostingPacker((block) => ready.push(block));
  const streams = segments.map(({ id }) => new SegmentStream(id)).filter((stream) => stream.next());
  while (streams.length > 0) {
    // Few segments: looking through them all is quicker than keeping a heap.
    let least = streams[0] as SegmentStream;
    for (const stream of streams)
      if (stream.place < least.place || (stream.place === least.place && stream.record < least.record)) least = stream;
    packer.add(least.place, least.record);
    if (!least.next()) streams.splice(streams.indexOf(least), 1);
    const block = ready.pop();
    if (block) yield block;
  }
  packer.finish();
  yield* ready;
}

/** The postings of one segment in order, a few hundred blocks at a time. */
class SegmentStream {
  readonly #segment: number;
  readonly #reader = new PostingReader();
  #blocks: { key: number; data: Uint8Array }[] = [];
  #at = 0;
  #after: number;
  #open = false;

  constructor(segment: number) {
    this.#segment = segment;
    this.#after = blockKey(segment, 0) - 1;
  }

  get place(): number {
    return this.#reader.place;
  }

  get record(): number {
    return this.#reader.record;
  }

  next(): boolean {
    while (!this.#open || !this.#reader.next()) {
      const block = this.#nextBlock();
      if (!block) return false;
      this.#reader.open(placeInSegment(block.key), block.data);
      this.#open = true;
    }
    return true;
  }

  #nextBlock(): { key: number; data: Uint8Array } | undefined {
    if (this.#at === this.#blocks.length) {
      this.#blocks = theStore()
        .engine.writer.prepare('SELECT key, data FROM index_postings WHERE key > ? AND key < ? ORDER BY key LIMIT 256')
        .all(this.#after, blockKey(this.#segment + 1, 0)) as { key: number; data: Uint8Array }[];
      this.#at = 0;
      this.#after = this.#blocks.at(-1)?.key ?? this.#after;
    }
    return this.#blocks[this.#at++];
  }
}
