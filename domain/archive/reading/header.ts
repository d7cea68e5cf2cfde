/**
 * The keys under which a row's cells are kept: the header as written; a name that came before gets `_2`, `_3`, …, one
 * that is blank (or `__proto__`, which no object can hold) its place, `column_3`.
 */
export function columnKeys(header: string[]): string[] {
  const taken = new Set<string>();
  return header.map((written, index) => {
    const name = written.trim() === '' || written === '__proto__' ? `column_${index + 1}` : written;
    let key = name;
    for (let copy = 2; taken.has(key); copy++) key = `${name}_${copy}`;
    taken.add(key);
    return key;
  });
}

/** The name by which layouts know a column: without blanks around it, in small letters. */
export function columnName(key: string): string {
  return key.trim().normalize('NFC').toLowerCase();
}

/** The columns found, for a refusal that names them: 40 at most, each cut at 60 characters. */
export function listColumns(columns: string[]): string {
  const shown = columns.slice(0, 40).map((name) => name.replace(/\p{C}/gu, ' ').slice(0, 60));
  return shown.join(', ') + (columns.length > shown.length ? ', …' : '');
}
