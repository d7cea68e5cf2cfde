// One row as it was cut from the text: the record it holds, or why it holds none.
import { BROKEN_CHARACTERS } from './encoding';
import type { Layout, MappedRecord } from './formats';
import { columnKeys, columnName } from './header';
import type { RejectCode } from './refusal';
import type { SplitRow } from './split';

/**
 * `line`: where the row starts in the decoded file, from 1. `row`: every column as written, known or not, by its
 * header; null where the row could not be held. `detail` fills `{detail}` of the message: columns found / expected,
 * the columns with broken characters, or the lines that the row takes up.
 */
export type ReadRow =
  | { line: number; row: Record<string, string>; record: MappedRecord }
  | { line: number; row: Record<string, string> | null; reason: RejectCode; detail?: string };

/** Columns without a header that a rejected row may show. */
const SHOWN_EXTRA = 100;

/**
 * A reader of rows for one table. Its `suspect` says whether to look for characters that are none; a row with one is
 * rejected and shows U+FFFD in its place.
 */
export function rowReader(header: string[], layout: Layout): (split: SplitRow, suspect: boolean) => ReadRow {
  const keys = columnKeys(header);
  const names = keys.map(columnName);
  const renamed = names.some((name, index) => name !== keys[index] && layout.columns.has(name));

  return (split, suspect) => {
    const { line, cells } = split;
    if (split.fault) {
      const detail = split.lastLine > line ? `${line}–${split.lastLine}` : String(line);
      return { line, row: null, reason: split.fault, detail };
    }
    const broken = suspect ? mendBroken(cells, keys) : '';
    const row = keyed(keys, cells);
    if (cells.length !== keys.length && !onlyBlankBeyond(cells, keys.length)) {
      const detail = `${cells.length} / ${keys.length}`;
      if (cells.length > keys.length) return { line, row, reason: 'row.too-many-columns', detail };
      // A last row without a line end that is too short is where the file was cut.
      return { line, row, reason: split.ended ? 'row.too-few-columns' : 'row.cut-short', detail };
    }
    if (broken !== '') return { line, row, reason: 'row.broken-characters', detail: broken };
    const known = renamed ? firstOf(names, cells) : row;
    if (!hasName(known, layout.nameColumns)) {
      const empty = cells.every((cell) => cell.trim() === '');
      return { line, row, reason: empty ? 'row.empty' : 'row.no-name' };
    }
    return { line, row, record: layout.map(known) };
  };
}

function hasName(row: Record<string, string>, nameColumns: string[]): boolean {
  for (const name of nameColumns) if (row[name]?.trim()) return true;
  return false;
}

/** Separators at a row's end that spreadsheets add for empty columns say nothing and do no harm. */
function onlyBlankBeyond(cells: string[], columns: number): boolean {
  return cells.length > columns && cells.slice(columns).every((cell) => cell === '');
}

function keyed(keys: string[], cells: string[]): Record<string, string> {
  const row: Record<string, string> = {};
  const count = Math.min(cells.length, keys.length + SHOWN_EXTRA);
  for (let index = 0; index < count; index++) {
    const cell = cells[index] ?? '';
    const key = keys[index];
    if (key !== undefined) row[key] = cell;
    else if (cell !== '') row[`column_${index + 1}`] = cell;
  }
  return row;
}

/** Where two columns differ in blanks or capitals alone, the first is the known one. */
function firstOf(names: string[], cells: string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [index, name] of names.entries()) row[name] ??= cells[index] ?? '';
  return row;
}

function mendBroken(cells: string[], keys: string[]): string {
  const broken: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const mended = cell.replace(BROKEN_CHARACTERS, '\ufffd');
    if (mended === cell) continue;
    cells[index] = mended;
    broken.push(keys[index] ?? `column_${index + 1}`);
  }
  return broken.slice(0, 10).join(', ');
}
