/** `bench generate`: records as clerks wrote them and questions as relatives ask them, with the answers apart. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Chance } from './chance';
import { recordLevel, type WrittenRecord, writeRecord } from './clerk';
import { drawMan, type Man } from './man';
import { type NameLists, nameLists } from './name-lists';
import { type Query, type QueryLevel, queryLevels, writeQuery } from './relative';

export type Generation = {
  records: number;
  /** Questions of each heavy level; of the others half as many. */
  queries: number;
  seed: number;
  /** Folder of richer lists of names. */
  names?: string;
  levels?: readonly QueryLevel[];
};

export type AskedQuery = Omit<Query, 'script'> & { id: string };
export type Truth = { id: string; truth: string; level: string; script: string };

export const recordsHead =
  'source_record_id,surname,given_name,patronymic,birth_date,birth_place,rank,unit,fate,loss_date,fond,opis,delo';

/** The record number of the man with this index. */
const recordIdOf = (index: number): string => `g${index + 1}`;

/** Writes `records.csv`, `queries.jsonl` and `truth.jsonl` into a folder; memory does not grow with the records. */
export function generate(folder: string, wanted: Generation): void {
  mkdirSync(folder, { recursive: true });
  const lists = nameLists(wanted.names);
  const records = lineFile(path.join(folder, 'records.csv'));
  records.line(recordsHead);
  for (const line of recordLines(wanted, lists)) records.line(line);
  records.close();
  const queries = lineFile(path.join(folder, 'queries.jsonl'));
  const truth = lineFile(path.join(folder, 'truth.jsonl'));
  for (const [query, answer] of questions(wanted, lists)) {
    queries.line(JSON.stringify(query));
    truth.line(JSON.stringify(answer));
  }
  queries.close();
  truth.close();
}

/** The man with an index and the chance that goes on where his making ended. */
function manAt(seed: number, index: number, lists: NameLists, chance: Chance): Man {
  return drawMan(chance.begin(seed, index), lists);
}

function* recordLines({ records, seed }: Generation, lists: NameLists): Generator<string> {
  const chance = new Chance();
  for (let index = 0; index < records; index += 1) {
    const man = manAt(seed, index, lists, chance);
    yield recordLine(recordIdOf(index), writeRecord(man, recordLevel(chance), chance), chance);
  }
}

const ranks = [
  'красноармеец',
  'красноармеец',
  'красноармеец',
  'рядовой',
  'рядовой',
  'сержант',
  'мл. сержант',
  'ефрейтор',
  '',
];
const fates = ['пропал без вести', 'пропал без вести', 'убит', 'умер от ран', 'погиб в плену', ''];

function recordLine(id: string, written: WrittenRecord, chance: Chance): string {
  const { surname, given, patronymic, birthDate, birthPlace } = written;
  const unit = chance.is(0.6) ? `${chance.int(2, 400)} сд` : '';
  const lost = chance.is(0.75)
    ? `${chance.pick(['', '10.', '24.'])}${two(chance.int(1, 12))}.${chance.int(1941, 1945)}`
    : '';
  const delo = chance.int(1, 2000);
  return `${id},${cell(surname)},${cell(given)},${cell(patronymic)},${birthDate},${cell(birthPlace)},${chance.pick(ranks)},${unit},${chance.pick(fates)},${lost},58,${chance.pick(['18001', '18002', '977520', '818883'])},${delo}`;
}

const two = (n: number): string => String(n).padStart(2, '0');
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Levels take turns, so that no level is asked of a colder machine than another. */
function* questions(wanted: Generation, lists: NameLists): Generator<[AskedQuery, Truth]> {
  const { queries, seed, records, levels = queryLevels } = wanted;
  if (records === 0) return;
  const man = new Chance();
  const asking = new Chance();
  for (let n = 0; n < queries; n += 1) {
    for (const [place, level] of levels.entries()) {
      if (n % 2 === 1 && !level.startsWith('heavy')) continue;
      // The stream of a question is none of a record's.
      asking.begin(seed ^ 0x5bd1e995, n * queryLevels.length + place);
      const index = asking.int(0, records - 1);
      const { script, ...asked } = writeQuery(manAt(seed, index, lists, man), level, asking);
      const id = `${level}-${n}`;
      yield [
        { id, ...asked },
        { id, truth: recordIdOf(index), level, script },
      ];
    }
  }
}

/** Letters of a block; one takes at most four bytes. */
const mostInBlock = 1 << 16;

/** Lines are gathered and written in blocks: a write for each would cost more than making it. */
function lineFile(file: string) {
  const handle = openSync(file, 'w');
  let block = '';
  const bytes = Buffer.allocUnsafe(4 * mostInBlock);
  const flush = () => {
    const length = bytes.write(block);
    for (let at = 0; at < length; ) at += writeSync(handle, bytes, at, length - at);
    block = '';
  };
  return {
    line(text: string): void {
      if (block.length + text.length >= mostInBlock) flush();
      block += `${text}\n`;
    },
    close(): void {
      flush();
      closeSync(handle);
    },
  };
}
