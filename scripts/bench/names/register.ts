/** A register made for one run: migrated, with its sources, filled by the program's own import. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { izdeu } from './child';

/** Any source of a new register will do. */
const sourceKey = 'obd-memorial';

export type Imported = { rows: number; seconds: number; rowsPerSecond: number; peakBytes: number | null };

export async function freshRegister(database: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(database + end, { force: true });
  await izdeu(database, ['prepare']);
}

/** Imports a file of records. @throws when a row of it was refused */
export async function importFile(database: string, file: string): Promise<Imported> {
  let last = '{}';
  const { peakBytes } = await izdeu(database, ['archive', 'import', file, '--source', sourceKey], (line) => {
    last = line;
  });
  const summary = JSON.parse(last) as { read: number; rejected: number; seconds: number };
  if (summary.rejected > 0) throw new Error(`${summary.rejected} rows of ${file} were refused`);
  const { read: rows, seconds } = summary;
  return { rows, seconds, rowsPerSecond: rows / seconds, peakBytes };
}

/** Takes the newest import out again. */
export async function withdrawLast(database: string): Promise<void> {
  const db = new Database(database, { readonly: true });
  const id = db.prepare('SELECT id FROM imports ORDER BY started_at DESC, rowid DESC LIMIT 1').pluck().get();
  db.close();
  await izdeu(database, ['archive', 'withdraw', String(id)]);
}

/** Tables of the search index by the beginning of their names; the rows as written are not among them. */
const indexTables = ['index_', 'sound_'];

/** Bytes of the search index with its own indexes, a record. Null while there are no such tables. */
export function indexBytesPerRecord(database: string, records: number): number | null {
  const db = new Database(database, { readonly: true });
  try {
    const names = db
      .prepare('SELECT name, tbl_name FROM sqlite_master WHERE rootpage > 0')
      .all()
      .flatMap((row) => {
        const { name, tbl_name: table } = row as { name: string; tbl_name: string };
        return indexTables.some((start) => table.startsWith(start)) ? [name] : [];
      });
    if (names.length === 0) return null;
    const size = db.prepare('SELECT pgsize FROM dbstat WHERE name = ? AND aggregate = TRUE').pluck();
    return names.reduce((sum, name) => sum + Number(size.get(name) ?? 0), 0) / records;
  } finally {
    db.close();
  }
}

/** Rows a second of the sqlite3 shell reading the same file without any index; null where there is no shell. */
export function shellRowsPerSecond(file: string, database: string, rows: number): number | null {
  rmSync(database, { force: true });
  const began = performance.now();
  const shell = spawnSync('sqlite3', [
    database,
    '-cmd',
    '.mode csv',
    `.import '${file.replaceAll("'", "''")}' records`,
  ]);
  const seconds = (performance.now() - began) / 1000;
  const made = shell.status === 0 && existsSync(database);
  rmSync(database, { force: true });
  return made ? rows / seconds : null;
}
