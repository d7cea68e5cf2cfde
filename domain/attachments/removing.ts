/** Papers taken away again: by their sender, by staff, by erasure. The sweep deletes files that nothing names any more. */
import { and, count, eq, inArray, isNull, or } from 'drizzle-orm';
import * as z from 'zod/mini';
import { attachments, letters, uploads } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { now } from '../clock';
import { command } from '../command';
import { read } from '../database';
import { id } from '../input';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { applicationOwner, draftOwner } from './owners';

/** An applicant may take back for this long what was sent by mistake, in milliseconds; after it, the museum has worked with it. */
const takeBackFor = 24 * 3600_000;

type Row = Pick<typeof attachments.$inferSelect, 'addedBy' | 'addedAt'>;

/** Whether this actor may take a paper away; `sentAs`: the application it belongs to, null while it is in a draft. */
export function isRemovable(actor: Actor, row: Row, sentAs: string | null, at: number): boolean {
  if ('staffId' in actor) return sentAs !== null;
  if (actor.role === 'visitor') return sentAs === null;
  return actor.role === 'applicant' && row.addedBy === null && at - row.addedAt < takeBackFor;
}

/** Takes a paper out of a draft. @throws DomainError `paper.not-found`, `draft.sent-already` */
export const removeDraftAttachment = command(
  'draft.write',
  z.strictObject({ token: z.string(), attachmentId: id() }),
  async ({ token, attachmentId }, { tx, record }) => {
    const { draftId, applicationId } = await draftOwner(token);
    if (applicationId) throw new DomainError('draft.sent-already');
    await remove(tx, and(eq(attachments.id, attachmentId), eq(attachments.draftId, draftId ?? '')));
    record({ kind: 'draft.saved', subjectId: draftId ?? undefined, data: { step: 'papers' } });
  },
);

/**
 * Takes a paper of an application away: the applicant one's own within a day, staff any.
 * @throws DomainError `paper.not-found`, `paper.kept`
 */
export const removeAttachment = command(
  'attachment.write',
  z.strictObject({ applicationId: id(), attachmentId: id() }),
  async ({ applicationId, attachmentId }, { actor, tx, record }) => {
    const { caseId } = await applicationOwner(actor, applicationId);
    const which = and(eq(attachments.id, attachmentId), eq(attachments.applicationId, applicationId));
    const [row] = await read().select().from(attachments).where(which);
    if (row && !isRemovable(actor, row, applicationId, now())) throw new DomainError('paper.kept');
    await remove(tx, which);
    const about = { caseId: caseId ?? undefined, applicationId, subjectId: attachmentId };
    record({ kind: 'attachment.removed', ...about, data: { attachmentId } });
  },
);

/** Takes a paper off the lists. @throws DomainError `paper.not-found` */
export async function remove(tx: WriteDb, which: ReturnType<typeof and>): Promise<void> {
  const gone = await tx
    .update(attachments)
    .set({ removedAt: now(), name: '' })
    .where(and(which, isNull(attachments.removedAt)))
    .returning({ id: attachments.id });
  if (gone.length === 0) throw new DomainError('paper.not-found');
}

/**
 * Wipes what names or leads to the papers of an application, inside a running change, the signed copies of our letters to it among
 * them; the sweep deletes the files.
 * @returns how many papers there were
 */
export async function eraseAttachments(tx: WriteDb, applicationId: string): Promise<number> {
  const ours = read().select({ id: letters.id }).from(letters).where(eq(letters.applicationId, applicationId));
  const its = or(eq(attachments.applicationId, applicationId), inArray(attachments.letterId, ours));
  const [there] = await read()
    .select({ n: count() })
    .from(attachments)
    .where(and(its, isNull(attachments.removedAt)));
  await tx.update(attachments).set({ name: '' }).where(its);
  await tx
    .update(attachments)
    .set({ removedAt: now() })
    .where(and(its, isNull(attachments.removedAt)));
  await tx.delete(uploads).where(eq(uploads.applicationId, applicationId));
  return there?.n ?? 0;
}
