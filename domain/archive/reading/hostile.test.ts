// Files that are no tables, break off or try to fill the memory.
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGzip, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecordFile } from './read-file';
import type { ReadRow } from './read-row';
import { ReadRefusal } from './refusal';
import { unpacked } from './source';
import { encoded, readAll } from './testing';

const cards = readFileSync(fileURLToPath(new URL('../../../e2e/fixtures/obd-cards.csv', import.meta.url)), 'utf8');
const MIB = 1_048_576;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reading-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the reading says in the end: the refusal's code and detail, or how many rows were read. */
async function outcome(source: string | Buffer, options?: { format: 'native' | 'obd-card-list' }): Promise<string> {
  try {
    const input = typeof source === 'string' ? source : Readable.from([source], { objectMode: false });
    const { rows } = await readRecordFile(input, options);
    let count = 0;
    for await (const _ of rows) count += 1;
    return `${count} rows`;
  } catch (error) {
    if (error instanceof ReadRefusal) return `${error.code} ${error.detail}`.trim();
    throw error;
  }
}

describe('refused', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
  const XLSX = Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml\0\0xl/workbook.xml', 'latin1');
  const noise = Buffer.from(Array.from({ length: 5_000 }, (_, index) => ((index + 1) * 2_654_435_761) >>> 24));
  const files: [string, Buffer, string][] = [
    ['an empty file', Buffer.alloc(0), 'file.empty'],
    ['an empty packed file', gzipSync(''), 'file.empty'],
    ['a byte order mark alone', Buffer.from('\ufeff'), 'file.empty'],
    ['empty lines alone', Buffer.from('\r\n\r\n'), 'file.empty'],
    ['a header alone', Buffer.from('surname,notes\n\n'), 'file.header-only surname, notes'],
    ['a header alone without a line end', encoded('\ufeffsurname', 'utf-16le'), 'file.header-only surname'],
    ['a header that cannot be split', Buffer.from('"sur"name",notes\nа,б\n'), 'file.broken-header'],
    ['a picture', PNG, 'file.not-a-table PNG'],
    ['a packed picture', gzipSync(PNG), 'file.not-a-table PNG'],
    ['a workbook', XLSX, 'file.not-a-table XLSX'],
    ['an archive', Buffer.from('PK\x03\x04\x14\0\0\0notes.txt', 'latin1'), 'file.not-a-table ZIP'],
    ['an empty archive', Buffer.from('PK\x05\x06\0\0', 'latin1'), 'file.not-a-table ZIP'],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.not-a-table XLS/DOC'],
    ['a paper', Buffer.from('%PDF-1.7\n'), 'file.not-a-table PDF'],
    ['a page', Buffer.from('\n<!DOCTYPE html><html lang="ru">'), 'file.not-a-table HTML/XML'],
    ['a file packed twice', gzipSync(gzipSync(cards)), 'file.not-a-table GZIP'],
    ['UTF-32', Buffer.from('fffe000073000000', 'hex'), 'file.not-a-table UTF-32'],
    ['nothing but zeros', Buffer.alloc(5_000), 'file.not-a-table binary'],
    ['noise', noise, 'file.not-a-table binary'],
    ['unknown columns', Buffer.from('Фамилия;Имя\nАққозиев;Серік\n'), 'file.unknown-layout Фамилия, Имя'],
    ['plain prose', Buffer.from('Hello there\nHow are you\n'), 'file.unknown-layout Hello there'],
    [
      'a foreign table with one column of ours',
      Buffer.from('last_name,first_name,patronymic,id\nа,б,в,г\n'),
      'file.unknown-layout last_name, first_name, patronymic, id',
    ],
    ['half a packed file', gzipSync(cards).subarray(0, 1_500), 'file.cut-short'],
    ['the beginning of a packed file', gzipSync(cards).subarray(0, 2), 'file.cut-short'],
    ['a packed file without its checksum', gzipSync(cards).subarray(0, -8), 'file.cut-short'],
    ['a packed file with another checksum', flipped(gzipSync(cards), -6), 'file.damaged'],
    ['a damaged packed file', flipped(gzipSync(cards), 300), 'file.damaged'],
  ];

  test.each(files)('%s', async (_name, bytes, expected) => {
    expect(await outcome(bytes)).toBe(expected);
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    expect(await outcome(path)).toBe(expected);
  });

  function flipped(bytes: Buffer, at: number): Buffer {
    const copy = Buffer.from(bytes);
    const index = at < 0 ? copy.length + at : at;
    copy[index] = (copy[index] ?? 0) ^ 0xff;
    return copy;
  }

  test('a missing file, a folder, a name no file can have', async () => {
    expect(await outcome(join(folder, 'none.csv'))).toBe(`file.not-found ${join(folder, 'none.csv')}`);
    expect(await outcome(folder)).toBe(`file.directory ${folder}`);
    expect(await outcome('a\0b')).toMatch(/^file\.not-found/);
  });

  test('a format that the columns do not bear out', async () => {
    expect(await outcome(Buffer.from(cards), { format: 'native' })).toMatch(
      /^file\.unknown-layout Заголовок, nomer_fonda/,
    );
    expect(await outcome(Buffer.from('surname\nа\n'), { format: 'obd-card-list' })).toBe('file.unknown-layout surname');
  });

  test('an upload that breaks off', async () => {
    async function* chunks() {
      yield Buffer.from(cards.slice(0, 4_000));
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    }
    await expect(readRows(Readable.from(chunks()))).rejects.toMatchObject({ code: 'file.cut-short' });
  });

  test('no bug of ours as a bad file', async () => {
    async function* chunks() {
      yield Buffer.from(cards);
      throw new TypeError('a bug');
    }
    await expect(readRows(Readable.from(chunks()))).rejects.toThrow(TypeError);
  });

  test('a file that loses its end while it is read', async () => {
    const path = join(folder, 'shrinking.csv.gz');
    writeFileSync(path, gzipSync(cards));
    truncateSync(path, 2_000);
    expect(await outcome(path)).toBe('file.cut-short');
  });
});

