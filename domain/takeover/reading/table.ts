/** Where the table of a sheet begins, what its columns are called, and its rows by these names. */
import { columnKeys } from '../../archive/reading/header';
import { guessField } from '../columns';
import type { RawRow, RawSheet } from './raw-sheet';

export type TableRow = {
  row: number;
  /** By the name of the column, as written; columns without anything are left out. */
  cells: Record<string, string>;
  /** By the name of the column: the row in which its cell begins, where the cell reaches over several rows. */
  from: Record<string, number>;
  /** A line over the whole width that heads the rows below it. */
  heading: boolean;
};

export type Table = { sheet: string; columns: string[]; rows: TableRow[] };

/** Lines above the names of the columns: the museum's name, the year, an approval. */
const headLines = 30;

/** The table of a sheet; null when it holds none. */
export function tableOf({ name, rows }: RawSheet): Table | null {
  const at = headerAt(rows);
  const header = rows[at];
  if (!header) return null;
  const columns = columnKeys(namesOf(header, rows[at - 1]));
  return { sheet: name, columns, rows: rows.slice(at + 1).flatMap((row) => rowOf(row, columns)) };
}

/** The line that names the most columns we know; else the first with three or more names. */
function headerAt(rows: readonly RawRow[]): number {
  let best = -1;
  let most = 1;
  for (const [at, row] of rows.slice(0, headLines).entries()) {
    if (isHeading(row)) continue;
    const known = new Set(
      namesOf(row, rows[at - 1])
        .map(guessField)
        .filter(Boolean),
    ).size;
    // Of two lines of one header the lower names the columns; what reaches down from the upper stands in both.
    if (known > most || (known === most && best >= 0 && at === best + 1)) [best, most] = [at, known];
  }
  return best >= 0 ? best : rows.findIndex((row) => row.cells.filter((cell) => cell.trim()).length >= 3);
}

/** A name under a common one is read together with it: the surname under "Applicant" is the applicant's. */
function namesOf(header: RawRow, above: RawRow | undefined): string[] {
  return header.cells.map((cell, column) => {
    const name = oneLine(cell);
    const group = above?.across.has(column) && !isHeading(above) ? oneLine(above.cells[column] ?? '') : '';
    return group && name && group !== name ? `${group}: ${name}` : name;
  });
}

function rowOf(raw: RawRow, columns: readonly string[]): TableRow[] {
  const cells: Record<string, string> = {};
  const from: Record<string, number> = {};
  for (const [at, key] of columns.entries()) {
    const text = (raw.cells[at] ?? '').trim();
    if (!text) continue;
    cells[key] = text;
    const begins = raw.from.get(at);
    if (begins !== undefined) from[key] = begins;
  }
  return Object.keys(cells).length === 0 ? [] : [{ row: raw.row, cells, from, heading: isHeading(raw) }];
}

/** One cell over three columns or more, and nothing else in the line. */
function isHeading({ cells, across }: RawRow): boolean {
  const filled = cells.flatMap((cell, column) => (cell.trim() ? [column] : []));
  const starts = new Set(filled.map((column) => across.get(column) ?? -1));
  return filled.length >= 3 && starts.size === 1 && !starts.has(-1);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
