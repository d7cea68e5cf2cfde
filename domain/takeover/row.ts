/** A row as it was read and as a person corrected it: its values by field, and where each of them stands. Pure. */
import type { takeoverRows } from '@/db/schema';
import { isTakeoverField, type TakeoverField } from './columns';

/** How a file is to be read where its rows do not say. */
export type TakeoverSettings = {
  order: 'day-first' | 'month-first';
  language: 'kk' | 'ru' | 'en';
  channel: 'post' | 'telephone' | 'visit' | 'email' | 'web';
};

export type Mapping = Readonly<Record<string, string>>;

type StoredRow = Pick<typeof takeoverRows.$inferSelect, 'id' | 'sheet' | 'row' | 'cells' | 'corrected'>;

export type Row = {
  id: string;
  sheet: string;
  row: number;
  heading: boolean;
  /** How many cells hold something. */
  filled: number;
  /** `yes` and `no` by a person; '' nobody said. */
  leftOut: string;
  accepted: readonly string[];
  value(field: TakeoverField): string;
  /** The column that fills the field, else the field's own name. */
  column(field: TakeoverField): string;
  hasColumn(field: TakeoverField): boolean;
  /** The row in which the cell of this field begins, where it is one cell over several rows. */
  begins(field: TakeoverField): number | null;
};

/** Beside the cells: what merging said, in keys no column of a file can have (its names are trimmed lines). */
export const mergedKey = '\tmerged';
export const headingKey = '\theading';
/** Among the corrections: what a person decided about the row itself. */
export const leftOutKey = '\tleft-out';
export const acceptedKey = '\taccepted';

/** The cells a reader is shown. */
export const shownCells = (cells: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(cells).filter(([key]) => !key.startsWith('\t'));

/** The columns of each sheet that hold anything. */
export function columnsOfSheets(rows: readonly StoredRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const columns = new Map<string, Set<string>>();
  for (const { sheet, cells } of rows) {
    const known = columns.get(sheet) ?? new Set();
    for (const [column] of shownCells(cells)) known.add(column);
    columns.set(sheet, known);
  }
  return columns;
}

/** @param columns those of its sheet, so that an empty cell is named as this sheet names it */
export function rowOf(stored: StoredRow, mapping: Mapping, columns: ReadonlySet<string>): Row {
  const { cells, corrected } = stored;
  const from = JSON.parse(cells[mergedKey] ?? '{}') as Record<string, number>;
  const filling = new Map<TakeoverField, string>();
  for (const [column] of shownCells(cells)) {
    const field = mapping[column] ?? '';
    if (isTakeoverField(field) && !filling.has(field)) filling.set(field, column);
  }
  const headed = (field: TakeoverField) =>
    Object.keys(mapping).find((column) => mapping[column] === field && columns.has(column));
  return {
    ...stored,
    heading: cells[headingKey] !== undefined,
    filled: shownCells(cells).length,
    leftOut: corrected[leftOutKey] ?? '',
    accepted: (corrected[acceptedKey] ?? '').split(' ').filter(Boolean),
    value: (field) => corrected[field] ?? cells[filling.get(field) ?? ''] ?? '',
    column: (field) => filling.get(field) ?? headed(field) ?? field,
    hasColumn: (field) => headed(field) !== undefined,
    begins: (field) => (corrected[field] === undefined ? (from[filling.get(field) ?? ''] ?? null) : null),
  };
}
