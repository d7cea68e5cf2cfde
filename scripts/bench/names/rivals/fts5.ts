/** SQLite's FTS5 with the trigram tokenizer and bm25: any shared trigram makes a candidate. */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Rival, type RivalQuestion, rivalRecords, timedAnswers } from './rival';

export async function fts5(records: string, questions: readonly RivalQuestion[], file: string): Promise<Rival> {
  rmSync(file, { force: true });
  const db = new Database(file);
  try {
    const began = performance.now();
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    // Full detail: with detail=none every bm25 is zero, and nothing says so.
    db.exec("CREATE TABLE ids (id TEXT); CREATE VIRTUAL TABLE names USING fts5(name, content='', tokenize='trigram')");
    const addId = db.prepare('INSERT INTO ids (rowid, id) VALUES (?, ?)');
    const addName = db.prepare('INSERT INTO names (rowid, name) VALUES (?, ?)');
    let row = 0;
    db.exec('BEGIN');
    for await (const { id, surname, given, patronymic } of rivalRecords(records)) {
      row += 1;
      addId.run(row, id);
      addName.run(row, `${surname} ${given} ${patronymic}`);
    }
    db.exec('COMMIT');
    const buildSeconds = (performance.now() - began) / 1000;
    const search = db
      .prepare(
        'SELECT i.id FROM names n JOIN ids i ON i.rowid = n.rowid WHERE names MATCH ? ORDER BY bm25(names) LIMIT 10',
      )
      .pluck();
    const answers = timedAnswers(questions, (names) => {
      const trigrams = trigramsOf(names);
      return trigrams.length === 0 ? [] : (search.all(trigrams.join(' OR ')) as string[]);
    });
    return { name: 'FTS5 trigram, bm25', buildSeconds, answers };
  } finally {
    db.close();
    rmSync(file, { force: true });
  }
}

const trigramsOf = (names: string): string[] => [
  ...new Set(
    names
      .split(/[^\p{L}]+/u)
      .flatMap((word) => Array.from({ length: Math.max(0, word.length - 2) }, (_, i) => `"${word.slice(i, i + 3)}"`)),
  ),
];
