import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type FoundRecord, findRecords } from '@/domain/archive/find';
import { change } from '@/domain/change';
import { systemActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { printJson } from './register';

/** A question as the command line and batch files put it. */
export type Asked = {
  surname?: string;
  given?: string;
  patronymic?: string;
  birthYear?: string;
  birthPlace?: string;
  text?: string;
};

/** Prints the records that answer one question, one a line. */
export async function searchOnce(asked: Asked, limit: number): Promise<void> {
  const records = await find(asked, limit);
  await logLookup(records.length);
  for (const record of records) printJson(record);
}

/** Answers a file of questions, one a line, in its order. @throws DomainError `batch.*` naming the line that is no question */
export async function searchBatch(file: string, limit: number): Promise<void> {
  let number = 0;
  let found = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, ...asked } = questionOf(line, file, number);
    const began = performance.now();
    const results = await answer(asked, limit, file, number);
    const ms = Math.round((performance.now() - began) * 1000) / 1000;
    found += results.length;
    printJson({ id, ms, results });
  }
  await logLookup(found);
}

/** The best records, also those whose score speaks against him: who asks by a program decides by band and score. */
async function find({ given = '', ...question }: Asked, limit: number) {
  const asked = { ...question, givenName: given, limit, most: limit, weak: true };
  const { records } = await findRecords(systemActor, asked);
  return records.map(lineOf);
}

const lineOf = (record: FoundRecord) => ({
  recordId: record.recordId,
  sourceRecordId: record.sourceRecordId,
  source: record.sourceKey,
  score: record.score,
  band: record.band,
  surname: record.surname,
  given: record.givenName,
  patronymic: record.patronymic,
  birth: record.birth,
  birthPlace: record.birthPlace,
  citation: record.citation,
  verdicts: record.verdicts,
});

/** Lookups without a case stand in the audit log; a batch as one. */
const logLookup = (results: number) =>
  change(systemActor, async (_, record) => record({ kind: 'lookup.made', data: { results } }));

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, 'utf8');
  try {
    let first = true;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield first ? line.replace(/^\uFEFF/, '') : line;
      first = false;
    }
  } catch (error) {
    throw new DomainError('file.unreadable', {}, { detail: error instanceof Error ? error.message : file });
  }
}

const fields = ['surname', 'given', 'patronymic', 'birthYear', 'birthPlace', 'text'] as const;

function questionOf(line: string, file: string, number: number): Asked & { id: unknown } {
  const broken = () => new DomainError('batch.broken-line', {}, { file, line: number });
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw broken();
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) throw broken();
  const given = row as Record<string, unknown>;
  const asked: Asked & { id: unknown } = { id: given.id ?? null };
  for (const field of fields) {
    const value = given[field] ?? '';
    if (typeof value !== 'string' && typeof value !== 'number') throw broken();
    asked[field] = String(value);
  }
  return asked;
}

async function answer(asked: Asked, limit: number, file: string, number: number) {
  try {
    return await find(asked, limit);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // A row of a list in which nothing is written has no answer; that is no fault of the file.
    if (Object.values(error.fields).every((code) => code === 'lookup.nothing-asked')) return [];
    throw new DomainError('batch.refused-line', {}, { file, line: number });
  }
}
