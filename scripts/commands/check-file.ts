/** Whether a register is whole: pages, foreign keys, the chain of events, and the files of its papers. */
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expectedTriggers } from '@/db/migrate';
import { filesFolderOf } from '@/domain/attachments/files';
import { eventHash } from '@/domain/change';
import { DomainError } from '@/domain/result';
import { checkFiles } from './paper-files';

export type Checked = {
  file: string;
  events: number;
  /** How many files of papers were read through. */
  files: number;
  integrity: 'ok';
  foreignKeys: 'ok';
  chain: 'ok';
};

/**
 * Reads the file through a connection of its own, that cannot write: a copy stays as it is, byte for byte.
 * @param folder where the files of its papers lie
 * @throws DomainError `database.*` saying what is broken
 */
export function checkFile(file: string, folder = filesFolderOf(file)): Checked {
  if (!existsSync(file)) throw new DomainError('database.missing', {}, { file });
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { readonly: true, timeout: 5_000 });
    // One moment for all of it, while the server goes on writing.
    const checked = connection.transaction((open: Database.Database) => check(open, file))(connection);
    return { ...checked, files: checkFiles(connection, file, folder) };
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') throw new DomainError('database.not-a-database', {}, { file });
    if (codeOf(error).startsWith('SQLITE_CANTOPEN')) throw new DomainError('database.unreadable', {}, { file });
    if (codeOf(error).startsWith('SQLITE_CORRUPT')) throw damaged(file, codeOf(error));
    throw error;
  } finally {
    connection?.close();
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
const damaged = (file: string, detail: string) => new DomainError('database.damaged', {}, { file, detail });

function check(open: Database.Database, file: string): Omit<Checked, 'files'> {
  const names = new Set(open.prepare('SELECT name FROM sqlite_master').pluck().all());
  if (!names.has('events') || !names.has('migrations')) throw new DomainError('database.not-a-register', {}, { file });
  const integrity = open.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') throw damaged(file, String(integrity));
  const [orphan] = open.pragma('foreign_key_check') as { table: string }[];
  if (orphan) throw damaged(file, `foreign key: ${orphan.table}`);
  const missing = expectedTriggers.find((name) => !names.has(name));
  if (missing) throw damaged(file, `trigger: ${missing}`);
  return { file, events: checkChain(open, file), integrity: 'ok', foreignKeys: 'ok', chain: 'ok' };
}

type EventRow = Parameters<typeof eventHash>[0] & { hash: string };

/** Every event is hashed with the one before it: the first that does not fit is named. @returns how many there are */
function checkChain(open: Database.Database, file: string): number {
  const rows = open.prepare(
    `SELECT seq, at, actor_role AS actorRole, actor_id AS actorId, kind, case_id AS caseId, application_id AS applicationId,
            subject_id AS subjectId, data, prev_hash AS prevHash, hash FROM events ORDER BY seq`,
  );
  let seq = 0;
  let prevHash = '';
  for (const row of rows.iterate() as IterableIterator<EventRow>) {
    if (row.seq !== seq + 1 || row.prevHash !== prevHash || row.hash !== eventHash(row))
      throw new DomainError('database.chain-broken', {}, { file, seq: row.seq });
    ({ seq } = row);
    prevHash = row.hash;
  }
  return seq;
}
