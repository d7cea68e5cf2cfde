/** The sheets of an XLSX workbook (ECMA-376): texts, numbers and days as they are shown; formulas by their last value. */
import { DomainError } from '../../result';
import { dateFormats, serialDay } from './cell-formats';
import { bookLimits, type Taken } from './limits';
import { fillMerged } from './merged';
import type { Merge, RawSheet } from './raw-sheet';
import { readXml } from './xml';
import { openZip, type Parts } from './zip';

/** @throws DomainError `takeover.*`: no workbook, macros, locked, damaged, unfolding without end, too many rows */
export function readWorkbook(bytes: Buffer): RawSheet[] {
  const parts = openZip(bytes);
  refuseOthers(parts);
  const book = readBook(parts);
  const texts = sharedTexts(parts.read('xl/sharedStrings.xml'));
  const dates = dateFormats(parts.read('xl/styles.xml'));
  const taken: Taken = { rows: 0, text: 0, mergedCells: 0 };
  return book.sheets.map(({ name, path }) => {
    const part = parts.read(path);
    if (!part) throw new DomainError('takeover.damaged');
    const sheet = readSheet(part, { texts, dates, from1904: book.from1904 }, taken);
    return { name, rows: fillMerged(sheet.rows, sheet.merges, taken) };
  });
}

function refuseOthers({ names, read }: Parts): void {
  const has = (name: string) => names.includes(name);
  if (names.some((name) => /vbaProject|macrosheets\//i.test(name))) throw new DomainError('takeover.macros');
  if (has('xl/workbook.bin')) throw new DomainError('takeover.not-a-table', {}, { detail: 'XLSB' });
  if (has('mimetype') && read('mimetype')?.toString('latin1').includes('opendocument'))
    throw new DomainError('takeover.not-a-table', {}, { detail: 'ODS/ODT' });
  if (names.some((name) => name.startsWith('word/')))
    throw new DomainError('takeover.not-a-table', {}, { detail: 'DOCX' });
  if (!has('xl/workbook.xml')) throw new DomainError('takeover.not-a-table', {}, { detail: 'ZIP' });
  if (read('[Content_Types].xml')?.includes('macroEnabled')) throw new DomainError('takeover.macros');
}

function readBook(parts: Parts): { sheets: { name: string; path: string }[]; from1904: boolean } {
  const targets = new Map<string, string>();
  readXml(parts.read('xl/_rels/workbook.xml.rels') ?? Buffer.from('<x/>'), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; path: string }[] = [];
  let from1904 = false;
  readXml(parts.read('xl/workbook.xml') ?? Buffer.alloc(0), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes.state ?? '')) return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const path = targets.get(id);
      // A sheet of charts holds no rows.
      if (path && /worksheets\//.test(path)) sheets.push({ name: (attributes.name ?? '').slice(0, 100), path });
    },
  });
  if (sheets.length === 0) throw new DomainError('takeover.empty');
  if (sheets.length > bookLimits.sheets) throw new DomainError('takeover.bomb');
  return { sheets, from1904 };
}

function sharedTexts(part: Buffer | null): string[] {
  if (!part) return [];
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  readXml(part, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (said) => {
      if (inText) text += said;
    },
    close: (name) => {
      if (name === 'rPh') phonetic = false;
      if (name === 't') inText = false;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

type Book = { texts: readonly string[]; dates: readonly boolean[]; from1904: boolean };

/** Stops in the middle of the part as soon as it is too much: what a hostile one holds in full has no room. */
function readSheet(part: Buffer, book: Book, taken: Taken): { rows: Map<number, string[]>; merges: Merge[] } {
  const rows = new Map<number, string[]>();
  const merges: Merge[] = [];
  let row = 0;
  let column = -1;
  let cell = { type: '', style: 0, value: '', open: false };
  let cells: string[] = [];
  readXml(part, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        column = -1;
        cells = [];
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', open: false };
      } else if (name === 'v' || name === 't') cell.open = true;
      else if (name === 'mergeCell') {
        merges.push(...rangeOf(attributes.ref ?? ''));
        if (merges.length > bookLimits.merges) throw new DomainError('takeover.bomb');
      }
    },
    text: (said) => {
      if (cell.open) cell.value += said;
    },
    close: (name) => {
      if (name === 'v' || name === 't') cell.open = false;
      if (name === 'c' && column < bookLimits.columns && column >= 0) {
        const text = shown(cell, book).slice(0, bookLimits.cell);
        taken.text += text.length;
        if (taken.text > bookLimits.text) throw new DomainError('takeover.bomb');
        // A cell far to the right that holds nothing makes no room for itself.
        if (text.trim() === '') return;
        while (cells.length < column) cells.push('');
        cells[column] = text;
      }
      if (name === 'row' && cells.length > 0 && Number.isInteger(row)) {
        if (!rows.has(row)) taken.rows += 1;
        if (taken.rows > bookLimits.rows)
          throw new DomainError('takeover.too-many-rows', {}, { limit: bookLimits.rows });
        rows.set(row, cells);
      }
    },
  });
  return { rows, merges };
}

function shown({ type, style, value }: { type: string; style: number; value: string }, book: Book): string {
  if (type === 's') return book.texts[Number(value)] ?? '';
  if (type !== 'n' || value.trim() === '') return value;
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return (book.dates[style] && serialDay(number, book.from1904)) || String(number);
}

/** `AB12` stands in the column 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function rangeOf(reference: string): Merge[] {
  const [first, last] = reference.split(':');
  if (!first || !last) return [];
  const rowOf = (cell: string) => Number(/\d+$/.exec(cell)?.[0] ?? 0);
  return [{ top: rowOf(first), bottom: rowOf(last), left: columnOf(first), right: columnOf(last) }];
}
