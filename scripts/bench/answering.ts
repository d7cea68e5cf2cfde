/** Pages asked again and again, gently, while something else is going on. */
import { setTimeout as pause } from 'node:timers/promises';

export type Answering = { name: string; asked: number; failed: number; p50: number; p95: number };
type Page = { name: string; url: string; headers: Record<string, string> };

/** A reader's pause between two pages, in milliseconds. */
const between = 100;

/** Asks the pages in turn until it is told to end. @returns milliseconds; `failed` counts everything but 200 */
export function watchPages(pages: readonly Page[]): { end(): Promise<Answering[]> } {
  const stopping = new AbortController();
  const watched = pages.map((page) => watch(page, stopping.signal));
  return {
    async end() {
      stopping.abort();
      return Promise.all(watched);
    },
  };
}

async function watch({ name, url, headers }: Page, stopping: AbortSignal): Promise<Answering> {
  const times: number[] = [];
  let failed = 0;
  while (!stopping.aborted) {
    const from = performance.now();
    if (!(await isAnswered(url, headers))) failed += 1;
    times.push(performance.now() - from);
    await pause(between);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { name, asked: times.length, failed, p50: at(0.5), p95: at(0.95) };
}

async function isAnswered(url: string, headers: Record<string, string>): Promise<boolean> {
  try {
    const response = await fetch(url, { headers, redirect: 'manual' });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
