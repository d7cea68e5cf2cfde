import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeOnce } from './once';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'izdeu-once-'));
  file = path.join(folder, 'data', 'demo.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const silent = () => {};

it('makes the file whole, and never again', async () => {
  await makeOnce(file, silent, async (making) => {
    writeFileSync(making, 'half');
    expect(existsSync(file)).toBe(false);
    writeFileSync(making, 'whole');
  });
  await makeOnce(file, silent, async () => {
    throw new Error('made twice');
  });
  expect(readdirSync(path.dirname(file))).toEqual(['demo.db']);
  expect(readFileSync(file, 'utf8')).toBe('whole');
});

it('leaves nothing when the making fails, and clears away what a killed one left', async () => {
  const failing = async (making: string) => {
    for (const end of ['', '-wal']) writeFileSync(`${making}${end}`, '');
    throw new Error('full disk');
  };
  await expect(makeOnce(file, silent, failing)).rejects.toThrow('full disk');
  expect(readdirSync(path.dirname(file))).toEqual([]);

  // No process has this number: Linux gives none above 2^22.
  for (const end of ['', '-wal', '-shm']) writeFileSync(`${file}.99999999.making${end}`, '');
  const [ofAnother, foreign] = [`demo.db.${process.ppid}.making`, 'demo.db.notes'];
  for (const kept of [ofAnother, foreign]) writeFileSync(path.join(path.dirname(file), kept), '');
  await makeOnce(file, silent, async (making) => writeFileSync(making, ''));
  expect(readdirSync(path.dirname(file)).sort()).toEqual(['demo.db', ofAnother, foreign].sort());
});

it('believes the first of two that made it at once', async () => {
  await makeOnce(file, silent, async (making) => {
    writeFileSync(file, 'first');
    writeFileSync(making, 'second');
  });
  expect(readFileSync(file, 'utf8')).toBe('first');
});
