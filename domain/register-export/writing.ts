/** The register out again, whole: nobody is locked in. */
import { now } from '../clock';
import type { Actor } from '../permissions';
import { writeWorkbook } from '../workbook';
import type { ExportWords } from './columns';
import { exportRegister } from './export';
import { registerSheets } from './sheets';

/** The workbook, piece by piece; that it was taken out is recorded first. @throws DomainError `access.*` before any of it */
export async function registerWorkbook(actor: Actor, words: ExportWords): Promise<AsyncGenerator<Uint8Array>> {
  await exportRegister(actor, {});
  return writeWorkbook(registerSheets(words), now());
}
