/** The queue in step with the cases: one derived row each, and how many stand where. Called by `change()`; nobody else writes it. */
import { and, eq, inArray, isNull, max, ne, or, sql } from 'drizzle-orm';
import { caseText } from '@/db/case-text';
import { applications, caseCounts, caseJoins, caseQueue, cases, conclusions, letters, noDay } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { answeringLetters } from '../correspondence/letter-kinds';
import { read } from '../database';
import { holidayCalendar } from '../working-calendar';
import { dueOf, type QueueFacts, type QueueRow, type Relative, undatedRow } from './queue-row';
import { termsInUse } from './terms-in-use';

/** Cases worked out together: their ids fit into one statement. */
const batch = 500;

/**
 * Brings the rows of these cases, and of those they are joined to, in step; the row of a case that is gone goes with it. Inside the
 * transaction that changed them.
 */
export async function refreshQueue(tx: WriteDb, caseIds: readonly string[]): Promise<void> {
  for (let at = 0; at < caseIds.length; at += batch) await refreshBatch(tx, caseIds.slice(at, at + batch));
}

async function refreshBatch(tx: WriteDb, caseIds: readonly string[]): Promise<void> {
  const joins = await openJoins([...caseIds]);
  const leading = joins.filter((join) => caseIds.includes(join.caseId)).map((join) => join.intoId);
  const ids = [...new Set([...caseIds, ...leading])];
  const known = await factsOf(ids, leading.length > 0 ? await openJoins(ids) : joins);
  const dated = await dating();
  const changed: QueueRow[] = [];
  const moved: Moved[] = [];
  for (const { was, ...facts } of known) {
    const undated = undatedRow(facts);
    if (was && sameBut(undated, was)) continue;
    const row = await dated(undated);
    changed.push(row);
    if (was?.statusRank === row.statusRank && was.assigneeId === row.assigneeId) continue;
    if (was) moved.push({ row: was, by: -1 });
    moved.push({ row, by: 1 });
  }
  await write(tx, changed);
  if (known.length < ids.length)
    moved.push(
      ...(await forget(
        tx,
        ids.filter((id) => !known.some(({ row }) => row.id === id)),
      )),
    );
  await count(tx, moved);
}

/** The cases are gone: nothing finds them any more. */
async function forget(tx: WriteDb, ids: string[]): Promise<Moved[]> {
  const rows = await tx.delete(caseQueue).where(inArray(caseQueue.caseId, ids)).returning();
  const numbers = rows.map((row) => row.number);
  if (numbers.length > 0) await tx.delete(caseText).where(inArray(caseText.number, numbers));
  return rows.map((row) => ({ row, by: -1 }));
}

/** Joins in force from or into these cases, and from cases joined to the same ones. */
async function openJoins(ids: string[]): Promise<Join[]> {
  const shown = { caseId: caseJoins.caseId, intoId: caseJoins.intoId };
  return read()
    .select(shown)
    .from(caseJoins)
    .where(and(or(inArray(caseJoins.caseId, ids), inArray(caseJoins.intoId, ids)), isNull(caseJoins.partedAt)));
}

/** Working out a term needs the calendar and the terms: they are read once, and only when a row has changed. */
async function dating(): Promise<(row: Omit<QueueRow, 'dueKind' | 'dueDay'>) => Promise<QueueRow>> {
  let known: [Awaited<ReturnType<typeof holidayCalendar>>, Awaited<ReturnType<typeof termsInUse>>] | undefined;
  return async (row) => {
    known ??= [await holidayCalendar(), await termsInUse()];
    const due = dueOf(row, ...known);
    return { ...row, dueKind: due?.kind ?? '', dueDay: due?.day ?? noDay };
  };
}

function sameBut(undated: object, was: QueueRow): boolean {
  return Object.entries(undated).every(([key, value]) => was[key as keyof QueueRow] === value);
}

type Join = { caseId: string; intoId: string };
type Known = QueueFacts & { was: QueueRow | null };

