/** Files on their way: begun, taken piece by piece, and made papers once they are whole. */
import { rm, stat } from 'node:fs/promises';
import { and, asc, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { attachments, drafts, uploads } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { bookkeep } from '../change';
import { now } from '../clock';
import { type Context, preparedCommand, query, unrecordedCommand } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { id, oneOf, optionalId, whole } from '../input';
import { queueJob } from '../jobs';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { countAttempt } from '../throttle';
import { measured, partPath, place, refuseWithoutRoom } from './files';
import { kindOfFile } from './kinds';
import { mostFiles, paperKinds } from './limits';
import { paperName } from './names';
import { applicationOwner, draftOwner, type Owner, refuseForeignPlace, refuseTooMany } from './owners';
import { refuseSize } from './refusing';

export type Upload = typeof uploads.$inferSelect;

const described = { kind: oneOf(paperKinds), name: paperName(), bytes: whole(0, Number.MAX_SAFE_INTEGER) };
const ofDraft = z.strictObject({ token: z.string(), uploadId: id() });
const ofApplication = z.strictObject({ applicationId: z.optional(id()), uploadId: id() });

/**
 * Announces a file of `bytes` bytes for a draft.
 * @throws DomainError `paper.empty`, `paper.too-large`, `paper.too-many`, `disk.full`, `draft.*`, `access.too-many-attempts`
 */
export const beginDraftUpload = unrecordedCommand(
  'draft.write',
  z.strictObject({ token: z.string(), ...described }),
  async ({ token, ...file }, { actor, tx }) => {
    const owner = await draftOwner(token);
    if (owner.applicationId) throw new DomainError('draft.sent-already');
    if (actor.role === 'visitor') await countAttempt('upload.address', actor.address ?? 'unknown');
    return begin(tx, actor, owner, file);
  },
);

/**
 * Announces a file of `bytes` bytes for an application, an answer to a question of it or a message of it.
 * @throws DomainError `paper.empty`, `paper.too-large`, `paper.too-many`, `disk.full`, `application.*`, `question.*`, `message.*`
 */
export const beginUpload = unrecordedCommand(
  'attachment.write',
  z.strictObject({ applicationId: id(), questionId: optionalId(), messageId: optionalId(), ...described }),
  async ({ applicationId, questionId, messageId, ...file }, { actor, tx }) => {
    const owner = await applicationOwner(actor, applicationId);
    await refuseForeignPlace(applicationId, { questionId, messageId });
    if (actor.role === 'applicant') await countAttempt('upload.application', applicationId);
    return begin(tx, actor, owner, { ...file, questionId, messageId });
  },
);

export type Announced = Pick<Upload, 'kind' | 'name' | 'bytes'> & {
  questionId?: string | undefined;
  messageId?: string | undefined;
};

/** Announces a file for whoever was found to own it. @throws DomainError as beginUpload */
export async function begin(tx: WriteDb, actor: Actor, owner: Owner, file: Announced): Promise<{ uploadId: string }> {
  refuseSize(file.bytes);
  await refuseTooMany(actor, owner);
  refuseWithoutRoom(file.bytes, owner.draftId !== null && owner.applicationId === null);
  await endOldest(tx, owner);
  const uploadId = newId();
  await tx.insert(uploads).values({
    id: uploadId,
    draftId: owner.draftId,
    applicationId: owner.applicationId,
    caseId: owner.desk?.caseId ?? null,
    requestId: owner.desk?.requestId ?? null,
    letterId: owner.desk?.letterId ?? null,
    evidenceId: owner.desk?.evidenceId ?? null,
    ...fieldOf(owner),
    questionId: file.questionId ?? null,
    messageId: file.messageId ?? null,
    staffId: 'staffId' in actor ? actor.staffId : null,
    kind: file.kind,
    name: file.name,
    bytes: file.bytes,
    // Real time: a demonstration's clock must not age what is on its way.
    createdAt: Date.now(),
  });
  return { uploadId };
}

const fieldOf = ({ field }: Owner) => ({
  findId: field && 'findId' in field ? field.findId : null,
  ceremonyId: field && 'ceremonyId' in field ? field.ceremonyId : null,
});

/** Keeps what one owner has on its way bounded: the oldest gives way; its sender would be told that it is unknown and begins anew. */
async function endOldest(tx: WriteDb, owner: Owner): Promise<void> {
  const waiting = await read()
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(ownedBy(owner), isNull(uploads.attachmentId)))
    .orderBy(asc(uploads.createdAt), asc(uploads.id));
  for (const { id: old } of waiting.slice(0, Math.max(0, waiting.length - mostFiles + 1)))
    await tx.delete(uploads).where(eq(uploads.id, old));
}

function ownedBy({ desk, field, applicationId, draftId }: Owner) {
  if (desk) return eq(uploads.caseId, desk.caseId);
  if (field) return 'findId' in field ? eq(uploads.findId, field.findId) : eq(uploads.ceremonyId, field.ceremonyId);
  return applicationId ? eq(uploads.applicationId, applicationId) : eq(uploads.draftId, draftId ?? '');
}

