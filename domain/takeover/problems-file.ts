import { csv } from '../csv';
import type { TakeoverRowLine } from './queries';

/** What is wrong, a line a mistake, for whoever keeps the spreadsheet. @param text the words under a key of the messages */
export function problemsFile(rows: readonly TakeoverRowLine[], text: (key: string) => string): string {
  const heading = ['sheet', 'row', 'column', 'problem', 'detail'].map((key) => text(`takeover.csv.${key}`));
  return csv(
    heading,
    // A heading that was passed over is no mistake.
    rows.flatMap(({ sheet, row, outcome, problems }) =>
      (outcome === 'left-out' ? [] : problems).map(({ column, code, detail }) => [
        sheet,
        row,
        column,
        text(`takeover.problem.${code}`),
        detail,
      ]),
    ),
  );
}
