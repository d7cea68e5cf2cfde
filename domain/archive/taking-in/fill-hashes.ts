/** Hashes of records that came from an older database, where rows were known by other means: filled once, before anything is compared. */
import { bookkeep } from '@/domain/change';
import { theStore } from '@/domain/database';
import { hash53 } from '../hash';
import { contentSeed, identifier, rowText } from '../identity';
import { sameDocumentId } from '../reading/document-id';
import { recordMapper } from '../reading/formats';

type Stored = { id: number; number: number; row: string };
type Origin = { number: number; sourceKey: string; columns: string; mapping: string };

/** Records of one transaction. */
const together = 2000;

/** Fills what is missing, in short transactions; nothing is left to do after the first time. @returns how many records it were */
export async function fillHashes(): Promise<number> {
  const { writer } = theStore().engine;
  const missing = writer.prepare(
    'SELECT id, import_number AS number, row FROM archive_records WHERE identity = 0 ORDER BY id LIMIT ?',
  );
  const fill = writer.prepare('UPDATE archive_records SET identity = ?, content = ? WHERE id = ?');
  const hashers = new Map<number, (row: string) => { identity: number; content: number }>();
  for (let count = 0; ; ) {
    const filled = await bookkeep(async () => {
      const rows = missing.all(together) as Stored[];
      for (const { id, number, row } of rows) {
        const hash = hashers.get(number) ?? hasherOf(number);
        hashers.set(number, hash);
        const { identity, content } = hash(row);
        fill.run(identity, content, id);
      }
      return rows.length;
    });
    count += filled;
    if (filled < together) return count;
  }
}

function hasherOf(importNumber: number): (row: string) => { identity: number; content: number } {
  const { writer } = theStore().engine;
  const origin = writer
    .prepare('SELECT number, source_key AS sourceKey, columns, mapping FROM imports WHERE number = ?')
    .get(importNumber) as Origin;
  const columns = JSON.parse(origin.columns) as string[];
  const mapping = JSON.parse(origin.mapping) as Record<string, string>;
  const map = recordMapper(columns, mapping);
  const identity = identifier(origin.sourceKey);
  // Older imports knew no mapping but that of the layout.
  const seed = contentSeed(columns, mapping, false);
  return (row) => {
    const values = JSON.parse(row) as string[];
    const text = rowText(values, columns.length);
    return {
      identity: identity(sameDocumentId(map(values).sourceRecordId), text),
      content: hash53(text, seed),
    };
  };
}
