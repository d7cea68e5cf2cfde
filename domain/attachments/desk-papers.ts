/**
 * Papers of the desk itself: the answer of an archive, our letter with its signature, a document kept as evidence. They belong to a
 * case, and in it to a request, a letter or a piece of evidence; only staff see them.
 */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { attachments, uploads } from '@/db/schema';
import { command, preparedCommand, query, unrecordedCommand } from '../command';
import { read } from '../database';
import { id, oneOf, optionalId, whole } from '../input';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { deskPaperKinds } from './limits';
import { paperName } from './names';
import { type DeskPlace, deskOwner } from './owners';
import { views } from './queries';
import { remove } from './removing';
import { arrived, begin, finish, type Upload } from './upload';

const place = { caseId: id(), requestId: optionalId(), letterId: optionalId(), evidenceId: optionalId() };
const ofUpload = z.strictObject({ caseId: id(), uploadId: id() });

/**
 * Announces a file of `bytes` bytes for a request, a letter, a piece of evidence or the case itself.
 * @throws DomainError `paper.empty`, `paper.too-large`, `disk.full`, `case.not-found`, `request.not-found`, `letter.not-found`,
 *   `evidence.not-found`
 */
export const beginDeskUpload = unrecordedCommand(
  'desk-paper.write',
  z.strictObject({
    ...place,
    kind: oneOf(deskPaperKinds),
    name: paperName(),
    bytes: whole(0, Number.MAX_SAFE_INTEGER),
  }),
  async ({ kind, name, bytes, ...where }, { actor, tx }) =>
    begin(tx, actor, await deskOwner(where), { kind, name, bytes }),
);

/** One's own file on its way. @throws DomainError `upload.not-found` */
export const deskUpload = query('desk-paper.write', ofUpload, (input, actor) => uploadOfDesk(actor, input));

async function uploadOfDesk(actor: Actor, { caseId, uploadId }: z.infer<typeof ofUpload>): Promise<Upload> {
  const staffId = 'staffId' in actor ? actor.staffId : '';
  const [row] = await read()
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, uploadId), eq(uploads.caseId, caseId), eq(uploads.staffId, staffId)));
  if (!row) throw new DomainError('upload.not-found');
  return row;
}

/** Makes a whole file one of the papers it was announced for. @throws DomainError `paper.*`, `upload.not-whole` */
export const finishDeskUpload = preparedCommand(
  'desk-paper.write',
  ofUpload,
  async (input, actor) => arrived(await uploadOfDesk(actor, input)),
  async ({ caseId }, context, file) => finish(context, await deskOwner(placeOf(caseId, file.upload)), file),
);

const placeOf = (caseId: string, { requestId, letterId, evidenceId }: Upload): DeskPlace => ({
  caseId,
  requestId: requestId ?? undefined,
  letterId: letterId ?? undefined,
  evidenceId: evidenceId ?? undefined,
});

/**
 * The papers of one place, oldest first. An answer often speaks of several men: with `requestId` those of all its cases are there.
 * With `caseId` alone: every paper of the desk on this case.
 */
export const deskPapers = query('desk-paper.read', z.strictObject(place), (where, actor) => {
  const { caseId, requestId, letterId, evidenceId } = where;
  const which = requestId
    ? eq(attachments.requestId, requestId)
    : letterId
      ? eq(attachments.letterId, letterId)
      : evidenceId
        ? eq(attachments.evidenceId, evidenceId)
        : eq(attachments.caseId, caseId);
  return views(actor, and(which, isNull(attachments.removedAt)), caseId);
});

/** Takes a paper of the desk away. @throws DomainError `paper.not-found` */
export const removeDeskPaper = command(
  'desk-paper.write',
  z.strictObject({ caseId: id(), attachmentId: id() }),
  async ({ caseId, attachmentId }, { tx, record }) => {
    const [row] = await read()
      .select({ caseId: attachments.caseId })
      .from(attachments)
      .where(eq(attachments.id, attachmentId));
    if (!row?.caseId || row.caseId !== caseId) throw new DomainError('paper.not-found');
    await remove(tx, eq(attachments.id, attachmentId));
    record({ kind: 'attachment.removed', caseId: row.caseId, subjectId: attachmentId, data: { attachmentId } });
  },
);
