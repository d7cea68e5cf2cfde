/** Which column of a record file fills what: as its layout says, corrected by hand. Reads files; knows no database. */
import { DomainError } from '../result';
import { type MappedField, type Mapping, mappedFields, nameFields } from './reading/formats';
import { openRecordTable, type RecordTable } from './reading/read-file';
import { asRefusal, ReadRefusal } from './reading/refusal';

export const formats = ['auto', 'native', 'obd-card-list'] as const;
export type ImportFormat = (typeof formats)[number];

/** @throws DomainError at the field that names no column of the file, or `import.no-name-column` */
export function readMapping(given: Readonly<Record<string, string | undefined>>, columns: readonly string[]): Mapping {
  const mapping: Mapping = {};
  for (const [field, column] of Object.entries(given)) {
    if (!isMappedField(field)) throw new DomainError('input.invalid', { [field]: 'import.unknown-field' });
    if (!column) continue;
    if (!columns.includes(column)) throw new DomainError('input.invalid', { [field]: 'import.unknown-column' });
    mapping[field] = column;
  }
  if (!nameFields.some((field) => mapping[field]))
    throw new DomainError('input.invalid', { surname: 'import.no-name-column' });
  return mapping;
}

const isMappedField = (field: string): field is MappedField => (mappedFields as readonly string[]).includes(field);

/**
 * What the layout of a file makes of its columns, corrected by hand. The file needs no known layout.
 * @param given columns by the value they fill; '' takes a value's column away
 * @throws DomainError `file.*`; at the field that is no value of a record, or names no column of the file
 */
export async function agreedMapping(
  path: string,
  format: ImportFormat,
  given: Readonly<Record<string, string>>,
): Promise<{ columns: string[]; mapping: Mapping }> {
  const { columns, mapping } = await openedTable(path, format);
  return { columns, mapping: readMapping({ ...mapping, ...given }, columns) };
}

/** The file's table, its rows not read. */
export async function openedTable(path: string, format: ImportFormat): Promise<RecordTable> {
  try {
    const table = await openRecordTable(path, { format, anyLayout: true });
    table.close();
    return table;
  } catch (error) {
    throw refusalOf(asRefusal(error, path));
  }
}

/** A file's refusal in the domain's words; anything else as it is. */
export function refusalOf(error: unknown): unknown {
  return error instanceof ReadRefusal
    ? new DomainError(error.code, { file: error.code }, { detail: error.detail })
    : error;
}
