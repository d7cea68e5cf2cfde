/**
 * Where papers lie: outside the web root, beside the database, each under the SHA-256 of its content. A name that somebody chose
 * never becomes a path.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, renameSync, statfsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { theStore } from '../database';
import { DomainError } from '../result';

/** The folder of the files that belong to one database file. */
export const filesFolderOf = (databaseFile: string): string => `${databaseFile.replace(/\.db$/, '')}.files`;

/** The folder of the open store's files. */
export const filesFolder = (): string => filesFolderOf(path.resolve(theStore().engine.writer.name));

/** Where the content with this SHA-256 lies, from the folder of the files on. @throws when it is no SHA-256 */
export function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256');
  return path.join(sha256.slice(0, 2), sha256);
}

export const filePath = (sha256: string): string => path.join(filesFolder(), placeOf(sha256));

/** Where something unfinished stands; the folder is made when it is not there. */
export function partPath(name: string): string {
  if (!/^[0-9a-z.-]+$/.test(name)) throw new Error('Not the name of a part');
  return path.join(made(partsFolder()), name);
}

export const partsFolder = (): string => path.join(filesFolder(), '.parts');

/** Room that stays free for the register itself, in bytes. */
const reserve = 256_000_000;

/** Room that papers of applications nobody sent yet leave to everything else, in bytes: anybody can write a draft. */
const reserveOfDrafts = 1_000_000_000;

/** @throws DomainError `disk.full` when `bytes` more would leave the register too little room */
export function refuseWithoutRoom(bytes: number, isDraft = false): void {
  const { bavail, bsize } = statfsSync(made(filesFolder()));
  if (bavail * bsize < bytes + (isDraft ? reserveOfDrafts : reserve)) throw new DomainError('disk.full');
}

/**
 * Reads a finished part through, piece by piece, and forces it to the disk.
 * @returns its SHA-256 in hexadecimal and its length in bytes
 */
export async function measured(part: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(part)) {
    hash.update(piece as Buffer);
    bytes += (piece as Buffer).length;
  }
  const handle = await open(part, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * Puts a measured part in its place, whole or not at all; what lies there already is the same and is replaced. To be called inside
 * the transaction that names the file, as the sweep looks and removes inside one: neither comes between.
 */
export function place(part: string, sha256: string): void {
  const target = filePath(sha256);
  const folder = made(path.dirname(target));
  renameSync(part, target);
  flushFolder(folder);
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
