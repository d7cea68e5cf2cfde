/** PostgreSQL's pg_trgm: a GIN index on the joined name, similarity above its own threshold, best ten. */
import { createWriteStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { startCluster } from './cluster';
import { plain, type Rival, type RivalAnswer, type RivalQuestion, rivalRecords } from './rival';

export async function pgTrgm(records: string, questions: readonly RivalQuestion[], install: boolean): Promise<Rival> {
  const cluster = startCluster(install);
  const inFolder = (name: string) => path.join(cluster.folder, name);
  try {
    await pipeline(Readable.from(lines(records)), createWriteStream(inFolder('names.tsv'), { mode: 0o644 }));
    const began = performance.now();
    writeFileSync(inFolder('build.sql'), build(inFolder('names.tsv')), { mode: 0o644 });
    cluster.run(inFolder('build.sql'));
    const buildSeconds = (performance.now() - began) / 1000;
    writeFileSync(inFolder('ask.sql'), ['\\timing on', ...questions.map(statement)].join('\n'), { mode: 0o644 });
    return { name: 'pg_trgm', buildSeconds, answers: answersOf(cluster.run(inFolder('ask.sql')), questions) };
  } finally {
    cluster.stop();
  }
}

async function* lines(records: string): AsyncGenerator<string> {
  for await (const { id, surname, given, patronymic } of rivalRecords(records))
    yield `${id}\t${`${surname} ${given} ${patronymic}`.trim()}\n`;
}

const build = (file: string) => `CREATE EXTENSION pg_trgm;
CREATE TABLE names (id text, name text);
\\copy names FROM '${file}'
CREATE INDEX names_trigrams ON names USING gin (name gin_trgm_ops);
VACUUM ANALYZE names;
`;

function statement({ id, names }: RivalQuestion): string {
  const name = `'${plain(names).trim().replaceAll("'", "''")}'`;
  return `SELECT '${id}=' || coalesce(string_agg(id, ',' ORDER BY alike DESC), '') FROM (SELECT id, similarity(name, ${name}) AS alike FROM names WHERE name % ${name} ORDER BY alike DESC LIMIT 10) AS best;`;
}

/** Each answer is a line `question=record,record…` and a line `Time: 12.345 ms`. */
function answersOf(printed: string, questions: readonly RivalQuestion[]): RivalAnswer[] {
  const truths = new Map(questions.map(({ id, truth }) => [id, truth]));
  const answers: RivalAnswer[] = [];
  let open: Omit<RivalAnswer, 'ms'> | null = null;
  for (const line of printed.split('\n')) {
    const time = /^Time: ([\d.]+) ms/.exec(line);
    if (time && open) {
      answers.push({ ...open, ms: Number(time[1]) });
      open = null;
    } else if (line.includes('=')) {
      const [id = '', found = ''] = line.split('=');
      open = { id, rank: found.split(',').indexOf(truths.get(id) ?? '') + 1 };
    }
  }
  if (answers.length !== questions.length)
    throw new Error(`pg_trgm: ${questions.length} questions, but ${answers.length} answers`);
  return answers;
}
