/** Whether a PDF is whole and can be opened by everybody. It is never unpacked here, and never shown inside a page. */
import type { FileHandle } from 'node:fs/promises';

const pieceLength = 1_048_576;
/** Longer than anything that is looked for, so that nothing is missed where two pieces meet. */
const overlap = 64;
/** How far from its end a PDF may name its end, in bytes; ISO 32000-1 wants it last, programs allow 1,024 after it. */
const tail = 2048;

/** @param size of the file in bytes. @returns why it is refused, or null */
export async function pdfRefusal(handle: FileHandle, size: number): Promise<'paper.broken' | 'paper.password' | null> {
  const end = Buffer.alloc(Math.min(tail, size));
  await handle.read(end, 0, end.length, size - end.length);
  if (!end.includes('%%EOF')) return 'paper.broken';
  let hasPages = false;
  const buffer = Buffer.alloc(pieceLength + overlap);
  for (let from = 0; from < size; from += pieceLength) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
    const piece = buffer.toString('latin1', 0, bytesRead);
    // ISO 32000-1, 7.5.5: an encrypted file names its dictionary in the trailer, which itself is never encrypted.
    if (/\/Encrypt\s+(?:\d+\s+\d+\s+R|<<)/.test(piece)) return 'paper.password';
    hasPages ||= /\/(?:Root|Type\s*\/(?:Page|ObjStm|XRef))/.test(piece);
  }
  return hasPages ? null : 'paper.broken';
}
