/** Papers as they are shown: who may see which form of them. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { type AttachmentState, attachments, type PaperKind } from '@/db/schema';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { id, oneOf } from '../input';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { filePath } from './files';
import { draftOwner, papersOwnedBy } from './owners';
import { isRemovable } from './removing';

export type PaperView = {
  id: string;
  kind: PaperKind;
  /** As the file was called; '' when it had no readable name. */
  name: string;
  mediaType: string;
  /** Of the original. */
  bytes: number;
  /** `waiting`: a picture that is being made ready. */
  state: AttachmentState;
  /** Why it was refused, a key under `errors`; '' otherwise. */
  refusal: string;
  /** Pixels of the picture that is shown; null for a PDF. */
  width: number | null;
  height: number | null;
  addedAt: number;
  byStaff: boolean;
  questionId: string | null;
  messageId: string | null;
  /** Whether whoever asks may take it away (now). */
  isRemovable: boolean;
};

/** The papers of a draft, oldest first. @throws DomainError `draft.not-found` */
export const draftPapers = query('draft.write', z.strictObject({ token: z.string() }), async ({ token }, actor) => {
  const { draftId, applicationId } = await draftOwner(token);
  return views(actor, and(eq(attachments.draftId, draftId ?? ''), isNull(attachments.removedAt)), applicationId);
});

/** The papers of an application, oldest first, those of its answers and messages among them. */
export const papersOf = query('attachment.read', z.strictObject({ applicationId: id() }), ({ applicationId }, actor) =>
  views(actor, papersOwnedBy({ draftId: null, applicationId, caseId: null }), applicationId),
);

/** Papers as whoever asks sees them. @param sentAs the application or case they belong to, null while they are in a draft */
export async function views(actor: Actor, which: ReturnType<typeof and>, sentAs: string | null): Promise<PaperView[]> {
  const rows = await read()
    .select()
    .from(attachments)
    .where(which)
    .orderBy(asc(attachments.addedAt), asc(attachments.id));
  const at = now();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    mediaType: row.mediaType,
    bytes: row.bytes,
    state: row.state,
    refusal: row.refusal,
    width: row.width,
    height: row.height,
    addedAt: row.addedAt,
    byStaff: row.addedBy !== null,
    questionId: row.questionId,
    messageId: row.messageId,
    isRemovable: isRemovable(actor, row, sentAs, at),
  }));
}

export type PaperFile = { path: string; mediaType: string; name: string; bytes: number | null };
const form = () => oneOf(['original', 'view', 'thumb']);

/** A file of a draft's paper; of pictures only what we made of them. @throws DomainError `paper.not-found` */
export const draftPaperFile = query(
  'draft.write',
  z.strictObject({ token: z.string(), attachmentId: id(), form: form() }),
  async ({ token, attachmentId, form: asked }): Promise<PaperFile> => {
    const { draftId } = await draftOwner(token);
    return fileOf(
      await paperRow(and(eq(attachments.id, attachmentId), eq(attachments.draftId, draftId ?? ''))),
      asked,
      false,
    );
  },
);

/**
 * A file of an application's paper. The applicant gets of pictures what we made of them, and PDFs as they came; staff the
 * originals, too, and may leave the application out.
 * @throws DomainError `paper.not-found`
 */
export const paperFile = query(
  'attachment.read',
  z.strictObject({ applicationId: z.optional(id()), attachmentId: id(), form: form() }),
  async ({ applicationId, attachmentId, form: asked }, actor): Promise<PaperFile> => {
    const own = applicationId ? eq(attachments.applicationId, applicationId) : undefined;
    const row = await paperRow(and(eq(attachments.id, attachmentId), own));
    // Of a draft nobody sent, staff see nothing.
    if (!row.applicationId && !row.caseId && !row.findId && !row.ceremonyId) throw new DomainError('paper.not-found');
    return fileOf(row, asked, 'staffId' in actor);
  },
);

type Row = typeof attachments.$inferSelect;

async function paperRow(which: ReturnType<typeof and>): Promise<Row> {
  const [row] = await read()
    .select()
    .from(attachments)
    .where(and(which, isNull(attachments.removedAt)));
  if (!row || row.state === 'refused') throw new DomainError('paper.not-found');
  return row;
}

function fileOf(row: Row, form: 'original' | 'view' | 'thumb', isStaff: boolean): PaperFile {
  if (form === 'original') {
    if (!isStaff && row.mediaType !== 'application/pdf') throw new DomainError('paper.not-found');
    return { path: filePath(row.sha256), mediaType: row.mediaType, name: row.name, bytes: row.bytes };
  }
  const sha256 = form === 'view' ? row.viewSha256 : row.thumbSha256;
  if (!sha256) throw new DomainError('paper.not-found');
  const name = `${row.name.replace(/\.[^.]*$/, '')}.jpg`;
  return { path: filePath(sha256), mediaType: 'image/jpeg', name, bytes: null };
}