async function readRows(source: NodeJS.ReadableStream): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of (await readRecordFile(source)).rows) rows.push(row);
  return rows;
}

describe('bombs', () => {
  test('are refused before they unfold', async () => {
    expect(await outcome(gzipSync(`surname\n${'a'.repeat(80 * MIB)}`))).toBe('file.bomb 1 : 200');
  });

  test('of one row repeated are refused too, an ordinary packed table is not', async () => {
    const [header, ...lines] = cards.trimEnd().split('\n');
    expect(await outcome(gzipSync(`${header}\n${`${lines[0]}\n`.repeat(100_000)}`))).toBe('file.bomb 1 : 200');
    const table = lines
      .map((line, index) => `${line.replaceAll(/\d{4}/g, (year) => String(+year + index))}`)
      .join('\n');
    expect(await outcome(gzipSync(`${header}\n${table}\n`))).toBe('25 rows');
  });

  test('have a limit in bytes as well', async () => {
    const packed = Readable.from([gzipSync(cards)]);
    const chunks = await unpacked(packed, { ratio: 1_000, free: 0, bytes: 1_000 });
    await expect(
      (async () => {
        for await (const _ of chunks);
      })(),
    ).rejects.toMatchObject({ code: 'file.bomb' });
  });
});

describe('memory', () => {
  test('stays flat over a line of 300 MB, whether quoted, packed or neither', async () => {
    const lead = 'surname,notes\nАққозиев,а\n';
    for (const [open, close] of [
      ['', ''],
      ['"', '"'],
    ]) {
      const source = Readable.from(longLine(`${lead}Иванов,${open}`, `${close}\nПетров,б\n`));
      const peak = await peakWhile(async () => {
        const rows = await readRows(source);
        expect(rows).toMatchObject([
          { line: 2, record: { surname: 'Аққозиев' } },
          { line: 3, row: null, reason: 'row.field-too-long' },
          { line: 4, record: { surname: 'Петров' } },
        ]);
      });
      expect(peak).toBeLessThan(150 * MIB);
    }
  });

  test('stays flat over a quote that never closes', async () => {
    const source = Readable.from(longLine('surname,notes\nАққозиев,а\nИванов,"', ''));
    const peak = await peakWhile(async () => {
      expect((await readRows(source)).at(-1)).toMatchObject({ line: 3, reason: 'row.unclosed-quote' });
    });
    expect(peak).toBeLessThan(150 * MIB);
  });

  test('stays flat over a packed table of many rows', async () => {
    async function* table() {
      yield 'surname,notes\n';
      for (let batch = 0; batch < 300; batch++) {
        look();
        yield Array.from({ length: 1_000 }, (_, row) => `Аққозиев,${batch * row * 7_919}\n`).join('');
      }
    }
    let count = 0;
    const peak = await peakWhile(async () => {
      const file = await readRecordFile(Readable.from(table(), { objectMode: false }).pipe(createGzip({ level: 1 })));
      for await (const row of file.rows) if ('record' in row) count += 1;
    });
    expect(count).toBe(300_000);
    expect(peak).toBeLessThan(150 * MIB);
  });

  let peak = 0;

  /** Looked at from within the streams: a timer would not get its turn between their chunks. */
  function look(): void {
    peak = Math.max(peak, process.memoryUsage.rss());
  }

  async function* longLine(before: string, after: string) {
    const piece = Buffer.alloc(MIB, 'a');
    yield Buffer.from(before);
    for (let sent = 0; sent < 300; sent++) {
      look();
      yield piece;
    }
    if (after !== '') yield Buffer.from(after);
  }

  /** Bytes of memory taken on top of what was taken before, at the highest point. */
  async function peakWhile(work: () => Promise<void>): Promise<number> {
    const before = process.memoryUsage.rss();
    peak = before;
    await work();
    look();
    return peak - before;
  }
});

describe('read on all the same', () => {
  test('ten megabytes in one field, scripts and formulas, lone halves of characters', async () => {
    const { rows } = await readAll(
      Buffer.concat([
        Buffer.from('surname,notes\n<script>alert(1)</script>,=1+1\nИванов,"'),
        Buffer.alloc(10 * MIB, 'x\n'),
        Buffer.from('"\nПетров,'),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from('\nСидоров,"../../etc/passwd"\n'),
      ]),
    );
    expect(rows.map((row) => ('reason' in row ? row.reason : row.record.surname))).toEqual([
      '<script>alert(1)</script>',
      'row.field-too-long',
      'row.broken-characters',
      'Сидоров',
    ]);
    expect(rows[3]?.line).toBe(3 + 5 * MIB + 2);
  });

  test('zero bytes, be they a tenth of a short file', async () => {
    expect((await readAll('surname\nа\n\0\0\n')).rows).toMatchObject([
      { line: 2, record: { surname: 'а' } },
      { line: 3, reason: 'row.broken-characters', row: { surname: '\ufffd\ufffd' } },
    ]);
  });

  test('a long row of short fields', async () => {
    const { rows } = await readAll(`surname,notes\nа,${'bc,'.repeat(2_000_000)}\nПетров,б\n`);
    expect(rows).toMatchObject([
      { line: 2, reason: 'row.too-long' },
      { line: 3, record: { surname: 'Петров' } },
    ]);
  });
});
