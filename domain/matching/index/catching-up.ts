/** Brings records into the index that are not there yet: after a kill, after a change of the rules. */
import { asc, eq, gt, max } from 'drizzle-orm';
import { archiveRecords, imports, indexSources } from '@/db/schema';
import { reader } from '../../archive/records';
import { bookkeep } from '../../change';
import { read, theStore } from '../../database';
import { Gazetteer } from '../../places/gazetteer';
import { gazetteerLines } from '../../places/queries';
import { FactsPacker } from '../facts';
import { keepTotals, noTotals, readTotals } from './state';
import { IndexWriter } from './writer';

const together = 2000;

/**
 * Indexes all records above those the index holds. @returns how many they were
 * @param onProgress told the record id that was reached, after every 2,000
 */
export async function catchUp(onProgress: (reached: number) => void | Promise<void> = () => {}): Promise<number> {
  const { indexedTo } = readTotals(theStore().engine.writer);
  const [{ last } = { last: null }] = await read()
    .select({ last: max(archiveRecords.id) })
    .from(archiveRecords);
  if ((last ?? 0) <= indexedTo) return 0;
  const writer = await IndexWriter.open();
  const packer = new FactsPacker(new Gazetteer(await gazetteerLines(), 'exactly'));
  const readers = await importReaders();
  let after = indexedTo;
  let count = 0;
  for (;;) {
    const records = await read()
      .select({ id: archiveRecords.id, importNumber: archiveRecords.importNumber, row: archiveRecords.row })
      .from(archiveRecords)
      .where(gt(archiveRecords.id, after))
      .orderBy(asc(archiveRecords.id))
      .limit(together);
    if (records.length === 0) break;
    for (const { importNumber, row } of records) {
      const own = readers.get(importNumber);
      if (!own) throw new Error(`Import ${importNumber} of an archive record is not there`);
      packer.add(own.read(row).record, own.source);
    }
    await writer.add(
      packer.take(),
      Float64Array.from(records, ({ id }) => id),
    );
    after = records.at(-1)?.id ?? after;
    count += records.length;
    await onProgress(after);
  }
  await writer.finish();
  return count;
}

/** Makes the whole index anew: needed when rules of names, places or dates have improved. Searches find less until it is done. */
export async function rebuild(onProgress?: (reached: number) => void | Promise<void>): Promise<number> {
  const { writer } = theStore().engine;
  await bookkeep(async () => {
    for (const table of ['index_segments', 'index_postings', 'index_rows', 'sound_skeletons', 'sound_keys'])
      writer.prepare(`DELETE FROM ${table}`).run();
    // The generation goes on, so that a search that is open sees that everything is new.
    keepTotals(writer, { ...noTotals(), generation: readTotals(writer).generation + 1 });
  });
  return catchUp(onProgress);
}

async function importReaders() {
  const rows = await read()
    .select({
      number: imports.number,
      sourceKey: imports.sourceKey,
      columns: imports.columns,
      mapping: imports.mapping,
    })
    .from(imports);
  const made = new Map<number, { read: ReturnType<typeof reader>; source: number }>();
  for (const { number, sourceKey, columns, mapping } of rows)
    made.set(number, { read: reader(columns, mapping), source: await sourceNumber(sourceKey) });
  return made;
}

/** The number that compact facts carry for a source; given at its first import. */
export async function sourceNumber(sourceKey: string): Promise<number> {
  const [known] = await read()
    .select({ number: indexSources.number })
    .from(indexSources)
    .where(eq(indexSources.sourceKey, sourceKey));
  if (known) return known.number;
  return bookkeep(async (tx) => {
    const [{ last } = { last: null }] = await tx.select({ last: max(indexSources.number) }).from(indexSources);
    const number = (last ?? 0) + 1;
    await tx.insert(indexSources).values({ number, sourceKey });
    return number;
  });
}
