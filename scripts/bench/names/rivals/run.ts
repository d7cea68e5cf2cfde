/** The rivals that were named, one after the other, on questions of names only. */
import path from 'node:path';
import { type Answered, jsonLines } from '../ask';
import type { AskedQuery } from '../generate';
import { quantile, shareOf, shareText, tableText } from '../statistics';
import { fts5 } from './fts5';
import { minisearch, mostRecords } from './minisearch';
import { pgTrgm } from './pg-trgm';
import type { Rival, RivalName, RivalQuestion } from './rival';

type Wanted = { rivals: readonly RivalName[]; queries: number; records: number; install: boolean };

export async function runRivals(folder: string, answers: readonly Answered[], wanted: Wanted): Promise<Rival[]> {
  const records = path.join(folder, 'records.csv');
  const questions = await namesOnly(path.join(folder, 'queries.jsonl'), answers, wanted.queries);
  const done: Rival[] = [];
  for (const name of wanted.rivals) {
    if (name === 'pg_trgm') done.push(await pgTrgm(records, questions, wanted.install));
    else if (name === 'fts5') done.push(await fts5(records, questions, path.join(folder, 'fts5.db')));
    else if (wanted.records <= mostRecords) done.push(await minisearch(records, questions));
    else console.log(`MiniSearch is left out above ${mostRecords} records`);
  }
  return done;
}

async function namesOnly(file: string, answers: readonly Answered[], most: number): Promise<RivalQuestion[]> {
  const truths = new Map(answers.filter(({ level }) => level === 'heavy-names').map(({ id, truth }) => [id, truth]));
  const questions: RivalQuestion[] = [];
  for await (const { id, surname, given, patronymic } of jsonLines<AskedQuery>(file)) {
    const truth = truths.get(id);
    if (truth && questions.length < most) questions.push({ id, truth, names: `${surname} ${given} ${patronymic}` });
  }
  return questions;
}

/** Ours and theirs on the very same questions. */
export function rivalTable(rivals: readonly Rival[], answers: readonly Answered[]): string {
  const asked = new Set(rivals.flatMap((rival) => rival.answers.map(({ id }) => id)));
  const own: Rival = {
    name: 'this program',
    buildSeconds: Number.NaN,
    answers: answers.filter(({ id }) => asked.has(id)),
  };
  const rows = [own, ...rivals].map(({ name, buildSeconds, answers: list }) => {
    const times = list.map(({ ms }) => ms);
    return [
      name,
      String(list.length),
      shareText(shareOf(list.map(({ rank }) => rank === 1))),
      shareText(shareOf(list.map(({ rank }) => rank > 0))),
      quantile(times, 0.5).toFixed(1),
      quantile(times, 0.95).toFixed(1),
      Number.isNaN(buildSeconds) ? '' : buildSeconds.toFixed(0),
    ];
  });
  return tableText([['names only, heavy', 'queries', 'R@1', 'R@10', 'p50 ms', 'p95 ms', 'built in s'], ...rows]);
}
