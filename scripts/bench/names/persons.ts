/** Real spellings of real people: one spelling becomes a record among the generated ones, the others are asked for. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Answers, ask, jsonLines } from './ask';
import type { Parts } from './clerk';
import { recordsHead, type Truth } from './generate';
import { importFile, withdrawLast } from './register';

type Person = { id: string; order: string | null; names: { s: string; lang: string }[] };
type Spelling = Parts & { script: string };

/**
 * Asks both ways: once the first spelling is the record, once the last.
 * `level` of the answers is `three parts` where record and question have all three names, else `fewer parts`.
 */
export async function askPersons(database: string, folder: string, file: string): Promise<Answers> {
  const people: { id: string; spellings: Spelling[] }[] = [];
  for await (const { id, order, names } of jsonLines<Person>(file)) {
    const spellings = names.map(({ s, lang }) => ({ ...partsOf(s, order ?? ''), script: lang }));
    if (spellings.length > 1) people.push({ id, spellings });
  }
  const both: Answers = { list: [], peakBytes: null, seconds: 0 };
  for (const at of [0, -1]) {
    const files = {
      records: path.join(folder, 'persons.csv'),
      queries: path.join(folder, 'persons-queries.jsonl'),
      truth: path.join(folder, 'persons-truth.jsonl'),
    };
    writeFiles(files, people, at);
    await importFile(database, files.records);
    const answers = await ask(database, files.queries, files.truth);
    both.list.push(...answers.list);
    await withdrawLast(database);
  }
  return both;
}

/** SGP means surname, given name, patronymic; without an order the given name stands first and the surname last. */
export function partsOf(name: string, order: string): Parts {
  const words = name.trim().split(/\s+/);
  if (order === 'SGP') {
    const [surname = '', given = '', ...rest] = words;
    return { surname, given, patronymic: rest.join(' ') };
  }
  const at = words.length > 2 ? words.findIndex((word) => patronymicEnd.test(word)) : -1;
  const patronymic = at < 0 ? '' : (words.splice(at, 1)[0] ?? '');
  const [given = '', ...rest] = words;
  return rest.length === 0 ? { surname: given, given: '', patronymic } : { surname: rest.join(' '), given, patronymic };
}

const patronymicEnd = /(?:ұлы|улы|қызы|кызы|вич|вна|uly|ūly|ulı|qyzy|kyzy|vich|vna|viç)$/i;

function writeFiles(
  files: { records: string; queries: string; truth: string },
  people: readonly { id: string; spellings: Spelling[] }[],
  at: number,
): void {
  const records = [recordsHead];
  const queries: string[] = [];
  const truths: string[] = [];
  for (const { id, spellings } of people) {
    const record = spellings.at(at);
    if (!record) continue;
    records.push(`${id},${cell(record.surname)},${cell(record.given)},${cell(record.patronymic)},,,,,,,,,`);
    for (const [n, spelling] of spellings.entries()) {
      if (spelling === record) continue;
      const { script, ...parts } = spelling;
      const question = `${id}-${n}`;
      const level = spelling.patronymic && record.patronymic ? 'three parts' : 'fewer parts';
      queries.push(JSON.stringify({ id: question, ...parts, birthYear: '', birthPlace: '' }));
      const truth: Truth = { id: question, truth: id, level, script: `${script} for ${record.script}` };
      truths.push(JSON.stringify(truth));
    }
  }
  writeFileSync(files.records, `${records.join('\n')}\n`);
  writeFileSync(files.queries, `${queries.join('\n')}\n`);
  writeFileSync(files.truth, `${truths.join('\n')}\n`);
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
