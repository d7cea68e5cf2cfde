/** A record file sent by browser: looked at, then kept under its own hash until the worker reads it. */
import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { openRecordTable, type ReadOptions } from '@/domain/archive/reading/read-file';
import { ReadRefusal } from '@/domain/archive/reading/refusal';
import { DomainError } from '@/domain/result';
import { env } from '@/env';
import { uploadLimit } from './upload-limit';

export type KeptUpload = { path: string; fileName: string };

/** The posted file. @throws DomainError at the field `file` when none was chosen, or it is empty or too large */
export function postedFile(posted: FormDataEntryValue | null): File {
  // A field left empty arrives as a file without bytes, its missing name as the framework writes it.
  if (!(posted instanceof File) || (posted.size === 0 && /^(undefined)?$/.test(posted.name)))
    throw refused('upload.none');
  if (posted.size === 0) throw refused('file.empty');
  if (posted.size > uploadLimit) throw refused('upload.too-large', { limit: uploadLimit / 1_000_000 });
  return posted;
}

const uploadFolder = () => path.join(path.dirname(env.databaseFile), 'imports');

/** Where a kept file lies. @throws when it is no hash: nothing typed may become a path */
export function uploadPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A kept file is named by its hash');
  return path.join(uploadFolder(), sha256);
}

/**
 * Writes the file beside the database. What cannot be read at all is refused here and leaves nothing behind; the name it came
 * with is only ever a text.
 */
export async function keepUpload(file: File, format: ReadOptions['format']): Promise<KeptUpload> {
  const folder = uploadFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `.${randomUUID()}.part`);
  try {
    const sha256 = await written(file, unfinished);
    await refuseUnreadable(unfinished, format);
    const kept = path.join(folder, sha256);
    await rename(unfinished, kept);
    return { path: kept, fileName: plainName(file.name) };
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function written(file: File, target: string): Promise<string> {
  const hash = createHash('sha256');
  const bytes = Readable.fromWeb(file.stream() as ReadableStream<Uint8Array>);
  await pipeline(
    bytes,
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(target, { flags: 'wx', mode: 0o600 }),
  );
  // The import's row survives a power cut, so its file must, too.
  const handle = await open(target, 'r+');
  await handle.sync().finally(() => handle.close());
  return hash.digest('hex');
}

async function refuseUnreadable(target: string, format: ReadOptions['format']): Promise<void> {
  const bytes = createReadStream(target);
  try {
    const table = await openRecordTable(bytes, { anyLayout: true, ...(format && { format }) });
    table.close();
  } catch (error) {
    if (error instanceof ReadRefusal) throw refused(error.code, { detail: error.detail });
    throw error;
  } finally {
    bytes.destroy();
  }
}

/** The name as a line of text: no control characters, nothing that turns the direction of writing. */
function plainName(name: string): string {
  const plain = name
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return plain.slice(-300) || '–';
}

const refused = (code: DomainError['code'], details: DomainError['details'] = {}) =>
  new DomainError('input.invalid', { file: code }, details);
