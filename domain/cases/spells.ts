/** In which status a case stood from when to when, kept by `change()` beside the moves it records: any day of the past can be counted. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { caseSpells, cases } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import type { NewEvent } from '../events';

/** Inside the transaction of the change, after everything else in it. @param at the moment its events carry */
export async function followMoves(tx: WriteDb, recorded: readonly NewEvent[], at: number): Promise<void> {
  for (const event of recorded) {
    const { kind, caseId } = event;
    if (kind === 'register.undone') await forgetGone(tx);
    if (!caseId) continue;
    if (kind === 'case.opened' || kind === 'case.taken-over') await beginSpells(tx, caseId);
    if (kind !== 'case.moved') continue;
    await tx
      .update(caseSpells)
      .set({ untilAt: at })
      .where(and(eq(caseSpells.caseId, caseId), isNull(caseSpells.untilAt)));
    await tx.insert(caseSpells).values({ caseId, status: event.data.to, fromAt: at, untilAt: null });
  }
}

const forgetGone = (tx: WriteDb) =>
  tx.delete(caseSpells).where(sql`${caseSpells.caseId} not in (select ${cases.id} from ${cases})`);

/**
 * The first spell of one case, or of all: from its receipt to its first move. Of a case taken over from the old register no more is
 * known than that it was searched until its result.
 */
export async function beginSpells(tx: WriteDb, caseId?: string): Promise<void> {
  const one = caseId === undefined ? sql`1` : sql`c.id = ${caseId}`;
  await tx.delete(caseSpells).where(caseId === undefined ? sql`1` : inArray(caseSpells.caseId, [caseId]));
  const first = sql`(select e.seq from events e where e.case_id = c.id and e.kind = 'case.moved' order by e.seq limit 1)`;
  const known = sql`
    select c.id as case_id, coalesce(json_extract(f.data, '$.from'), c.status) as status, c.received_at as from_at, f.at as until_at,
      case when c.takeover_id is null then null else
        (select min(d.decided_at) from conclusions d where d.case_id = c.id and d.decided_at > c.received_at
          and d.decided_at < coalesce(f.at, 1e15)) end as result_at
    from cases c left join events f on f.seq = ${first} where ${one}`;
  await tx.insert(caseSpells).select(sql`
    select case_id, status, coalesce(result_at, from_at), until_at from (${known})
    union all select case_id, 'searching', from_at, result_at from (${known}) where result_at is not null`);
}
