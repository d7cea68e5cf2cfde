/** Writes the search index: gathers facts, packs them into a segment, joins small segments. One of two places that know the engine. */
import { bookkeep } from '../../change';
import { theStore } from '../../database';
import type { FactsBatch } from '../facts';
import { Gathering } from './gathering';
import { joinEqual, joinSmall } from './joining';
import { addNames } from './names';
import { type Block, blockKey, PostingPacker } from './postings';
import { addRows } from './rows';
import { keepTotals, readTotals } from './state';
import { addToTotals } from './totals';
import { inPieces, nextSegment } from './writing';

/** Records packed together; more would only take memory. */
const segmentRecords = 200_000;

export class IndexWriter {
  #gathered = new Gathering();

  private constructor() {}

  /** Takes away what an interrupted writer left behind. The caller sees to it that nobody else writes. */
  static async open(): Promise<IndexWriter> {
    const { writer } = theStore().engine;
    await bookkeep(async () => {
      const living = writer.prepare('SELECT id FROM index_segments ORDER BY id').pluck().all() as number[];
      removeBetween(living);
    });
    return new IndexWriter();
  }

  /** @param recordIds id of each record of the batch in its order, going up over all calls; 0 where it was not kept */
  async add(batch: FactsBatch, recordIds: Float64Array): Promise<void> {
    this.#gathered.add(batch, recordIds);
    if (this.#gathered.records < segmentRecords) return;
    await this.#pack();
    await joinEqual();
  }

  /** Writes what is left and joins small segments, so that a search has few to look into. */
  async finish(): Promise<void> {
    await this.#pack();
    await joinSmall();
  }

  async #pack(): Promise<void> {
    const gathered = this.#gathered;
    if (gathered.records === 0) return;
    this.#gathered = new Gathering();
    const segment = await nextSegment();
    await inPieces(blocksOf(gathered), (block, { putBlock }) => putBlock(blockKey(segment, block.place), block.data));
    await addRows(gathered);
    await addNames(gathered);
    await bookkeep(async () => {
      const { writer } = theStore().engine;
      writer
        .prepare('INSERT INTO index_segments (id, records, postings) VALUES (?, ?, ?)')
        .run(segment, gathered.records, gathered.postings);
      keepTotals(writer, addToTotals(readTotals(writer), gathered));
    });
  }
}

function* blocksOf(gathered: Gathering): Generator<Block> {
  const ready: Block[] = [];
  const packer = new PostingPacker((block) => ready.push(block));
  for (const posting of gathered.sorted()) {
    packer.add(gathered.places[posting] as number, gathered.ids[gathered.owners[posting] as number] as number);
    const block = ready.pop();
    if (block) yield block;
  }
  packer.finish();
  yield* ready;
}

/** Blocks of no living segment are leftovers of a write that did not end. */
function removeBetween(living: readonly number[]): void {
  const { writer } = theStore().engine;
  const remove = writer.prepare('DELETE FROM index_postings WHERE key >= ? AND key < ?');
  let from = 0;
  for (const segment of [...living, 2 ** 17]) {
    remove.run(blockKey(from, 0), blockKey(segment, 0));
    from = segment + 1;
  }
}
