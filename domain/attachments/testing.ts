/** Files for tests, built byte by byte: whole ones, and those that somebody made to do harm. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** A drawing of ours, taken as a telephone takes it: 320 × 240. */
export const heic = (): Buffer => readFileSync(path.join(process.cwd(), 'domain/attachments/samples/letter.heic'));

/** A sheet of one page that can be opened; `more` stands among its objects, `trailer` in its trailer. */
export const pdf = ({ more = '', trailer = '' } = {}): Buffer =>
  latin1(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${more} >>\nendobj\n` +
      '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n' +
      `trailer\n<< /Root 1 0 R /Size 4 ${trailer} >>\nstartxref\n0\n%%EOF\n`,
  );

/** A PNG of one bit a pixel. @param over `rows`: how many rows are really there; `chunks` before the picture */
export function png(width: number, height: number, over: { rows?: number; chunks?: Buffer[] } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((over.rows ?? height) * (1 + Math.ceil(width / 8)));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', head),
    ...(over.chunks ?? []),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export function pngChunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([latin1(kind), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** ISO 3309, as PNG and ZIP use it. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A JPEG whose header claims other sides than it has. */
export function jpegClaiming(jpeg: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg);
  const frame = lying.indexOf(Buffer.from('ffc0', 'hex'));
  lying.writeUInt16BE(height, frame + 5);
  lying.writeUInt16BE(width, frame + 7);
  return lying;
}

/** A JPEG with a further segment after its beginning. */
export function jpegWith(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const segment = Buffer.alloc(4);
  segment.writeUInt16BE(0xff00 | marker, 0);
  segment.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, content, jpeg.subarray(2)]);
}

/** A grey TIFF without compression. @param over `next`: where it says that the next page stands; `rows` that are really there */
export function tiff(width: number, height: number, over: { next?: number; bytes?: number } = {}): Buffer {
  const tags: readonly (readonly [number, number])[] = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 200],
    [277, 1],
    [278, height],
    [279, over.bytes ?? width * height],
  ];
  const head = Buffer.alloc(200);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  for (const [n, [tag, value]] of tags.entries()) {
    const at = 10 + n * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(4, at + 2);
    head.writeUInt32LE(1, at + 4);
    head.writeUInt32LE(value, at + 8);
  }
  head.writeUInt32LE(over.next ?? 0, 10 + tags.length * 12);
  return Buffer.concat([head, Buffer.alloc(over.bytes ?? width * height, 0x7f)]);
}

/** A ZIP with one entry, not compressed; its checksum is not right, as nobody is to open it. */
export function zip(name: string, content = 'x'): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, latin1(name), latin1(content)]);
}

/** The telephone's picture with other sides in its box of sides. */
export function heicClaiming(width: number, height: number): Buffer {
  const lying = heic();
  for (let at = lying.indexOf('ispe'); at >= 0; at = lying.indexOf('ispe', at + 1)) {
    lying.writeUInt32BE(width, at + 8);
    lying.writeUInt32BE(height, at + 12);
  }
  return lying;
}

/** A body as it comes from the network, in chunks of `size` bytes. */
export function bodyOf(bytes: Uint8Array, size = 16_384): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
}
