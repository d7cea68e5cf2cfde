// One row as it was cut from the text: the record it holds, or why it holds none.
import { BROKEN_CHARACTERS } from './encoding';
import { type MappedRecord, type Mapping, nameFields, recordMapper } from './formats';
import type { RejectCode } from './refusal';
import type { SplitRow } from './split';

/** A row that is left out. `row`: every column as written; null where it could not be held. */
export type RejectedRow = { line: number; row: Record<string, string> | null; reason: RejectCode; detail?: string };

/**
 * `line`: where the row starts in the decoded file, from 1. `row`: every column as written, known or not, by its
 * header; null where the row could not be held. `detail` fills `{detail}` of the message: columns found / expected,
 * the columns with broken characters, or the lines that the row takes up.
 */
export type ReadRow = { line: number; row: Record<string, string>; record: MappedRecord } | RejectedRow;

/** Columns without a header that a rejected row may show. */
const SHOWN_EXTRA = 100;

/**
 * Says of each row of a table whether it is left out, null where it is good. Its `suspect` says whether to look for characters
 * that are none; a row with one is rejected and shows U+FFFD in its place.
 */
export function rowJudge(
  keys: readonly string[],
  mapping: Mapping,
): (split: SplitRow, suspect: boolean) => RejectedRow | null {
  const names = nameFields.map((field) => keys.indexOf(mapping[field] ?? '')).filter((place) => place >= 0);

  return (split, suspect) => {
    const { line, cells } = split;
    if (split.fault) {
      const detail = split.lastLine > line ? `${line}–${split.lastLine}` : String(line);
      return { line, row: null, reason: split.fault, detail };
    }
    const broken = suspect ? mendBroken(cells, keys) : '';
    if (cells.length !== keys.length && !onlyBlankBeyond(cells, keys.length)) {
      const detail = `${cells.length} / ${keys.length}`;
      const row = keyed(keys, cells);
      if (cells.length > keys.length) return { line, row, reason: 'row.too-many-columns', detail };
      // A last row without a line end that is too short is where the file was cut.
      return { line, row, reason: split.ended ? 'row.too-few-columns' : 'row.cut-short', detail };
    }
    if (broken !== '') return { line, row: keyed(keys, cells), reason: 'row.broken-characters', detail: broken };
    for (const place of names) if (holdsText(cells[place])) return null;
    const empty = cells.every((cell) => cell.trim() === '');
    return { line, row: keyed(keys, cells), reason: empty ? 'row.empty' : 'row.no-name' };
  };
}

/** A reader of whole rows for one table, for those who need few of them. */
export function rowReader(keys: readonly string[], mapping: Mapping): (split: SplitRow, suspect: boolean) => ReadRow {
  const judge = rowJudge(keys, mapping);
  const map = recordMapper(keys, mapping);
  return (split, suspect) =>
    judge(split, suspect) ?? { line: split.line, row: keyed(keys, split.cells), record: map(split.cells) };
}

/** The first sign tells nearly always; only behind a blank is there more to look at. */
function holdsText(cell: string | undefined): boolean {
  if (cell === undefined || cell === '') return false;
  const first = cell.charCodeAt(0);
  return (first > 32 && first < 128) || (first >= 0x400 && first < 0x530) || cell.trim() !== '';
}

/** Separators at a row's end that spreadsheets add for empty columns say nothing and do no harm. */
function onlyBlankBeyond(cells: string[], columns: number): boolean {
  return cells.length > columns && cells.slice(columns).every((cell) => cell === '');
}

function keyed(keys: readonly string[], cells: string[]): Record<string, string> {
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

function mendBroken(cells: string[], keys: readonly string[]): string {
  const broken: string[] = [];
  for (const [index, cell] of cells.entries()) {
    const mended = cell.replace(BROKEN_CHARACTERS, '\ufffd');
    if (mended === cell) continue;
    cells[index] = mended;
    broken.push(keys[index] ?? `column_${index + 1}`);
  }
  return broken.slice(0, 10).join(', ');
}
