/** MiniSearch in memory, fuzzy to a fifth of the length of a word. */
import MiniSearch from 'minisearch';
import { type Rival, type RivalQuestion, type RivalRecord, rivalRecords, timedAnswers } from './rival';

/** Its index lives in memory whole. */
export const mostRecords = 1_000_000;

export async function minisearch(records: string, questions: readonly RivalQuestion[]): Promise<Rival> {
  const began = performance.now();
  const index = new MiniSearch<RivalRecord>({ fields: ['surname', 'given', 'patronymic'], storeFields: [] });
  for await (const record of rivalRecords(records)) index.add(record);
  const buildSeconds = (performance.now() - began) / 1000;
  const answers = timedAnswers(questions, (names) =>
    index
      .search(names, { fuzzy: 0.2 })
      .slice(0, 10)
      .map(({ id }) => String(id)),
  );
  return { name: 'MiniSearch, fuzzy 0.2', buildSeconds, answers };
}
