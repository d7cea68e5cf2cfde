/** The spells made anew from cases and events: for a register that is older than they are, and whenever they are in doubt. */
import { sql } from 'drizzle-orm';
import { caseSpells, cases } from '@/db/schema';
import { bookkeep } from '../change';
import { read } from '../database';
import { beginSpells } from './spells';

/** Fills the spells of a register that is older than they are. @returns whether it was needed */
export async function fillSpells(): Promise<boolean> {
  const [kept] = await read().select({ caseId: caseSpells.caseId }).from(caseSpells).limit(1);
  const [known] = await read().select({ id: cases.id }).from(cases).limit(1);
  if (kept || !known) return false;
  await remakeSpells();
  return true;
}

/** Makes all spells anew from the events, in one transaction. */
export function remakeSpells(): Promise<void> {
  return bookkeep(async (tx) => {
    await beginSpells(tx);
    await tx.insert(caseSpells).select(sql`
      select case_id, json_extract(data, '$.to'), at, lead(at) over (partition by case_id order by seq)
      from events where kind = 'case.moved'`);
  });
}
