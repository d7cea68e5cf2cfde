// Files made for the tests of this folder.
import { Readable } from 'node:stream';
import { type ReadOptions, type RecordFile, readRecordFile } from './read-file';
import type { ReadRow } from './read-row';

/** Text as bytes of an encoding; windows-1251 for the letters it has, anything else there is an error of the test. */
export function encoded(text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251'): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const decoder = new TextDecoder('windows-1251');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Buffer.from([byte])), byte]));
  return Buffer.from(
    Array.from(text, (char) => {
      const byte = bytes.get(char);
      if (byte === undefined) throw new Error(`windows-1251 has no ${char}`);
      return byte;
    }),
  );
}

/** All rows of a file given as bytes, in chunks of `size`. */
export async function readAll(
  content: Buffer | string,
  options?: ReadOptions,
  size = 65_536,
): Promise<Omit<RecordFile, 'rows'> & { rows: ReadRow[] }> {
  const bytes = Buffer.from(content);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
  const file = await readRecordFile(Readable.from(chunks, { objectMode: false }), options);
  const rows: ReadRow[] = [];
  for await (const row of file.rows) rows.push(row);
  const { format, encoding, separator, columns, mapping, byHand, bytesRead } = file;
  return { format, encoding, separator, columns, mapping, byHand, bytesRead, rows };
}
