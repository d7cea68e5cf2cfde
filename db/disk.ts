/** Room on the disk: a gate that refuses writing in time, and ballast to throw overboard when it was not in time. */
import { existsSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writing is refused below this many free bytes: SQLite needs room even to delete and to check-point. */
const gate = 8 * 1024 * 1024;
/** Bytes of the ballast: more than the gate, so that writing can go on once it is gone. */
const ballast = 16 * 1024 * 1024;

const freeBytes = (file: string): number => {
  const { bavail, bsize } = statfsSync(path.dirname(path.resolve(file)));
  return bavail * bsize;
};

const ballastOf = (file: string) => `${file}.ballast`;

/** Whether there is too little room left to write safely. */
export const isDiskFull = (file: string): boolean => freeBytes(file) < gate;

/** Makes room at once for a disk that filled up; the worker lays new ballast in when there is room again. */
export function dropBallast(file: string): void {
  rmSync(ballastOf(file), { force: true });
}

/** Lays in ballast where there is none and ample room; whole or not at all. */
export function keepBallast(file: string): void {
  if (existsSync(ballastOf(file)) || freeBytes(file) < 8 * ballast) return;
  writeFileSync(`${ballastOf(file)}.new`, Buffer.alloc(ballast), { mode: 0o600 });
  renameSync(`${ballastOf(file)}.new`, ballastOf(file));
}
