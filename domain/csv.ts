/** CSV that opens in Excel: UTF-8 with BOM, formulas made harmless. */

const formulaStart = /^[=+\-@\t\r]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as text, the heading first; lines end as RFC 4180 has it. */
export function csv(heading: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${[heading, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
