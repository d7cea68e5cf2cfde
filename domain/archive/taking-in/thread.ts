/** The thread that reads: hands over one batch for every one that was asked for, so that memory stays flat. */
import type { MessagePort } from 'node:worker_threads';
import { ReadRefusal } from '../reading/refusal';
import { type Opening, type ReadingTask, readBatches, type TakenBatch } from './batches';

export type FromThread =
  | { opening: Opening }
  | { batch: TakenBatch }
  | { refusal: { code: ReadRefusal['code']; detail: string } }
  | { end: true };

/** Reads what the task says and hands it over by the port, to its end. */
export async function readInThread(port: MessagePort, task: ReadingTask): Promise<void> {
  let asked = 0;
  let wake = () => {};
  port.on('message', () => {
    asked += 1;
    wake();
  });
  const tell = (message: FromThread, transfer: readonly ArrayBuffer[] = []) => port.postMessage(message, [...transfer]);
  try {
    await readBatches(
      task,
      (opening) => tell({ opening }),
      async (batch) => {
        while (asked === 0)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        asked -= 1;
        tell({ batch }, buffersOf(batch));
      },
    );
    tell({ end: true });
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error;
    tell({ refusal: { code: error.code, detail: error.detail } });
  }
  port.close();
}

/** Arrays that fill their buffer are handed over instead of copied. */
function buffersOf(batch: TakenBatch): ArrayBuffer[] {
  const arrays = [batch.lines, batch.identities, batch.contents, batch.raised, ...Object.values(batch.facts)];
  return arrays.flatMap((value: unknown) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
      ? [value.buffer]
      : [],
  );
}
