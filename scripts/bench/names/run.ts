/** `bench names`: how surely and how fast a man is found, on records and questions the program has never seen. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Answers, ask } from './ask';
import { generate } from './generate';
import { goalsTable, type Measured } from './goals';
import { askPersons } from './persons';
import { freshRegister, importFile, indexBytesPerRecord, shellRowsPerSecond } from './register';
import { type QueryLevel, queryLevels } from './relative';
import { bandTable, grouped, recallTable, scoreTable } from './report';
import type { RivalName } from './rivals/rival';
import { rivalTable, runRivals } from './rivals/run';
import { ratio, shareOf } from './statistics';

export type Wanted = {
  records: readonly number[];
  seeds: readonly number[];
  queries: number;
  names?: string;
  persons?: string;
  rivals: readonly RivalName[];
  rivalQueries: number;
  onlyHeavy: boolean;
  install: boolean;
  /** Folder to work in and to leave everything in; without it a temporary one, removed at the end. */
  keep?: string;
};

export async function benchNames(wanted: Wanted): Promise<void> {
  const folder = wanted.keep ?? mkdtempSync(path.join(tmpdir(), 'izdeu-names-'));
  mkdirSync(folder, { recursive: true });
  try {
    for (const records of wanted.records)
      for (const seed of wanted.seeds) {
        console.log(`\n== ${records.toLocaleString('en')} records, seed ${seed}`);
        await one(path.join(folder, `${records}-${seed}`), records, seed, wanted);
      }
  } finally {
    if (!wanted.keep) rmSync(folder, { recursive: true, force: true });
  }
}

async function one(folder: string, records: number, seed: number, wanted: Wanted): Promise<void> {
  const { queries, names, persons, rivals, rivalQueries, install } = wanted;
  const levels: readonly QueryLevel[] = wanted.onlyHeavy ? ['heavy', 'heavy-names'] : queryLevels;
  const database = path.join(folder, 'register.db');
  const file = path.join(folder, 'records.csv');
  const began = performance.now();
  generate(folder, { records, queries, seed, levels, ...(names && { names }) });
  console.log(`generated in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  await freshRegister(database);
  const imported = await importFile(database, file);
  const shell = shellRowsPerSecond(file, path.join(folder, 'shell.db'), records);
  console.log(
    `imported ${imported.rows} rows in ${imported.seconds} s: ${Math.round(imported.rowsPerSecond)} rows/s, ` +
      `peak ${megabytes(imported.peakBytes)}; sqlite3 shell ${shell === null ? '–' : Math.round(shell)} rows/s`,
  );
  const answers = await ask(database, path.join(folder, 'queries.jsonl'), path.join(folder, 'truth.jsonl'));
  const { list } = answers;
  console.log(`${list.length} questions in ${answers.seconds.toFixed(1)} s, peak ${megabytes(answers.peakBytes)}\n`);
  console.log(
    recallTable('level', list, ({ level }) => level),
    '\n',
  );
  console.log(
    recallTable('level, script', list, ({ level, script }) => `${level}, ${script}`),
    '\n',
  );
  console.log(bandTable(list), '\n');
  console.log(scoreTable(list.filter(({ level }) => level === 'heavy')), '\n');
  const indexBytes = indexBytesPerRecord(database, records);
  const known = persons && seed === wanted.seeds[0] ? await askPersons(database, folder, persons) : null;
  if (known) console.log(`${recallTable('real spellings, names only', known.list, ({ script }) => script)}\n`);
  const beside =
    rivals.length > 0 ? await runRivals(folder, list, { rivals, queries: rivalQueries, records, install }) : [];
  if (beside.length > 0) console.log(`${rivalTable(beside, list)}\n`);
  const measured: Measured = {
    records,
    answers: list,
    searchPeakBytes: answers.peakBytes,
    imported,
    shellRowsPerSecond: shell,
    indexBytes,
    persons: known && personsOf(known),
    rivals: beside,
  };
  console.log(goalsTable(measured));
  if (!wanted.keep) rmSync(folder, { recursive: true, force: true });
}

function personsOf({ list }: Answers): Measured['persons'] {
  const found = (group: typeof list) => shareOf(group.map(({ rank }) => rank > 0));
  const byScript = [...grouped(list, ({ script }) => script.split(' ')[0] ?? '')].map(([script, group]) => ({
    script,
    share: found(group),
  }));
  const [weakest = null] = byScript.sort((a, b) => ratio(a.share) - ratio(b.share));
  return { all: found(list), weakest, threeParts: found(list.filter(({ level }) => level === 'three parts')) };
}

const megabytes = (bytes: number | null): string => (bytes === null ? '–' : `${(bytes / 2 ** 20).toFixed(0)} MB`);
