/** Puts a file of questions to the program and holds its answers against the truth. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { izdeu } from './child';
import type { Truth } from './generate';

/** One answered question. `rank` counts from 1; 0 when the man was not among the first ten. */
export type Answered = Truth & { rank: number; band: string; topScore: number; ms: number };

export type Answers = { list: Answered[]; peakBytes: number | null; seconds: number };

/** The first answers come from a cold cache: their times do not count. */
const warmUp = 100;

type Line = { id: string; ms: number; results: { sourceRecordId: string; band?: string; score?: number }[] };

export async function ask(database: string, queries: string, truthFile: string): Promise<Answers> {
  const truths = new Map<string, Truth>();
  for await (const truth of jsonLines<Truth>(truthFile)) truths.set(truth.id, truth);
  const list: Answered[] = [];
  const { peakBytes, seconds } = await izdeu(
    database,
    ['archive', 'search', '--batch', queries, '--limit', '10'],
    (line) => {
      const { id, ms, results } = JSON.parse(line) as Line;
      const truth = truths.get(id);
      if (!truth) throw new Error(`An answer to a question nobody asked: ${id}`);
      const rank = results.findIndex((one) => one.sourceRecordId === truth.truth) + 1;
      const [top] = results;
      list.push({ ...truth, rank, band: top?.band ?? 'none', topScore: top?.score ?? 0, ms });
    },
  );
  if (list.length !== truths.size) throw new Error(`${truths.size} questions, but ${list.length} answers`);
  return { list, peakBytes, seconds };
}

/** The answers whose times count. */
export const timed = (list: readonly Answered[]): readonly Answered[] =>
  list.length > 2 * warmUp ? list.slice(warmUp) : list;

export async function* jsonLines<T>(file: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') }))
    if (line.trim() !== '') yield JSON.parse(line) as T;
}
