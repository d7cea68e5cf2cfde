/** The demonstration's file, made the first time: whole, or not at all. */
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeDemonstration } from './make';

/**
 * Makes `file` where there is none. It is made beside it under another name: killed half-way it leaves nothing that could be
 * taken for a register, and the next time clears it away.
 */
export async function makeOnce(
  file: string,
  tell: (share: number) => void,
  make: typeof makeDemonstration = makeDemonstration,
): Promise<void> {
  if (existsSync(file)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  clearAbandoned(file);
  const making = `${file}.${process.pid}.making`;
  const drop = () => dropFile(making);
  const interrupted = () => {
    drop();
    process.exit(1);
  };
  for (const signal of signals) process.on(signal, interrupted);
  try {
    tell(0);
    await make(making, { tell });
    publish(making, file);
  } finally {
    for (const signal of signals) process.off(signal, interrupted);
    drop();
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function dropFile(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}

/** A link appears whole and only once: of two processes that made one, the first is believed. */
function publish(made: string, file: string): void {
  try {
    linkSync(made, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const folder = openSync(path.dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function clearAbandoned(file: string): void {
  const folder = path.dirname(file);
  const name = path.basename(file);
  for (const entry of readdirSync(folder)) {
    const [, pid] = entry.startsWith(`${name}.`) ? (/\.(\d+)\.making(?:-wal|-shm)?$/.exec(entry) ?? []) : [];
    if (pid && !isRunning(Number(pid))) rmSync(path.join(folder, entry), { force: true });
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
