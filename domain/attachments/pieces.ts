/** Pieces of files as they come over a line that breaks: appended in order, never twice, never with a gap. */
import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { beginDeskUpload, deskUpload, finishDeskUpload } from './desk-papers';
import { beginFieldUpload, fieldUpload, finishFieldUpload } from './field-papers';
import { partPath, refuseWithoutRoom } from './files';
import { pieceSize } from './limits';
import type { DeskPlace, FieldPlace } from './owners';
import {
  applicationUpload,
  beginDraftUpload,
  beginUpload,
  draftUpload,
  endUpload,
  finishDraftUpload,
  finishUpload,
  type Upload,
} from './upload';

/** Exactly one: the token of a draft, an application (staff may leave it out), a place on the desk, a find or a ceremony. */
export type PaperOwner = { token: string } | { applicationId?: string | undefined } | DeskPlace | FieldPlace;

/** How many bytes have arrived, and the paper the file became once it was whole. */
export type Received = { received: number; attachmentId?: string };

/**
 * Takes one piece of a file, to stand at `offset`. A piece that does not begin where the file ends is read and left aside: the
 * answer says from where to go on, whatever was sent twice, out of order, or before a restart. A newer piece of the same file ends
 * one whose line has fallen silent.
 * @throws DomainError `upload.not-found`; `paper.*`, `paper.too-many` when the file is whole and cannot be taken, which forgets it;
 *   `disk.full`, which forgets what has arrived
 */
export async function takePiece(
  actor: Actor,
  { uploadId, offset, ...owner }: PaperOwner & { uploadId: string; offset: number },
  body: ReadableStream<Uint8Array>,
): Promise<Received> {
  const { find, finish } = waysOf(actor, owner, uploadId);
  // Looked up before anything of the body is read: nobody's bytes touch the disk.
  await find();
  return oneByOne(uploadId, async (stop) => {
    const upload = await find();
    if (upload.attachmentId) {
      await leaveAside(body, stop);
      return { received: upload.bytes, attachmentId: upload.attachmentId };
    }
    const received = await append(upload, offset, body, stop);
    if (received < upload.bytes) return { received };
    try {
      const { attachmentId } = await finish();
      return { received, attachmentId };
    } catch (error) {
      if (error instanceof DomainError && error.code.startsWith('paper.')) await endUpload(uploadId);
      throw error;
    }
  });
}

/** The commands for a file on its way, by whose it is. */
function waysOf(actor: Actor, owner: PaperOwner, uploadId: string) {
  if ('token' in owner) {
    const its = { ...owner, uploadId };
    return { find: () => draftUpload(actor, its), finish: () => finishDraftUpload(actor, its) };
  }
  if ('caseId' in owner) {
    const its = { caseId: owner.caseId, uploadId };
    return { find: () => deskUpload(actor, its), finish: () => finishDeskUpload(actor, its) };
  }
  const its = { ...owner, uploadId };
  if (isOfField(owner)) return { find: () => fieldUpload(actor, its), finish: () => finishFieldUpload(actor, its) };
  return { find: () => applicationUpload(actor, its), finish: () => finishUpload(actor, its) };
}

const isOfField = (named: object): boolean => 'findId' in named || 'ceremonyId' in named;

/** What a form without script sends: the whole file at once. @throws DomainError as beginning and pieces do */
export async function addWhole(
  actor: Actor,
  owner:
    | { token: string }
    | { applicationId: string; questionId?: string; messageId?: string }
    | DeskPlace
    | FieldPlace,
  { kind, name, file }: { kind: string; name: string; file: Blob },
): Promise<{ attachmentId: string }> {
  const announced = { ...owner, kind, name, bytes: file.size };
  const { uploadId } = await beginFor(actor, announced);
  try {
    const whose = 'applicationId' in owner ? { applicationId: owner.applicationId } : owner;
    const { attachmentId } = await takePiece(actor, { ...whose, uploadId, offset: 0 }, file.stream());
    if (!attachmentId) throw new DomainError('upload.not-whole');
    return { attachmentId };
  } catch (error) {
    await endUpload(uploadId);
    throw error;
  }
}

/** Announces a file of a draft, of an application, of the desk or of the field. @throws DomainError as these do */
export function beginFor(actor: Actor, announced: object): Promise<{ uploadId: string }> {
  if ('token' in announced) return beginDraftUpload(actor, announced);
  if (isOfField(announced)) return beginFieldUpload(actor, announced);
  return 'caseId' in announced ? beginDeskUpload(actor, announced) : beginUpload(actor, announced);
}

type Arriving = { stop: AbortController; ended: Promise<unknown> };
// Next can load a module more than once.
const shared = globalThis as typeof globalThis & { izdeuArriving?: Map<string, Arriving> };
shared.izdeuArriving ??= new Map();
const arriving = shared.izdeuArriving;

/** One piece of a file at a time: the newer one tells the older one to stop and waits for it. */
async function oneByOne<T>(uploadId: string, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const older = arriving.get(uploadId);
  older?.stop.abort();
  const stop = new AbortController();
  const done = (older?.ended ?? Promise.resolve()).then(() => work(stop.signal));
  const mine = { stop, ended: done.catch(() => undefined) };
  arriving.set(uploadId, mine);
  try {
    return await done;
  } finally {
    if (arriving.get(uploadId) === mine) arriving.delete(uploadId);
  }
}

/** @returns the length of what has arrived, in bytes, all of it on the disk */
async function append(upload: Upload, offset: number, body: ReadableStream<Uint8Array>, stop: AbortSignal) {
  const part = partPath(upload.id);
  const handle = await open(part, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    let length = (await handle.stat()).size;
    if (offset !== length) {
      await leaveAside(body, stop);
      return length;
    }
    // Many may have been announced while there was room for each.
    refuseWithoutRoom(pieceSize, isOfDraft(upload));
    for await (const bytes of read(body, stop)) {
      const wanted = bytes.subarray(0, upload.bytes - length);
      await writeAt(handle, wanted, length);
      length += wanted.length;
    }
    await handle.datasync();
    return length;
  } catch (error) {
    if (!isFull(error)) throw error;
    await rm(part, { force: true });
    throw new DomainError('disk.full');
  } finally {
    await handle.close();
  }
}

const isOfDraft = ({ applicationId, caseId, findId, ceremonyId }: Upload) =>
  !(applicationId ?? caseId ?? findId ?? ceremonyId);

async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

const isFull = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** Reads a piece to its end, so that its sender hears the answer; more than a piece may hold is not waited for. */
async function leaveAside(body: ReadableStream<Uint8Array>, stop: AbortSignal): Promise<void> {
  let read_ = 0;
  for await (const bytes of read(body, stop)) {
    read_ += bytes.length;
    if (read_ > pieceSize) return;
  }
}

/** The bytes of a body until its end, until its line breaks, or until a newer piece has come. */
async function* read(body: ReadableStream<Uint8Array>, stop: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const end = () => void reader.cancel().catch(() => undefined);
  stop.addEventListener('abort', end);
  try {
    while (!stop.aborted) {
      const next = await reader.read().catch(() => ({ done: true as const, value: undefined }));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    stop.removeEventListener('abort', end);
    end();
  }
}
