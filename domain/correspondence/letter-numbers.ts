/** Outgoing numbers of letters: typed from the chancellery's journal, or drawn from our own counter. */
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { letters, settings } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { command, query } from '../command';
import { read } from '../database';
import { line } from '../input';
import { DomainError } from '../result';

const patternKey = 'letters.numbering';
const counterKey = 'letters.counter';

/** `{n}`: the next number of the year; `{yyyy}` and `{yy}`: the year. */
const defaultNumbering = '{yy}/{n}';

/** The pattern our own numbers are made by. */
export const numberingPattern = query('setting.write', z.strictObject({}), async () => patternInForce());

async function patternInForce(): Promise<string> {
  const [row] = await read().select().from(settings).where(eq(settings.key, patternKey));
  return typeof row?.value === 'string' ? row.value : defaultNumbering;
}

/** @throws DomainError `input.invalid` when the pattern has no `{n}`, or no year: the counter begins anew each January */
export const changeNumbering = command(
  'setting.write',
  z.strictObject({ pattern: line(40) }),
  async ({ pattern }, { tx, record }) => {
    if (!pattern.includes('{n}') || !/\{yy(?:yy)?\}/.test(pattern))
      throw new DomainError('input.invalid', { pattern: 'letter.pattern' });
    await keep(tx, patternKey, pattern);
    record({ kind: 'setting.changed', data: { key: patternKey } });
  },
);

/**
 * The next free number of our own counter for letters of this day (`YYYY-MM-DD`); a number that the chancellery gave already is
 * passed over.
 */
export async function nextNumber(tx: WriteDb, day: string): Promise<string> {
  const year = day.slice(0, 4);
  const pattern = await patternInForce();
  const [row] = await tx.select().from(settings).where(eq(settings.key, counterKey));
  const counters = { ...(row?.value as Record<string, number> | undefined) };
  for (;;) {
    counters[year] = (counters[year] ?? 0) + 1;
    const number = pattern
      .replaceAll('{n}', String(counters[year]))
      .replaceAll('{yyyy}', year)
      .replaceAll('{yy}', year.slice(2));
    if (await isTaken(tx, number)) continue;
    await keep(tx, counterKey, counters);
    return number;
  }
}

/** Whether a letter went out under this number. */
export async function isTaken(tx: WriteDb, number: string): Promise<boolean> {
  const rows = await tx.select({ id: letters.id }).from(letters).where(eq(letters.number, number)).limit(1);
  return rows.length > 0;
}

async function keep(tx: WriteDb, key: string, value: unknown): Promise<void> {
  await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
}
