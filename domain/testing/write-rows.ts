/**
 * A process of its own that writes rows and says on stdout which are in: `write-rows FILE LABEL [COUNT]`; without a count it
 * goes on until it is killed. Each row also raises a common counter, so that a lost update shows.
 */
import { eq } from 'drizzle-orm';
import { settings } from '@/db/schema';
import { openStore } from '@/db/store';

const [file = '', label = '', count] = process.argv.slice(2);
const store = openStore(file);

for (let n = 0; n < Number(count ?? Number.POSITIVE_INFINITY); n++) {
  const key = `${label}-${n}`;
  await store.tx(async (tx) => {
    const [counter] = await tx.select().from(settings).where(eq(settings.key, 'counter'));
    await tx.insert(settings).values({ key, value: 'kept' });
    await tx
      .update(settings)
      .set({ value: Number(counter?.value) + 1 })
      .where(eq(settings.key, 'counter'));
  });
  // A pipe is written to before this returns: what is said is said, even when the process dies next.
  process.stdout.write(`${key}\n`);
}
store.close();
