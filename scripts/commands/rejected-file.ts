import { open } from 'node:fs/promises';
import { type RejectedRow, rejectedOfImport } from '@/domain/archive/queries';
import { csv } from '@/domain/csv';
import { systemActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { say } from './words';

/** Rows of one reading of the store. */
const batch = 1000;

/** The rejected rows beside the input, with line, reason and detail. @throws DomainError `file.unwritable` */
export async function writeRejected(importId: string, file: string): Promise<string> {
  const rejectedFile = `${file}.rejected.csv`;
  const columns = new Set<string>();
  for await (const rows of rejectedRows(importId))
    for (const { row } of rows) for (const name of Object.keys(row ?? {})) columns.add(name);
  try {
    const output = await open(rejectedFile, 'w');
    try {
      const heading = ['line', 'reason', 'detail'].map((name) => say(`imports.rejected.${name}`));
      await output.write(csv([...heading, ...columns], []));
      for await (const rows of rejectedRows(importId)) {
        const [first = [], ...rest] = rows.map(({ line, reason, detail, row }) => [
          String(line),
          say(`imports.reason.${reason.split('.')[1]}`),
          detail,
          ...[...columns].map((name) => row?.[name] ?? ''),
        ]);
        // The mark of the encoding stands only at the head of the file.
        await output.write(csv(first, rest).replace(/^\uFEFF/, ''));
      }
    } finally {
      await output.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new DomainError('file.unwritable', {}, { detail: rejectedFile });
  }
  return rejectedFile;
}

async function* rejectedRows(importId: string): AsyncGenerator<RejectedRow[]> {
  for (let afterLine = 0; ; ) {
    const rows = await rejectedOfImport(systemActor, { importId, afterLine, limit: batch });
    if (rows.length > 0) yield rows;
    afterLine = rows.at(-1)?.line ?? afterLine;
    if (rows.length < batch) return;
  }
}
