/** How much of a spreadsheet is read. A register of ten years has a few thousand rows; whatever goes far beyond is no register. */
export const bookLimits = {
  /** The whole file, in bytes. */
  file: 20_000_000,
  /** One part of a workbook after unpacking, in bytes. */
  part: 64_000_000,
  /** Parts of a workbook. */
  parts: 2_000,
  sheets: 50,
  /** Rows with something in them, of all sheets together. */
  rows: 10_000,
  columns: 200,
  /** Characters (UTF-16 units) of one cell. */
  cell: 32_767,
  /** Characters of all cells of all sheets together, those filled from merged ones among them: one shared text can stand in many. */
  text: 20_000_000,
  /** Merged ranges of one sheet. */
  merges: 100_000,
  /** Cells filled from merged ones, of all sheets together; a row looked at for a range counts as one. */
  mergedCells: 500_000,
};

/** What was taken out of one workbook so far. */
export type Taken = { rows: number; text: number; mergedCells: number };
