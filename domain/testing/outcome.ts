/** What came of a command: refused with which code, recorded as which events. */
import { and, asc, eq, gt, max } from 'drizzle-orm';
import { events } from '@/db/schema';
import { read } from '../database';
import { DomainError } from '../result';

/** The code with which something is refused, `accepted` when it is not. Any other error is a bug and passes on. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  return (await refusedWith(work))?.code ?? 'accepted';
}

/** The refusal by field, for input that was refused. */
export async function refusedFields(work: Promise<unknown>): Promise<Readonly<Record<string, string>>> {
  return (await refusedWith(work))?.fields ?? {};
}

async function refusedWith(work: Promise<unknown>): Promise<DomainError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** The kinds of what `work` recorded, in order. */
export async function recordedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await lastSeq();
  await work();
  return (await eventsAfter(before)).map((event) => event.kind);
}

/** The number of the last event; a refused command leaves it as it was. */
export async function lastSeq(): Promise<number> {
  const [row] = await read()
    .select({ seq: max(events.seq) })
    .from(events);
  return row?.seq ?? 0;
}

export type RecordedEvent = Omit<typeof events.$inferSelect, 'data'> & { data: Record<string, unknown> };

/** Events in order, their data read; of one case, one kind, or all. */
export async function eventsAfter(seq: number, of: { caseId?: string; kind?: string } = {}): Promise<RecordedEvent[]> {
  const rows = await read()
    .select()
    .from(events)
    .where(
      and(
        gt(events.seq, seq),
        of.caseId ? eq(events.caseId, of.caseId) : undefined,
        of.kind ? eq(events.kind, of.kind) : undefined,
      ),
    )
    .orderBy(asc(events.seq));
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) }));
}
