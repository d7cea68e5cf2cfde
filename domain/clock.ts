/** The one clock of the domain. Sign-in, sessions and codes do not use it: they live in real time. */
import { AsyncLocalStorage } from 'node:async_hooks';

const fixed = new AsyncLocalStorage<{ now: number }>();

/** Kept on `globalThis`: Next can load a module more than once in one process. */
const shared = globalThis as typeof globalThis & { izdeuClockOffset?: number };

/** Now, in milliseconds since 1970 (UTC), by the museum's clock. */
export function now(): number {
  return fixed.getStore()?.now ?? Date.now() + (shared.izdeuClockOffset ?? 0);
}

/** Sets how far the museum's clock is from the machine's, in milliseconds; only a demonstration has one. */
export function setClockOffset(milliseconds: number): void {
  shared.izdeuClockOffset = milliseconds;
}

/** Runs `work` at one moment; used to make a history and in tests. */
export function atMoment<T>(moment: number, work: () => T): T {
  return fixed.run({ now: moment }, work);
}
