/** What a terminal shows of an import while it runs; a log gets nothing of it. */
import { paceOf } from '@/domain/archive/taking-in/pace';
import type { ImportCounts } from '@/domain/archive/taking-in/run';
import { say } from './words';

const { stderr } = process;

/** How often the line is written anew, in milliseconds. */
const every = 200;

/** Share of the file, rows, rows a second and time left, on one line that is written over. */
export function importProgress(): (progress: ImportCounts, share: number) => void {
  const pace = paceOf();
  let told = 0;
  return ({ read: rows, rejected }, share) => {
    if (!stderr.isTTY) return;
    const { rate, left } = pace(rows, share);
    if (Date.now() - told < every && share < 1) return;
    told = Date.now();
    const percent = Math.floor(share * 100);
    const text = say('cli.import-progress', { percent, rows, rejected, rate, left: left < 0 ? '…' : timeText(left) });
    stderr.write(`\r${text}\u001b[K${share >= 1 ? '\n' : ''}`);
  };
}

/** Said once: another import writes, and this one waits for its end. */
export function sayWaiting(): () => void {
  let said = false;
  return () => {
    if (said) return;
    said = true;
    stderr.write(`${say('cli.import-waits')}\n`);
  };
}

/** `m:ss`, or `h:mm:ss`. */
function timeText(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, place) => (place === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
