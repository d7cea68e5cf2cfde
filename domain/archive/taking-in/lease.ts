/** Who writes the archive index: one at a time for each database, held for as long as there are signs of life. */
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { indexState } from '@/db/schema';
import { bookkeep } from '@/domain/change';
import { theStore } from '@/domain/database';
import { DomainError } from '@/domain/result';

/** How long a holder is waited for without a sign of life, in milliseconds. */
const held = 30_000;
const renewEvery = 8_000;
const askEvery = 500;
const key = 'writing';

/** `machine` and `process` tell at once that a holder was killed, where that can be told. */
type Lease = { holder: string; until: number; machine: string; process: number };

export type Writing = {
  /** Who this is: a transaction that writes the index makes sure with `isHeld` that it still is. */
  holder: string;
};

/**
 * Runs `work` as the only one who writes archive records and their index; another one is waited for. Times are the machine's,
 * whatever the demonstration's clock says.
 * @param onWaiting told once a second while another one writes; what it throws ends the waiting
 */
export async function asOnlyWriter<T>(
  work: (writing: Writing) => Promise<T>,
  onWaiting: () => void | Promise<void> = () => {},
): Promise<T> {
  const holder = randomUUID();
  for (let tries = 0; !(await take(holder)); tries++) {
    if (tries % 2 === 0) await onWaiting();
    await pause(askEvery);
  }
  const renewing = setInterval(() => {
    // A failed renewal shows in the next transaction of the work.
    take(holder).catch(() => undefined);
  }, renewEvery);
  renewing.unref();
  try {
    return await work({ holder });
  } finally {
    clearInterval(renewing);
    await giveBack(holder).catch(() => undefined);
  }
}

/** Inside a transaction: whether the lease is still this holder's. One who slept too long finds out here and writes nothing. */
export function isHeld(holder: string): boolean {
  const value = theStore().engine.writer.prepare('SELECT value FROM index_state WHERE key = ?').pluck().get(key);
  return typeof value === 'string' && (JSON.parse(value) as Lease).holder === holder;
}

/**
 * Inside a transaction: whether nobody writes the archive index. A single record may then be put in within that same transaction:
 * whoever takes the lease next finds it there.
 */
export function isFree(): boolean {
  const value = theStore().engine.writer.prepare('SELECT value FROM index_state WHERE key = ?').pluck().get(key);
  return typeof value !== 'string' || !isStanding(JSON.parse(value) as Lease, Date.now());
}

/** @throws DomainError `import.lease-lost` */
export function refuseUnheld(holder: string): void {
  if (!isHeld(holder)) throw new DomainError('import.lease-lost');
}

function take(holder: string): Promise<boolean> {
  return bookkeep(async (tx) => {
    const [row] = await tx.select().from(indexState).where(eq(indexState.key, key));
    const lease = row?.value as Lease | undefined;
    const at = Date.now();
    if (lease && lease.holder !== holder && isStanding(lease, at)) return false;
    const value: Lease = { holder, until: at + held, machine: thisMachine(), process: process.pid };
    await tx.insert(indexState).values({ key, value }).onConflictDoUpdate({ target: indexState.key, set: { value } });
    return true;
  });
}

/** A clock that was set back must not lock everyone out. */
const isStanding = (lease: Lease, at: number): boolean =>
  lease.until > at && lease.until <= at + held && !isDead(lease);

/** A wrong yes would do no harm: whoever lost the lease finds out before it writes. */
function isDead(lease: Lease): boolean {
  if (lease.machine !== thisMachine()) return false;
  try {
    process.kill(lease.process, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** Where process numbers mean the same: one machine, and on Linux one container of it. */
function thisMachine(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

function giveBack(holder: string): Promise<void> {
  return bookkeep(async (tx) => {
    if (isHeld(holder)) await tx.delete(indexState).where(eq(indexState.key, key));
  });
}
