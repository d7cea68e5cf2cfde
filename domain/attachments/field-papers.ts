/**
 * Papers of the field: photographs of a find, the protocol and photographs of a ceremony. They belong to no case, since a find may be
 * of several men or of nobody known; only staff see them.
 */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { attachments, uploads } from '@/db/schema';
import { staffIdOf } from '../access';
import { command, preparedCommand, query, unrecordedCommand } from '../command';
import { read } from '../database';
import { id, oneOf, optionalId, whole } from '../input';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { fieldPaperKinds } from './limits';
import { paperName } from './names';
import { type FieldPlace, fieldOwner } from './owners';
import { views } from './queries';
import { remove } from './removing';
import { arrived, begin, finish, type Upload } from './upload';

const place = { findId: optionalId(), ceremonyId: optionalId() };
const ofUpload = z.strictObject({ ...place, uploadId: id() });

/**
 * Announces a file of `bytes` bytes for a find or a ceremony.
 * @throws DomainError `paper.empty`, `paper.too-large`, `disk.full`, `input.invalid`, `find.not-found`, `ceremony.not-found`
 */
export const beginFieldUpload = unrecordedCommand(
  'field-paper.write',
  z.strictObject({
    ...place,
    kind: oneOf(fieldPaperKinds),
    name: paperName(),
    bytes: whole(0, Number.MAX_SAFE_INTEGER),
  }),
  async ({ kind, name, bytes, ...where }, { actor, tx }) =>
    begin(tx, actor, await fieldOwner(oneOfThem(where)), { kind, name, bytes }),
);

type Asked = { findId?: string | undefined; ceremonyId?: string | undefined };

/** @throws DomainError `input.invalid` unless exactly one of the two is named */
function oneOfThem({ findId, ceremonyId }: Asked): FieldPlace {
  if (findId && !ceremonyId) return { findId };
  if (ceremonyId && !findId) return { ceremonyId };
  throw new DomainError('input.invalid');
}

const rowsOf = (where: FieldPlace) =>
  'findId' in where ? eq(attachments.findId, where.findId) : eq(attachments.ceremonyId, where.ceremonyId);

/** One's own file on its way. @throws DomainError `upload.not-found` */
export const fieldUpload = query('field-paper.write', ofUpload, (input, actor) => uploadOfField(actor, input));

async function uploadOfField(actor: Actor, { uploadId, ...asked }: z.infer<typeof ofUpload>): Promise<Upload> {
  const where = oneOfThem(asked);
  const its = 'findId' in where ? eq(uploads.findId, where.findId) : eq(uploads.ceremonyId, where.ceremonyId);
  const [row] = await read()
    .select()
    .from(uploads)
    .where(and(eq(uploads.id, uploadId), its, eq(uploads.staffId, staffIdOf(actor))));
  if (!row) throw new DomainError('upload.not-found');
  return row;
}

/** Makes a whole file one of the papers it was announced for. @throws DomainError `paper.*`, `upload.not-whole` */
export const finishFieldUpload = preparedCommand(
  'field-paper.write',
  ofUpload,
  async (input, actor) => arrived(await uploadOfField(actor, input)),
  async ({ uploadId: _, ...asked }, context, file) => finish(context, await fieldOwner(oneOfThem(asked)), file),
);

/** The papers of one find or ceremony, oldest first. @throws DomainError `input.invalid` */
export const fieldPapers = query('field-paper.read', z.strictObject(place), async (asked, actor) => {
  const where = oneOfThem(asked);
  return views(
    actor,
    and(rowsOf(where), isNull(attachments.removedAt)),
    'findId' in where ? where.findId : where.ceremonyId,
  );
});

/** Takes a paper of the field away. @throws DomainError `paper.not-found` */
export const removeFieldPaper = command(
  'field-paper.write',
  z.strictObject({ ...place, attachmentId: id() }),
  async ({ attachmentId, ...asked }, { tx, record }) => {
    await remove(tx, and(eq(attachments.id, attachmentId), rowsOf(oneOfThem(asked))));
    record({ kind: 'attachment.removed', subjectId: attachmentId, data: { attachmentId } });
  },
);
