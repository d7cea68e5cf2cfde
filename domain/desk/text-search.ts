/** Asking the full text of cases, and showing where something was found. */
import { and, count, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import { caseText } from '@/db/case-text';
import { applications, caseQueue, cases } from '@/db/schema';
import { read } from '../database';
import { readReference } from '../identity';
import { fold } from '../names';
import { currentWords, staleCases } from './text-index';
import { type Passage, passagesOf, type TextPlace } from './text-passages';
import { type Asked, askedWords, howMany, isFoundIn, matchOf, type Piece, snippet } from './text-words';

/** Where a text was asked for and found; null when the case's own names say it all. */
export type Find = { place: TextPlace; pieces: Piece[] } | null;

/** What a text asks for: one case by its number, or words of the full text. Null when it asks for nothing. */
export type TextQuestion =
  | { number: number }
  | {
      asked: Asked[];
      matching: SQL /** Cases the words stand in, whose index is older than they are. */;
      fresh: number[];
    }
  | null;

/** Changed cases the worker has not come to yet are read as they stand; beyond so many, only the last ones. */
const readDirectly = 200;

/** A number that is a case's, or a reference that is an application's, asks for just this case; any other text for its words. */
export async function textQuestion(text: string): Promise<TextQuestion> {
  const number = (await numbered(text)) ?? (await referred(text));
  if (number !== undefined) return { number };
  const asked = askedWords(text);
  if (asked.length === 0) return null;
  return { asked, matching: sql`"case_text" match ${matchOf(asked)}`, fresh: await freshlyFound(asked) };
}

/** How many cases hold the words, by the index alone. */
export async function countFound(matching: SQL): Promise<number> {
  const [counted] = await read().select({ total: count() }).from(caseText).where(matching);
  return counted?.total ?? 0;
}

/** Holds for a row of the queue whose case has the words: to be tried row by row, where most of them have. */
export const holdsWords = (matching: SQL): SQL =>
  exists(
    read()
      .select({ number: caseText.number })
      .from(caseText)
      .where(and(eq(caseText.number, caseQueue.number), matching)),
  );

/** Holds for a row of the queue that the index or a look at the changed cases found. */
export const isFound = (matching: SQL, fresh: readonly number[]): SQL | undefined =>
  or(
    inArray(caseQueue.number, [...fresh]),
    inArray(caseQueue.number, read().select({ number: caseText.number }).from(caseText).where(matching)),
  );

async function numbered(text: string): Promise<number | undefined> {
  const typed = /^\s*№?\s*(\d{1,9})\s*$/.exec(text)?.[1];
  if (!typed) return undefined;
  const [row] = await read()
    .select({ number: cases.number })
    .from(cases)
    .where(eq(cases.number, Number(typed)));
  return row?.number;
}

async function referred(text: string): Promise<number | undefined> {
  const reference = /^\s*[\p{L}\d]{3}[- ]?[\p{L}\d]{3}\s*$/u.test(text) ? readReference(text) : '';
  if (!reference) return undefined;
  const [row] = await read()
    .select({ number: cases.number })
    .from(applications)
    .innerJoin(cases, eq(cases.id, applications.caseId))
    .where(eq(applications.reference, reference));
  return row?.number;
}

async function freshlyFound(asked: readonly Asked[]): Promise<number[]> {
  const stale = await staleCases(readDirectly);
  if (stale.length === 0) return [];
  const words = await currentWords(stale);
  return [...words].filter(([, text]) => isFoundIn(asked, text)).map(([number]) => number);
}

/** Where the words stand in each of these cases, from what is written there now. */
export async function findsIn(caseIds: readonly string[], asked: readonly Asked[]): Promise<Map<string, Find>> {
  if (asked.length === 0 || caseIds.length === 0) return new Map();
  const passages = await passagesOf(caseIds);
  return new Map([...passages].map(([caseId, written]) => [caseId, bestOf(written, asked)]));
}

/** The first passage with every word asked for, else the one with most of them. */
function bestOf(passages: readonly Passage[], asked: readonly Asked[]): Find {
  const names = passages.filter(({ place }) => place === 'names').map(({ text }) => text);
  if (howMany(asked, fold(names.join(' ')).split(' ')) === asked.length) return null;
  let best: { passage: Passage; score: number } | undefined;
  for (const passage of passages) {
    if (passage.place === 'names') continue;
    const score = howMany(asked, fold(passage.text).split(' '));
    if (score > (best?.score ?? 0)) best = { passage, score };
    if (score === asked.length) break;
  }
  const pieces = best && snippet(asked, best.passage.text);
  return best && pieces ? { place: best.passage.place, pieces } : null;
}
