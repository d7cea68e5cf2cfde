/** What the worker makes of pictures: kept when it could be made, refused when not. The picture itself is opened elsewhere. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, attachments } from '@/db/schema';
import { command, query, unrecordedCommand } from '../command';
import { read } from '../database';
import { id, oneOf, whole } from '../input';
import { filePath, partPath, place } from './files';

/** Refusals that a picture can meet when it is opened. */
export const pictureRefusals = ['paper.broken', 'paper.too-many-pixels'] as const;
export type PictureRefusal = (typeof pictureRefusals)[number];

const ofAttachment = z.strictObject({ attachmentId: id() });
const waiting = (attachmentId: string) =>
  and(eq(attachments.id, attachmentId), eq(attachments.state, 'waiting'), isNull(attachments.removedAt));

/** The original of a picture that waits; null when it was removed or is done. */
export const pictureToPrepare = query('attachment.prepare', ofAttachment, async ({ attachmentId }) => {
  const [row] = await read()
    .select({ sha256: attachments.sha256, mediaType: attachments.mediaType })
    .from(attachments)
    .where(waiting(attachmentId));
  return row ? { path: filePath(row.sha256), mediaType: row.mediaType } : null;
});

const made = () => z.strictObject({ part: z.string(), sha256: z.string() });

/** Keeps the re-encoded picture and its thumbnail (measured parts); their pixels are those of the re-encoded picture. */
export const keepPrepared = unrecordedCommand(
  'attachment.prepare',
  z.strictObject({
    attachmentId: id(),
    view: made(),
    thumb: made(),
    width: whole(1, 100_000),
    height: whole(1, 100_000),
  }),
  async ({ attachmentId, view, thumb, width, height }, { tx }) => {
    const kept = await tx
      .update(attachments)
      .set({ state: 'ready', viewSha256: view.sha256, thumbSha256: thumb.sha256, width, height })
      .where(waiting(attachmentId))
      .returning({ id: attachments.id });
    if (kept.length === 0) return;
    for (const { part, sha256 } of [view, thumb]) place(partPath(part), sha256);
  },
);

/** Refuses a picture that cannot be opened safely; its file goes with the next sweep, as nobody could look at it either. */
export const refusePicture = command(
  'attachment.prepare',
  z.strictObject({ attachmentId: id(), code: oneOf(pictureRefusals) }),
  async ({ attachmentId, code }, { tx, record }) => {
    const [row] = await tx
      .update(attachments)
      .set({ state: 'refused', refusal: code })
      .where(waiting(attachmentId))
      .returning();
    record({
      kind: 'attachment.refused',
      caseId: row?.caseId ?? (await caseOf(row?.applicationId)),
      applicationId: row?.applicationId ?? undefined,
      subjectId: attachmentId,
      data: { attachmentId, code },
    });
  },
);

async function caseOf(applicationId: string | null | undefined): Promise<string | undefined> {
  if (!applicationId) return undefined;
  const [row] = await read()
    .select({ caseId: applications.caseId })
    .from(applications)
    .where(eq(applications.id, applicationId));
  return row?.caseId;
}
