/**
 * The full text of cases in step with them. A change marks its cases, and the worker takes their words in within a second: rewriting
 * a case's words wipes the old ones from every page of the index, which is too slow to wait for in each change. What must leave at
 * once (an erasure) is taken in by the change itself.
 */
import { desc, eq, inArray, sql } from 'drizzle-orm';
import { caseText } from '@/db/case-text';
import { cases, staleTexts } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { read } from '../database';
import { type Passage, passagesOf } from './text-passages';
import { indexedWords } from './text-words';

/** Cases whose ids fit into one statement. */
const batch = 500;

export async function markStale(tx: WriteDb, caseIds: readonly string[]): Promise<void> {
  for (let at = 0; at < caseIds.length; at += batch) {
    const rows = caseIds.slice(at, at + batch).map((caseId) => ({ caseId }));
    await tx.insert(staleTexts).values(rows).onConflictDoNothing();
  }
}

/** Cases waiting for the worker, the last marked first. */
export async function staleCases(most: number): Promise<string[]> {
  const rows = await read().select().from(staleTexts).orderBy(desc(sql`rowid`)).limit(most);
  return rows.map((row) => row.caseId);
}

const wordsOf = (passages: readonly Passage[]): string =>
  indexedWords(
    passages.filter(({ place }) => place === 'names').map(({ text }) => text),
    passages.map(({ text }) => text),
  );

/** The folded words of these cases as they stand now, by the number of the case. */
export async function currentWords(caseIds: readonly string[]): Promise<Map<number, string>> {
  const numbers = await read()
    .select({ id: cases.id, number: cases.number })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]));
  const passages = await passagesOf(numbers.map(({ id }) => id));
  return new Map(numbers.map(({ id, number }) => [number, wordsOf(passages.get(id) ?? [])]));
}

/** Takes in the words of these cases as they stand now, and wipes those that stand there no more. */
export async function refreshTexts(tx: WriteDb, caseIds: readonly string[]): Promise<void> {
  for (let at = 0; at < caseIds.length; at += batch) {
    const ids = caseIds.slice(at, at + batch);
    const words = await currentWords(ids);
    const kept = await tx
      .select()
      .from(caseText)
      .where(inArray(caseText.number, [...words.keys()]));
    const was = new Map(kept.map((row) => [row.number, row.words]));
    for (const [number, now] of words) {
      if (was.get(number) === now) continue;
      if (was.has(number)) await tx.delete(caseText).where(eq(caseText.number, number));
      await tx.insert(caseText).values({ number, words: now });
    }
    await tx.delete(staleTexts).where(inArray(staleTexts.caseId, ids));
  }
}
