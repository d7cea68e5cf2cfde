/** Puts a copied card into the archive index as one record of the import that holds the cards of its source. */
import { and, eq, max } from 'drizzle-orm';
import { archiveRecords, imports } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { now } from '../clock';
import type { Context } from '../command';
import { newId } from '../identity';
import { DomainError } from '../result';
import { hash53 } from './hash';
import { contentSeed, identifier, rowText } from './identity';
import { type Pasted, pastedColumns, pastedMapping, pastedRow } from './pasted';
import { sameDocumentId } from './reading/document-id';
import type { MappedRecord } from './reading/formats';
import { pastedFormat } from './reading/formats';
import type { ArchiveRow } from './records';
import { isFree } from './taking-in/lease';

/** By which number the index knows a card again: its document's, without one all that it says. */
export function identityOf(sourceKey: string, record: MappedRecord): number {
  const { telling } = pastedRow(record, '');
  return identifier(sourceKey)(sameDocumentId(record.sourceRecordId), rowText(telling, telling.length));
}

/**
 * Puts the card in, as a newer version where `before` is given; the worker brings it into the search index before it matches.
 * @returns the record's id
 * @throws DomainError `input.invalid` with `paste.no-name`; `paste.busy` while an import is writing
 */
export async function keepCard(
  { actor, tx }: Context,
  sourceKey: string,
  { record }: Pasted,
  written: string,
  before: ArchiveRow | null,
): Promise<number> {
  if (!record.surname && !record.givenName && !record.patronymic)
    throw new DomainError('input.invalid', { surname: 'paste.no-name' });
  // Ids are given by one writer at a time.
  if (!isFree()) throw new DomainError('paste.busy');
  const recordId = await nextRecordId(tx);
  const { row } = pastedRow(record, written);
  const importNumber = await importOfCards(tx, sourceKey, recordId, before !== null, staffIdOf(actor));
  if (before)
    await tx.update(archiveRecords).set({ supersededAt: now() }).where(eq(archiveRecords.id, before.recordId));
  await tx.insert(archiveRecords).values({
    id: recordId,
    importNumber,
    identity: before ? await identityOfRecord(tx, before.recordId) : identityOf(sourceKey, record),
    version: (before?.version ?? 0) + 1,
    content: hash53(rowText(row, pastedColumns.length), contentSeed(pastedColumns, pastedMapping, false)),
    row,
    supersededAt: null,
  });
  return recordId;
}

/** A newer version bears the identity of the one before it, in whichever database that is kept. */
async function identityOfRecord(tx: WriteDb, recordId: number): Promise<number> {
  const [row] = await tx
    .select({ identity: archiveRecords.identity })
    .from(archiveRecords)
    .where(eq(archiveRecords.id, recordId));
  return row?.identity ?? 0;
}

/** Ids go up and are given once, also after records were taken out. */
async function nextRecordId(tx: WriteDb): Promise<number> {
  const [kept] = await tx.select({ last: max(archiveRecords.id) }).from(archiveRecords);
  const [given] = await tx.select({ last: max(imports.lastRecord) }).from(imports);
  return Math.max(kept?.last ?? 0, given?.last ?? 0) + 1;
}

/** The import that holds the cards of one source, made with the first; one that was withdrawn is followed by a new one. */
async function importOfCards(
  tx: WriteDb,
  sourceKey: string,
  recordId: number,
  isNewer: boolean,
  staffId: string | null,
): Promise<number> {
  const rows = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.sourceKey, sourceKey), eq(imports.format, pastedFormat), eq(imports.state, 'done')));
  const columns = JSON.stringify(pastedColumns);
  const open = rows.find((row) => row.stopAskedAt === null && JSON.stringify(row.columns) === columns);
  const counted = isNewer ? ('updated' as const) : ('added' as const);
  if (open) {
    await tx
      .update(imports)
      .set({
        read: open.read + 1,
        [counted]: open[counted] + 1,
        firstRecord: open.firstRecord ?? recordId,
        lastRecord: recordId,
        finishedAt: now(),
      })
      .where(eq(imports.id, open.id));
    return open.number;
  }
  const [numbers] = await tx.select({ last: max(imports.number) }).from(imports);
  const number = (numbers?.last ?? 0) + 1;
  await tx.insert(imports).values({
    ...{ id: newId(), number, sourceKey, fileName: 'cards.txt', format: pastedFormat, state: 'done' },
    ...{ sha256: '', read: 1, added: 0, updated: 0, unchanged: 0, duplicates: 0, rejected: 0, lastLine: 0 },
    [counted]: 1,
    columns: [...pastedColumns],
    mapping: { ...pastedMapping },
    ...{ firstRecord: recordId, lastRecord: recordId },
    ...{ importedBy: staffId, startedAt: now(), finishedAt: now() },
  });
  return number;
}
