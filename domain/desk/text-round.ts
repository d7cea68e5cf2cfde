/** Taking in the words of cases that changed: the worker's part of the full text. */
import { bookkeep } from '../change';
import { refreshTexts, staleCases } from './text-index';

/** So few at once that nobody waits long for the register meanwhile. */
const together = 10;

/** Takes in some of the cases that wait. @returns whether there were any */
export async function takeInTexts(): Promise<boolean> {
  const waiting = await staleCases(together);
  if (waiting.length > 0) await bookkeep((tx) => refreshTexts(tx, waiting));
  return waiting.length > 0;
}

/** Takes in all that wait, for a register just made or taken over. @param tell told how many are done */
export async function takeInAllTexts(tell: (done: number) => void = () => {}): Promise<void> {
  for (let done = 0; ; ) {
    const waiting = await staleCases(200);
    if (waiting.length === 0) return;
    await bookkeep((tx) => refreshTexts(tx, waiting));
    done += waiting.length;
    tell(done);
  }
}
