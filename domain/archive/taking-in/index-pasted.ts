/** Brings single records that were put in by hand into the search index. */
import { max } from 'drizzle-orm';
import { archiveRecords } from '@/db/schema';
import { read, theStore } from '@/domain/database';
import { catchUp } from '@/domain/matching/index/catching-up';
import { readTotals } from '@/domain/matching/index/state';
import { asOnlyWriter } from './lease';

class SomebodyWrites extends Error {}

/** Does nothing while somebody else writes: whoever reads an import in catches up first. */
export async function indexPasted(): Promise<void> {
  const { indexedTo } = readTotals(theStore().engine.writer);
  const [{ last } = { last: null }] = await read()
    .select({ last: max(archiveRecords.id) })
    .from(archiveRecords);
  if ((last ?? 0) <= indexedTo) return;
  try {
    await asOnlyWriter(
      async () => {
        await catchUp();
      },
      () => {
        throw new SomebodyWrites();
      },
    );
  } catch (error) {
    if (!(error instanceof SomebodyWrites)) throw error;
  }
}
