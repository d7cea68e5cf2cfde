/** What a file is by its content: neither its name nor the type that was stated is asked. */
import { open } from 'node:fs/promises';
import { foundIn } from './other-kinds';
import { pdfRefusal } from './pdf';
import { refusedPaper, refuseSize } from './refusing';

/** Bytes from the beginning that are looked at. */
const headLength = 65_536;

/**
 * The media type of a file, one of the accepted kinds.
 * @throws DomainError `paper.empty`, `paper.too-large`, `paper.not-accepted` naming what was found, `paper.broken`, `paper.password`
 */
export async function kindOfFile(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    refuseSize(size);
    const head = Buffer.alloc(Math.min(headLength, size));
    await handle.read(head, 0, head.length, 0);
    const picture = pictureKind(head);
    if (picture) return picture;
    const found = await foundIn(head);
    if (found !== 'pdf') throw refusedPaper('paper.not-accepted', { found });
    const refusal = await pdfRefusal(handle, size);
    if (refusal) throw refusedPaper(refusal);
    return 'application/pdf';
  } finally {
    await handle.close();
  }
}

const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'];

/** The media type of an accepted picture by its first bytes; whether it is whole is seen when it is unpacked. */
function pictureKind(head: Buffer): string | null {
  const starts = (hex: string) => head.subarray(0, hex.length / 2).toString('hex') === hex;
  const ascii = (from: number, to: number) => head.toString('latin1', from, to);
  if (starts('ffd8ff')) return 'image/jpeg';
  if (starts('89504e470d0a1a0a')) return 'image/png';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp';
  if ((starts('49492a00') || starts('4d4d002a')) && ascii(8, 10) !== 'CR') return 'image/tiff';
  if (ascii(4, 8) !== 'ftyp') return null;
  const brands: string[] = ascii(8, Math.min(head.readUInt32BE(0), 256, head.length)).match(/.{4}/gs) ?? [];
  if (heicBrands.some((brand) => brands.includes(brand))) return 'image/heic';
  return brands[0] === 'mif1' && !brands.includes('avif') ? 'image/heif' : null;
}
