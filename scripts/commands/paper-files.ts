/** The files of papers and of the sheets of letters beside a register: checked, and brought along with a copy. Nothing is awaited, as in the copies themselves. */
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { placeOf } from '@/domain/attachments/files';
import { DomainError } from '@/domain/result';

const inUse = 'FROM attachments WHERE removed_at IS NULL';
/** Where a register names files, by the column that says so. */
const naming: readonly { table: string; column: string; query: string }[] = [
  { table: 'attachments', column: 'sha256', query: `SELECT sha256 AS name ${inUse} AND state <> 'refused'` },
  { table: 'attachments', column: 'view_sha256', query: `SELECT view_sha256 AS name ${inUse}` },
  { table: 'attachments', column: 'thumb_sha256', query: `SELECT thumb_sha256 AS name ${inUse}` },
  { table: 'letters', column: 'sheet_sha256', query: 'SELECT sheet_sha256 AS name FROM letters' },
];

/** Every file that a paper or letter of this register names. A copy of an older version may know neither. */
function namedFiles(open: Database.Database): string[] {
  const known = open.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?');
  const queries = naming.flatMap(({ table, column, query }) => (known.get(table, column) ? [query] : []));
  if (queries.length === 0) return [];
  const rows = open.prepare(`SELECT name FROM (${queries.join(' UNION ')}) WHERE name IS NOT NULL ORDER BY 1`);
  return rows.pluck().all().map(String);
}

/**
 * Reads every file through and holds it against its name.
 * @returns how many there are
 * @throws DomainError `database.paper-missing`, `database.paper-damaged` naming the file
 */
export function checkFiles(open: Database.Database, file: string, folder: string): number {
  const names = namedFiles(open);
  for (const name of names) {
    const code = stateOf(path.join(folder, placeOf(name)), name);
    // A running server may have removed the paper meanwhile, and its file with it.
    if (code && namedFiles(open).includes(name)) throw new DomainError(code, {}, { file, detail: name });
  }
  return names.length;
}

function stateOf(place: string, name: string) {
  if (!existsSync(place)) return 'database.paper-missing' as const;
  return hashOf(place) === name ? null : ('database.paper-damaged' as const);
}

function hashOf(place: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(1_048_576);
  const descriptor = openSync(place, 'r');
  try {
    for (let read = -1; read !== 0; ) {
      read = readSync(descriptor, piece);
      hash.update(piece.subarray(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

/** Brings the files that the register `copy` names from one folder to another. @throws DomainError `database.paper-missing` */
export function copyFiles(copy: string, from: string, to: string): void {
  const open = new Database(copy, { readonly: true, timeout: 5_000 });
  try {
    for (const name of namedFiles(open)) {
      const source = path.join(from, placeOf(name));
      if (!existsSync(source)) throw new DomainError('database.paper-missing', {}, { file: copy, detail: name });
      bring(source, path.join(to, placeOf(name)));
    }
  } finally {
    open.close();
  }
}

/** Keeps every file of a folder under another one, too. */
export function keepAll(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const group of readdirSync(from).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const name of readdirSync(path.join(from, group)).filter((one) => /^[0-9a-f]{64}$/.test(one)))
      bring(path.join(from, placeOf(name)), path.join(to, placeOf(name)));
}

/** By a second name where both lie on one disk, by copying where not; whole or not at all. */
function bring(source: string, target: string): void {
  if (existsSync(target)) {
    if (hashOf(target) === path.basename(target)) return;
    rmSync(target);
  }
  const folder = path.dirname(target);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    linkSync(source, target);
  } catch {
    const part = `${target}.${process.pid}.part`;
    copyFileSync(source, part);
    flush(part);
    renameSync(part, target);
  }
  flush(folder);
}

function flush(file: string): void {
  const descriptor = openSync(file, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
