/** The program itself as a process of its own: that is what is measured, its memory as well. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export type Ended = { seconds: number; peakBytes: number | null };

/**
 * Runs `izdeu` on one database file and hands on every line it prints.
 * @returns seconds from start to end and the peak of its resident memory, null where the system does not tell
 * @throws when it does not end with status 0
 */
export async function izdeu(
  database: string,
  words: readonly string[],
  onLine: (line: string) => void = () => undefined,
): Promise<Ended> {
  const began = performance.now();
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/izdeu.ts', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...environment, DATABASE_FILE: database, LOG_LEVEL: 'warn' },
  });
  let peakBytes: number | null = null;
  const watch = setInterval(() => {
    peakBytes = peakOf(child.pid) ?? peakBytes;
  }, 100);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  try {
    for await (const line of createInterface({ input: child.stdout })) onLine(line);
    const status = await ended;
    if (status !== 0) throw new Error(`izdeu ${words.join(' ')} ended with status ${status}`);
  } finally {
    clearInterval(watch);
  }
  return { seconds: (performance.now() - began) / 1000, peakBytes };
}

/** The highest resident memory so far: the system keeps it, so that nothing is missed between two looks. */
function peakOf(pid: number | undefined): number | null {
  if (pid === undefined) return null;
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return found ? Number(found[1]) * 1024 : null;
  } catch {
    // Ended meanwhile, or a system without /proc.
    return null;
  }
}
