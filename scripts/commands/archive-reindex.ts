import { max } from 'drizzle-orm';
import { archiveRecords } from '@/db/schema';
import { asOnlyWriter } from '@/domain/archive/taking-in/lease';
import { paceOf } from '@/domain/archive/taking-in/pace';
import { read } from '@/domain/database';
import { rebuild } from '@/domain/matching/index/catching-up';
import { sayWaiting } from './import-progress';
import { openRegister, printJson } from './register';
import { say } from './words';

/** Makes the search index anew; searches find less until it is done. Interrupted, the next import or another run goes on. */
export async function reindexRecords(): Promise<void> {
  await openRegister();
  const began = performance.now();
  const [{ last } = { last: null }] = await read()
    .select({ last: max(archiveRecords.id) })
    .from(archiveRecords);
  const indexed = await asOnlyWriter(() => rebuild(onTerminal(last ?? 0)), sayWaiting());
  printJson({ indexed, seconds: Math.round((performance.now() - began) / 100) / 10 });
}

const { stderr } = process;

/** How far it is, on one line of a terminal that is written over. */
function onTerminal(last: number): (reached: number) => void {
  const pace = paceOf();
  return (reached) => {
    if (!stderr.isTTY) return;
    const share = last === 0 ? 1 : reached / last;
    const { rate } = pace(reached, share);
    const text = say('cli.reindex-progress', { percent: Math.floor(share * 100), rate });
    stderr.write(`\r${text}\u001b[K${share >= 1 ? '\n' : ''}`);
  };
}
