/** Files that are no register, or mean harm, are refused with a code that has its sentence in every language. */
import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../result';
import { workbookBytes } from '../../workbook';
import { readBook } from './read-book';
import { readWorkbook } from './workbook';

const heading = ['№', 'Фамилия', 'Имя', 'Заявитель'];

/** @returns the refusal's code and detail, or how many rows were read */
function outcome(bytes: Buffer): string {
  try {
    return `${readBook(bytes).flatMap((table) => table.rows).length} rows`;
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.details.detail].filter(Boolean).join(' ');
    throw error;
  }
}

const types = '<Types xmlns="x"/>';
const book = '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
const relations =
  '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml" Type="t/worksheet"/></Relationships>';
const rowsOf = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`;
const head = `<row r="1">${heading.map((name, at) => text(`${'ABCD'[at]}1`, name)).join('')}</row>`;

function xlsx(over: Record<string, string | Uint8Array> = {}): Buffer {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': types,
    'xl/workbook.xml': book,
    'xl/_rels/workbook.xml.rels': relations,
    'xl/worksheets/sheet1.xml': rowsOf(`${head}<row r="2">${text('B2', 'Ахметов')}${text('C2', 'Қасым')}</row>`),
    ...over,
  };
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  );
}

/** A part whose directory says it is small while it unfolds beyond every bound. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(70_000_000, 0x20));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(100, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(100, 24);
  entry.writeUInt16LE(name.length, 28);
  const start = local.length + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

const oldOffice = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const endless =
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><worksheet>&c;</worksheet>';
const lockedPart = () => {
  const bytes = xlsx();
  // The flag of encryption in every entry of the directory.
  for (let at = bytes.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4, 'latin1'))
    bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8);
  return bytes;
};

describe('refused', () => {
  it.each<[string, () => Buffer, string]>([
    ['an empty file', () => Buffer.alloc(0), 'takeover.empty'],
    ['a file beyond the limit', () => Buffer.alloc(20_000_001, 65), 'takeover.too-large'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'takeover.not-a-table PNG'],
    ['a paper', () => Buffer.from('%PDF-1.7\n'), 'takeover.not-a-table PDF'],
    ['a page', () => Buffer.from('<!DOCTYPE html><html>'), 'takeover.not-a-table HTML/XML'],
    ['an archive of something else', () => Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'takeover.not-a-table ZIP'],
    ['a text document', () => xlsx({ 'word/document.xml': '<a/>' }), 'takeover.not-a-table DOCX'],
    ['a binary workbook', () => xlsx({ 'xl/workbook.bin': 'x' }), 'takeover.not-a-table XLSB'],
    ['a workbook of before 2007', () => oldOffice, 'takeover.old-format'],
    [
      'a workbook with a password',
      () => Buffer.concat([oldOffice, Buffer.from('EncryptedPackage', 'utf16le')]),
      'takeover.locked',
    ],
    ['an archive with a password', lockedPart, 'takeover.locked'],
    ['macros', () => xlsx({ 'xl/vbaProject.bin': 'x' }), 'takeover.macros'],
    [
      'macros that are only announced',
      () => xlsx({ '[Content_Types].xml': '<a t="sheet.macroEnabled"/>' }),
      'takeover.macros',
    ],
    ['a bomb', bomb, 'takeover.bomb'],
    ['half a workbook', () => xlsx().subarray(0, 400), 'takeover.damaged'],
    [
      'a sheet that is not there',
      () => xlsx({ 'xl/_rels/workbook.xml.rels': relations.replace('sheet1', 'sheet9') }),
      'takeover.damaged',
    ],
    ['broken XML', () => xlsx({ 'xl/worksheets/sheet1.xml': '<worksheet><row>' }), 'takeover.damaged'],
    ['entities that unfold', () => xlsx({ 'xl/worksheets/sheet1.xml': endless }), 'takeover.damaged'],
    ['a workbook without rows', () => xlsx({ 'xl/worksheets/sheet1.xml': rowsOf(head) }), 'takeover.no-rows'],
    ['words without a table', () => Buffer.from('Hello there\nHow are you\n'), 'takeover.no-rows'],
  ])('%s', (_name, bytes, expected) => expect(outcome(bytes())).toBe(expected));

  it('merged cells over the whole sheet, many times', () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `<row r="${at + 1}">${text(`A${at + 1}`, 'x')}</row>`).join(
      '',
    );
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(5000);
    const sheet = `<worksheet><sheetData>${head}${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
    expect(outcome(xlsx({ 'xl/worksheets/sheet1.xml': sheet }))).toBe('takeover.bomb');
  });

  it('too many rows, before the sheet is read to its end', () => {
    const rows = Array.from({ length: 10_001 }, () => '<row><c><v>1</v></c></row>').join('');
    expect(outcome(xlsx({ 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}<broken` }))).toBe(
      'takeover.too-many-rows',
    );
  });

  const long = 'ж'.repeat(30_000);

  it('one long shared text in every cell', () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(100);
    const sheet = rowsOf(head + `<row>${cells}</row>`.repeat(7));
    const over = { 'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>`, 'xl/worksheets/sheet1.xml': sheet };
    expect(outcome(xlsx(over))).toBe('takeover.bomb');
  });

  const merged = (rows: string, merges: string) =>
    outcome(
      xlsx({
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${head}${rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
      }),
    );

  it('one long text merged over many cells', () => {
    const rows = Array.from({ length: 4 }, (_, at) => `<row r="${at + 2}">${text(`A${at + 2}`, long)}</row>`).join('');
    expect(merged(rows, '<mergeCell ref="A2:GR5"/>')).toBe('takeover.bomb');
  });

  it('more merged cells than a sheet can mean, though they fill nothing', () => {
    expect(merged('', '<mergeCell ref="A90:A91"/>'.repeat(100_001))).toBe('takeover.bomb');
    const rows = Array.from({ length: 1000 }, (_, at) => `<row r="${at + 2}">${text(`B${at + 2}`, 'x')}</row>`).join(
      '',
    );
    expect(merged(rows, '<mergeCell ref="Z2:Z1001"/>'.repeat(600))).toBe('takeover.bomb');
  });
});

describe('read all the same', () => {
  it('an ordinary workbook, and one with cells far to the right', () => {
    expect(outcome(xlsx())).toBe('1 rows');
    const far = rowsOf(`${head}<row r="2">${text('B2', 'Ахметов')}${text('XFD2', 'x')}</row>`);
    expect(outcome(xlsx({ 'xl/worksheets/sheet1.xml': far }))).toBe('1 rows');
  });

  it('a row with an empty cell far to the right, without the room in between', () => {
    const sheet = rowsOf(`<row r="1">${text('B1', 'Ахметов')}${text('GR1', ' ')}</row>`);
    expect(readWorkbook(xlsx({ 'xl/worksheets/sheet1.xml': sheet }))[0]?.rows[0]?.cells).toEqual(['', 'Ахметов']);
  });

  it('a text table in the encoding of an old clerk', () => {
    const line = (said: string) =>
      Buffer.from([...said].map((sign) => (sign < '\u0080' ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x350)));
    const bytes = line('Фамилия;Имя;Заявитель\nИванов;Иван;Ольга\n');
    expect(readBook(bytes)[0]?.rows[0]?.cells).toEqual({ Фамилия: 'Иванов', Имя: 'Иван', Заявитель: 'Ольга' });
  });

  it('what our own export wrote: text that looks like a formula, days, line ends, and letters of three scripts', async () => {
    const row = ['=1+1', { day: '1941-06-22' }, 'Әке\nШеше & <b>"ё"', 'José 𐰴'];
    const sheet = { name: 'Парақ: 1', widths: [9, 9, 9, 9], headLines: 1, filters: true, rows: [heading, row] };
    const bytes = await workbookBytes([sheet], Date.UTC(2020, 0, 31));
    const [table] = readBook(bytes);
    expect(table?.sheet).toBe('Парақ  1');
    expect(table?.rows[0]?.cells).toEqual({
      '№': '=1+1',
      Фамилия: '22.06.1941',
      Имя: 'Әке\nШеше & <b>"ё"',
      Заявитель: 'José 𐰴',
    });
  });
});
