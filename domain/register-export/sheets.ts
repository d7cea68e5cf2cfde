/** The whole register as sheets: each a table of columns over rows that are read some hundreds at a time. */

import type { Cell, Sheet } from '../workbook';
import { casesSheet, resultsSheet } from './case-sheets';
import { type ExportSheet, type ExportWords, rowsAtOnce } from './columns';
import { applicationsSheet, lettersSheet, requestsSheet, searchesSheet } from './family-sheets';
import { burialsSheet, notesSheet } from './other-sheets';

/** Every sheet of the register, in the order of the work. */
export function registerSheets(words: ExportWords): Sheet[] {
  return [
    sheetOf(casesSheet, words),
    sheetOf(applicationsSheet, words),
    sheetOf(resultsSheet, words),
    sheetOf(burialsSheet, words),
    sheetOf(searchesSheet, words),
    sheetOf(requestsSheet, words),
    sheetOf(lettersSheet, words),
    sheetOf(notesSheet, words),
  ];
}

function sheetOf<Row>({ key, columns, next }: ExportSheet<Row>, words: ExportWords): Sheet {
  async function* rows(): AsyncGenerator<Cell[]> {
    yield columns.map((column) => words.text(`registerExport.column.${column.key}`));
    let after: Row | null = null;
    for (;;) {
      const found: Row[] = await next(after);
      for (const row of found) yield columns.map((column) => column.cell(row, words));
      after = found.at(-1) ?? after;
      if (found.length < rowsAtOnce) return;
    }
  }
  return {
    name: words.text(`registerExport.sheet.${key}`),
    widths: columns.map((column) => column.width),
    headLines: 1,
    filters: true,
    rows: rows(),
  };
}
