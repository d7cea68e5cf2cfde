import { and, eq, isNull } from 'drizzle-orm';
import { attachments, uploads } from '@/db/schema';
import type { Context } from '../command';

/** Gives a sent draft's papers, and those still on their way, to the application it became. */
export async function takeOverPapers(
  { tx, record }: Context,
  draftId: string,
  { applicationId, caseId }: { applicationId: string; caseId: string },
): Promise<void> {
  const taken = await tx
    .update(attachments)
    .set({ applicationId })
    .where(and(eq(attachments.draftId, draftId), isNull(attachments.removedAt)))
    .returning({ id: attachments.id, kind: attachments.kind });
  await tx.update(uploads).set({ applicationId }).where(eq(uploads.draftId, draftId));
  for (const { id: attachmentId, kind } of taken)
    record({
      kind: 'attachment.added',
      caseId,
      applicationId,
      subjectId: attachmentId,
      data: { attachmentId, kind },
    });
}