/** One's own file on its way. @throws DomainError `upload.not-found` */
export const draftUpload = query('draft.write', ofDraft, ({ token, uploadId }) => uploadOfDraft(token, uploadId));
export const applicationUpload = query('attachment.write', ofApplication, (input, actor) =>
  uploadOfApplication(actor, input),
);

async function uploadOfDraft(token: string, uploadId: string): Promise<Upload> {
  const { draftId } = await draftOwner(token);
  const [row] = await read()
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, uploadId), eq(uploads.draftId, draftId ?? '')));
  if (!row) throw new DomainError('upload.not-found');
  return row;
}

async function uploadOfApplication(actor: Actor, input: z.infer<typeof ofApplication>): Promise<Upload> {
  const { uploadId, applicationId } = input;
  const staffId = 'staffId' in actor ? actor.staffId : null;
  const [row] = await read()
    .select()
    .from(uploads)
    .where(
      and(
        eq(uploads.id, uploadId),
        applicationId ? eq(uploads.applicationId, applicationId) : undefined,
        staffId ? eq(uploads.staffId, staffId) : isNull(uploads.staffId),
      ),
    );
  if (!row?.applicationId) throw new DomainError('upload.not-found');
  return row;
}

export type Arrived = { upload: Upload; sha256: string; mediaType: string };

/** Reads a whole file: what it is, and its hash. @throws DomainError `upload.not-whole`, `paper.*` */
export async function arrived(upload: Upload): Promise<Arrived> {
  const part = partPath(upload.id);
  const length = (await stat(part).catch(() => null))?.size ?? 0;
  if (length !== upload.bytes) throw new DomainError('upload.not-whole');
  const mediaType = await kindOfFile(part);
  return { upload, mediaType, sha256: (await measured(part)).sha256 };
}

/**
 * Makes a whole file of a draft one of its papers.
 * @throws DomainError `paper.*` when it is none we can take, `paper.too-many`, `upload.not-whole`
 */
export const finishDraftUpload = preparedCommand(
  'draft.write',
  ofDraft,
  async ({ token, uploadId }) => arrived(await uploadOfDraft(token, uploadId)),
  async ({ token }, context, file) => finish(context, await draftOwner(token), file),
);

/** Makes a whole file of an application one of its papers. @throws DomainError as finishDraftUpload */
export const finishUpload = preparedCommand(
  'attachment.write',
  ofApplication,
  async (input, actor) => arrived(await uploadOfApplication(actor, input)),
  async (_, context, file) => {
    const owner = await applicationOwner(context.actor, file.upload.applicationId ?? '');
    return finish(context, owner, file);
  },
);

/** Makes a whole file a paper of its owner. @throws DomainError `paper.too-many` */
export async function finish(context: Context, owner: Owner, file: Arrived): Promise<{ attachmentId: string }> {
  const { actor, tx, record } = context;
  const { upload, sha256, mediaType } = file;
  await refuseTooMany(actor, owner);
  const attachmentId = newId();
  const isPicture = mediaType.startsWith('image/');
  await tx.insert(attachments).values({
    id: attachmentId,
    draftId: owner.draftId,
    applicationId: owner.applicationId,
    caseId: upload.caseId,
    requestId: upload.requestId,
    letterId: upload.letterId,
    evidenceId: upload.evidenceId,
    findId: upload.findId,
    ceremonyId: upload.ceremonyId,
    questionId: upload.questionId,
    messageId: upload.messageId,
    kind: upload.kind,
    name: upload.name,
    mediaType,
    bytes: upload.bytes,
    sha256,
    state: isPicture ? 'waiting' : 'ready',
    refusal: '',
    addedBy: 'staffId' in actor ? actor.staffId : null,
    addedAt: now(),
  });
  await tx.update(uploads).set({ attachmentId, name: '' }).where(eq(uploads.id, upload.id));
  if (owner.applicationId || owner.desk || owner.field) {
    const about = {
      caseId: owner.caseId ?? undefined,
      applicationId: owner.applicationId ?? undefined,
      subjectId: attachmentId,
    };
    record({ kind: 'attachment.added', ...about, data: { attachmentId, kind: upload.kind } });
  } else {
    // What is in a draft came to nobody yet: it is recorded as added when the draft is sent.
    await tx
      .update(drafts)
      .set({ updatedAt: Date.now() })
      .where(eq(drafts.id, owner.draftId ?? ''));
    record({ kind: 'draft.saved', subjectId: owner.draftId ?? undefined, data: { step: 'papers' } });
  }
  if (isPicture) await queueJob(context, 'attachment.prepare', { attachmentId });
  place(partPath(upload.id), sha256);
  return { attachmentId };
}

/** Forgets a file on its way and what arrived of it. */
export async function endUpload(uploadId: string): Promise<void> {
  await bookkeep(async (tx) => {
    await tx.delete(uploads).where(eq(uploads.id, uploadId));
  });
  await rm(partPath(uploadId), { force: true });
}
