/** Browsers forget that a table is one when it is laid out as cards; these roles remind them. */
export const cardRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeading: { role: 'columnheader' },
  rowHeading: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

export const noRoles: Partial<typeof cardRoles> = {};
