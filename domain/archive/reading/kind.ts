// Files that are no tables, told by their first bytes.
import { isUtf8 } from 'node:buffer';

const MAGIC: [kind: string, bytes: string, offset?: number][] = [
  ['PNG', '\x89PNG'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF8'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['PDF', '%PDF'],
  ['RTF', '{\\rtf'],
  ['XLS/DOC', '\xd0\xcf\x11\xe0'],
  ['RAR', 'Rar!'],
  ['7Z', "7z\xbc\xaf'\x1c"],
  ['BZIP2', '1AY&SY', 4],
  ['XZ', '\xfd7zXZ\0'],
  ['ZSTD', '\x28\xb5\x2f\xfd'],
  ['GZIP', '\x1f\x8b'],
  ['SQLite', 'SQLite format 3\0'],
  ['TAR', 'ustar', 257],
  ['UTF-32', '\xff\xfe\0\0'],
  ['UTF-32', '\0\0\xfe\xff'],
];

const ZIP = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'];

/** Whether the bytes begin a gzip stream (RFC 1952). */
export function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * The kind of a file that is certainly no text table (`PNG`, `XLSX`, `HTML`, …, `binary` where only that much is
 * clear), or undefined. `sample`: its first bytes, 64 KB are plenty; `utf16`: zero bytes are part of its encoding.
 */
export function foreignKind(sample: Buffer, utf16: boolean): string | undefined {
  const head = sample.toString('latin1', 0, 65_536);
  const known = MAGIC.find(([, bytes, offset = 0]) => head.startsWith(bytes, offset));
  if (known) return known[0];
  if (ZIP.some((bytes) => head.startsWith(bytes)))
    return head.includes('xl/') ? 'XLSX' : head.includes('word/') ? 'DOCX' : 'ZIP';
  if (/^(\xef\xbb\xbf)?\s*<(!doctype|html|\?xml|svg)/i.test(head)) return 'HTML/XML';
  return !utf16 && tooManyControls(sample) ? 'binary' : undefined;
}

/** A stray zero byte is a broken row, many control characters are no table: of random bytes they are a tenth. */
function tooManyControls(sample: Buffer): boolean {
  let controls = 0;
  for (const byte of sample) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
  return controls > 3 && controls > sample.length * (isUtf8(sample) ? 0.1 : 0.05);
}
