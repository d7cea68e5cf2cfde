/** A sheet as it stands: rows of text, with what is merged filled in. */

export type RawRow = {
  /** As the spreadsheet counts, from 1. */
  row: number;
  /** The text of each cell from column A; '' where nothing stands. */
  cells: string[];
  /** By column: the row in which its cell begins, where one cell reaches down over several rows. */
  from: ReadonlyMap<number, number>;
  /** By column: the column in which its cell begins, where one cell reaches over several columns. */
  across: ReadonlyMap<number, number>;
};

export type RawSheet = { name: string; rows: RawRow[] };

/** A merged range, rows from 1, columns from 0, both ends included. */
export type Merge = { top: number; bottom: number; left: number; right: number };
