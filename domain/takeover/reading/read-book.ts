/** A file of the old register, whatever it was kept in, as tables with named columns. */
import { DomainError } from '../../result';
import { bookLimits } from './limits';
import { type Table, tableOf } from './table';
import { readTextTable } from './text-table';
import { readWorkbook } from './workbook';

/**
 * Reads a spreadsheet: XLSX, or text with separators.
 * @throws DomainError `takeover.empty`, `takeover.too-large`, `takeover.not-a-table`, `takeover.old-format`, `takeover.locked`,
 * `takeover.macros`, `takeover.damaged`, `takeover.bomb`, `takeover.too-many-rows`, `takeover.no-rows`
 */
export function readBook(bytes: Buffer): Table[] {
  if (bytes.length === 0) throw new DomainError('takeover.empty');
  if (bytes.length > bookLimits.file) throw new DomainError('takeover.too-large', {}, { limit: bookLimits.file / 1e6 });
  refuseOldFormat(bytes);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
  const tables = (isZip ? readWorkbook(bytes) : readTextTable(bytes)).map(tableOf).filter((table) => table !== null);
  if (tables.every((table) => table.rows.length === 0)) throw new DomainError('takeover.no-rows');
  return tables;
}

/** The container of the Office of before 2007; a workbook with a password is put into one as well. */
function refuseOldFormat(bytes: Buffer): void {
  if (!bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return;
  const locked = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new DomainError(locked ? 'takeover.locked' : 'takeover.old-format');
}