/** One statement for all but the families: this runs in nearly every change. */
async function factsOf(ids: string[], joins: readonly Join[]): Promise<Known[]> {
  const relatives = await relativesOf(ids, joins);
  const lastWordAt = read()
    .select({ at: max(letters.settledAt) })
    .from(letters)
    .where(
      and(
        eq(letters.caseId, cases.id),
        inArray(letters.state, ['sent', 'handed-over']),
        inArray(letters.kind, [...answeringLetters]),
      ),
    );
  const resultAt = read()
    .select({ at: max(conclusions.decidedAt) })
    .from(conclusions)
    .where(and(eq(conclusions.caseId, cases.id), eq(conclusions.state, 'confirmed')));
  const rows = await read()
    .select({
      row: cases,
      was: caseQueue,
      lastWordAt: sql<number | null>`${lastWordAt}`,
      resultAt: sql<number | null>`${resultAt}`,
    })
    .from(cases)
    .leftJoin(caseQueue, eq(caseQueue.number, cases.number))
    .where(inArray(cases.id, ids));
  return rows.map((known) => ({ ...known, relatives: relatives.get(known.row.id) ?? [] }));
}

/** Applications not withdrawn by the case they count for: the one their own is joined to, else their own. */
async function relativesOf(ids: string[], joins: readonly Join[]): Promise<Map<string, Relative[]>> {
  const leading = new Map(joins.map((join) => [join.caseId, join.intoId]));
  const members = [...new Set([...ids, ...joins.map((join) => join.caseId)])];
  const rows = await read()
    .select({ caseId: applications.caseId, kinship: applications.kinship, birthYear: applications.birthYear })
    .from(applications)
    .where(and(inArray(applications.caseId, members), isNull(applications.withdrawnAt)));
  const relatives = new Map<string, Relative[]>();
  for (const { caseId, ...relative } of rows) {
    const to = leading.get(caseId) ?? caseId;
    relatives.set(to, [...(relatives.get(to) ?? []), relative]);
  }
  return relatives;
}

const excluded = (column: string) => sql.raw(`excluded.${column}`);

async function write(tx: WriteDb, rows: QueueRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insert(caseQueue)
    .values(rows)
    .onConflictDoUpdate({
      target: caseQueue.number,
      set: {
        caseId: excluded('case_id'),
        statusRank: excluded('status_rank'),
        statusSince: excluded('status_since'),
        assigneeId: excluded('assignee_id'),
        urgency: excluded('urgency'),
        nameKey: excluded('name_key'),
        receivedAt: excluded('received_at'),
        applications: excluded('applications'),
        lastWordAt: excluded('last_word_at'),
        resultAt: excluded('result_at'),
        extendedTo: excluded('extended_to'),
        takeoverStands: excluded('takeover_stands'),
        dueKind: excluded('due_kind'),
        dueDay: excluded('due_day'),
      },
    });
}

type Moved = { row: { statusRank: number; assigneeId: string }; by: 1 | -1 };

async function count(tx: WriteDb, moved: readonly Moved[]): Promise<void> {
  const sums = new Map<string, { statusRank: number; assigneeId: string; by: number }>();
  for (const { row, by } of moved) {
    const key = `${row.statusRank} ${row.assigneeId}`;
    const { statusRank, assigneeId } = row;
    sums.set(key, { statusRank, assigneeId, by: (sums.get(key)?.by ?? 0) + by });
  }
  for (const { statusRank, assigneeId, by } of sums.values())
    if (by !== 0)
      await tx
        .insert(caseCounts)
        .values({ statusRank, assigneeId, cases: by })
        .onConflictDoUpdate({
          target: [caseCounts.statusRank, caseCounts.assigneeId],
          set: { cases: sql`${caseCounts.cases} + ${by}` },
        });
}

/**
 * Works out every term anew: the terms or the days off have changed. At 100,000 cases it holds the register for some seconds, which
 * an administrator does a few times a year.
 */
export async function refreshTerms(tx: WriteDb): Promise<void> {
  const dated = await dating();
  const byDay = new Map<string, number[]>();
  for (const { dueKind, dueDay, ...row } of await tx.select().from(caseQueue).where(ne(caseQueue.dueDay, noDay))) {
    const due = await dated(row);
    // Whether a clock runs, and which, does not rest on how long it runs.
    if (due.dueDay !== dueDay) byDay.set(due.dueDay, [...(byDay.get(due.dueDay) ?? []), row.number]);
  }
  for (const [dueDay, numbers] of byDay)
    for (let at = 0; at < numbers.length; at += batch)
      await tx
        .update(caseQueue)
        .set({ dueDay })
        .where(inArray(caseQueue.number, numbers.slice(at, at + batch)));
}
