/** Where a file is read: beside the writing in a thread, or, when it is too small to be worth one, in the same. */
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { ReadRefusal } from '../reading/refusal';
import { type Opening, type ReadingTask, readBatches, type TakenBatch } from './batches';
import type { FromThread } from './thread';

/** Bytes from which a thread pays: starting one costs about half a second. */
const worthAThread = 2_000_000;
/** Batches under way between the two. */
const ahead = 4;

type Taker = { opened: (opening: Opening) => void; take: (batch: TakenBatch) => Promise<void> };

/**
 * Reads the file of a task and gives its batches to `take` one after the other.
 * @throws ReadRefusal when the file cannot be read at all, or breaks off; whatever `take` throws ends the reading
 */
export async function readFileInto(task: ReadingTask, taker: Taker): Promise<void> {
  const size = await stat(task.path).then(
    (found) => found.size,
    () => 0,
  );
  if (size < worthAThread) await readBatches(task, taker.opened, taker.take);
  else await readInThread(task, taker);
}

async function readInThread(task: ReadingTask, { opened, take }: Taker): Promise<void> {
  // A path that no bundler follows: the thread is started from the sources, as the whole worker is.
  const worker = new Worker(new URL('./start-thread.mjs', import.meta.url), { workerData: task, execArgv: [] });
  const arrived: FromThread[] = [];
  let wake = () => {};
  let failure: unknown;
  worker.on('message', (message: FromThread) => {
    arrived.push(message);
    wake();
  });
  worker.on('error', (error) => {
    failure = error;
    wake();
  });
  worker.on('exit', () => {
    arrived.push({ end: true });
    wake();
  });
  try {
    for (let n = 0; n < ahead; n++) worker.postMessage('more');
    for (;;) {
      const message = arrived.shift();
      if (message === undefined) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      } else if ('end' in message) {
        if (failure) throw failure;
        return;
      } else if ('refusal' in message) throw new ReadRefusal(message.refusal.code, message.refusal.detail);
      else if ('opening' in message) opened(message.opening);
      else {
        await take(message.batch);
        worker.postMessage('more');
      }
    }
  } finally {
    await worker.terminate();
  }
}
