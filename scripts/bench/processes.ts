/** How much memory processes take, as Linux counts it; nothing is measured elsewhere. */
import { readdirSync, readFileSync } from 'node:fs';

export type Peaks = {
  /** Most of each process in bytes, by the name it was given; `children` is the largest process begun by one of them. */
  each: Record<string, number>;
  /** Most of all of them together at one moment. */
  together: number;
};

/** Looks this often, in milliseconds: a picture takes longer. */
const every = 50;

/** Watches processes and what they begin until it is told to end. @param watched process ids by name */
export function watchMemory(watched: Readonly<Record<string, number>>): { end(): Peaks } {
  const peaks: Peaks = { each: {}, together: 0 };
  const timer = setInterval(() => look(watched, peaks), every);
  return {
    end() {
      clearInterval(timer);
      look(watched, peaks);
      return peaks;
    },
  };
}

/** What a process holds at this moment, in bytes. */
export const memoryNow = (pid: number): number => bytesOf(pid, 'VmRSS');

function look(watched: Readonly<Record<string, number>>, peaks: Peaks): void {
  const raise = (name: string, bytes: number) => {
    peaks.each[name] = Math.max(peaks.each[name] ?? 0, bytes);
  };
  let together = 0;
  for (const [name, pid] of Object.entries(watched)) {
    raise(name, bytesOf(pid, 'VmHWM'));
    together += bytesOf(pid, 'VmRSS');
    for (const child of childrenOf(pid)) {
      raise('children', bytesOf(child, 'VmHWM'));
      together += bytesOf(child, 'VmRSS');
    }
  }
  peaks.together = Math.max(peaks.together, together);
}

/** 0 when the process ended meanwhile. */
function bytesOf(pid: number, field: 'VmHWM' | 'VmRSS'): number {
  const kilobytes = new RegExp(`^${field}:\\s*(\\d+) kB$`, 'm').exec(text(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function childrenOf(pid: number): number[] {
  const direct = threadsOf(pid).flatMap((thread) =>
    text(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
  return direct.flatMap((child) => [child, ...childrenOf(child)]);
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
