// Where the bytes of a record file come from: a path or a stream, packed with gzip or not.
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isGzip } from './kind';
import { ReadRefusal } from './refusal';

export type ByteSource = { chunks: AsyncIterable<Buffer>; bytesRead(): number; close(): void };

/** No larger piece is decoded at once. */
const CHUNK = 262_144;

/**
 * How far a gzip stream may unfold: at most `bytes` in all, and past `free` bytes at most `ratio` times its packed
 * size. Tables pack to a tenth, of one row repeated to a hundredth; a bomb reaches a thousandth.
 */
const UNPACK_LIMITS = { ratio: 200, free: 16_777_216, bytes: 34_359_738_368 };

/** Opens a path or takes a stream over; `bytesRead` counts bytes as they lie in the file, packed or not. */
export async function openSource(source: string | NodeJS.ReadableStream): Promise<ByteSource> {
  const stream = typeof source === 'string' ? await openFile(source) : source;
  let read = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      read += bytes.length;
      for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
    }
  }
  return {
    chunks: chunks(),
    bytesRead: () => read,
    close: () => {
      if (stream instanceof Readable) stream.destroy();
    },
  };
}

async function openFile(path: string): Promise<Readable> {
  const file = await open(path);
  if ((await file.stat()).isDirectory()) {
    await file.close();
    throw new ReadRefusal('file.directory', path);
  }
  return file.createReadStream({ highWaterMark: CHUNK });
}

/** The first `size` bytes (fewer if there are no more), and all chunks including them. */
export async function peek(
  chunks: AsyncIterable<Buffer>,
  size: number,
): Promise<{ head: Buffer; all: AsyncIterable<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const begun: Buffer[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    begun.push(next.value);
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* begun;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head: Buffer.concat(begun).subarray(0, size), all: all() };
}

/**
 * Unpacks a gzip stream, told by its first two bytes and not by a name; anything else passes as it is.
 * Refuses with `file.bomb` past the limits; a broken or unfinished stream throws zlib's own error.
 */
export async function unpacked(chunks: AsyncIterable<Buffer>, limits = UNPACK_LIMITS): Promise<AsyncIterable<Buffer>> {
  const { head, all } = await peek(chunks, 2);
  return isGzip(head) ? gunzipped(all, limits) : all;
}

async function* gunzipped(chunks: AsyncIterable<Buffer>, limits: typeof UNPACK_LIMITS): AsyncGenerator<Buffer> {
  let packed = 0;
  let unfolded = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      packed += chunk.length;
      yield chunk;
    }
  }
  const gunzip = createGunzip({ chunkSize: CHUNK });
  // Errors reach the reader below, since pipeline destroys gunzip with them.
  pipeline(Readable.from(counted()), gunzip, () => {});
  for await (const chunk of gunzip) {
    unfolded += chunk.length;
    if (unfolded > limits.bytes) throw new ReadRefusal('file.bomb', `${limits.bytes / 1_073_741_824} GiB`);
    if (unfolded > limits.free && unfolded > packed * limits.ratio) {
      throw new ReadRefusal('file.bomb', `1 : ${limits.ratio}`);
    }
    yield chunk;
  }
}
