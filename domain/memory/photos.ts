/** Photographs of a memory page: chosen among what consenting relatives sent, each with what it shows. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, attachments, cases, memoryPages, memoryPhotos, type Names } from '@/db/schema';
import { filePath } from '../attachments/files';
import type { PaperFile } from '../attachments/queries';
import { publishedBehind } from '../burials/public';
import { lentToCase } from '../burials/publishing';
import { command, query } from '../command';
import { read } from '../database';
import { id, line, oneOf, version, whole } from '../input';
import { DomainError } from '../result';
import { pageFor } from './answers';
import { changePage } from './pages';

export type MemoryPhoto = {
  attachmentId: string;
  position: number;
  caption: Names;
  /** Pixels of the picture that is shown. */
  width: number;
  height: number;
};

/**
 * Puts a photograph on the page, or changes its place and caption.
 * @throws DomainError `case.stale`, `memory.foreign-photo` unless a relative who agrees to publication sent it and it can be shown
 */
export const placePhoto = command(
  'memory.write',
  z.strictObject({
    caseId: id(),
    version: version(),
    attachmentId: id(),
    position: z._default(whole(1, 99), 99),
    captionKk: line(300),
    captionRu: line(300),
    captionEn: line(300),
  }),
  async ({ caseId, version, attachmentId, position, captionKk, captionRu, captionEn }, context) => {
    const choices = await offeredPhotos(caseId);
    if (!choices.some((one) => one.attachmentId === attachmentId)) throw new DomainError('memory.foreign-photo');
    const page = await changePage(context, { caseId, version }, ['photos']);
    const shown = { position, caption: { kk: captionKk, ru: captionRu, en: captionEn } };
    await context.tx
      .insert(memoryPhotos)
      .values({ pageId: page.id, attachmentId, ...shown })
      .onConflictDoUpdate({ target: [memoryPhotos.pageId, memoryPhotos.attachmentId], set: shown });
  },
);

/** Takes a photograph off the page. @throws DomainError `case.stale` */
export const removePhoto = command(
  'memory.write',
  z.strictObject({ caseId: id(), version: version(), attachmentId: id() }),
  async ({ caseId, version, attachmentId }, context) => {
    const page = await changePage(context, { caseId, version }, ['photos']);
    await context.tx
      .delete(memoryPhotos)
      .where(and(eq(memoryPhotos.pageId, page.id), eq(memoryPhotos.attachmentId, attachmentId)));
  },
);

export type OfferedPhoto = { attachmentId: string; name: string; applicationId: string };

/** Pictures that may be chosen: ready, of applications of the case that agree to publication and processing. */
export const offeredPhotos = (caseId: string): Promise<OfferedPhoto[]> =>
  read()
    .select({ attachmentId: attachments.id, name: attachments.name, applicationId: applications.id })
    .from(attachments)
    .innerJoin(applications, eq(applications.id, attachments.applicationId))
    .innerJoin(cases, eq(cases.id, caseId))
    .where(and(isShowable(), lentToCase()))
    .orderBy(asc(attachments.addedAt));

const isShowable = () =>
  and(eq(attachments.state, 'ready'), isNotNull(attachments.viewSha256), isNull(attachments.removedAt));

/** A photograph is lent: it is off the page when its sender is parted from the case or takes a consent back. */
const rowsOf = (pageId: string) =>
  read()
    .select({ photo: memoryPhotos, paper: attachments })
    .from(memoryPhotos)
    .innerJoin(attachments, eq(attachments.id, memoryPhotos.attachmentId))
    .innerJoin(memoryPages, eq(memoryPages.id, memoryPhotos.pageId))
    .innerJoin(cases, eq(cases.id, memoryPages.caseId))
    .innerJoin(applications, eq(applications.id, attachments.applicationId))
    .where(and(eq(memoryPhotos.pageId, pageId), isShowable(), lentToCase()))
    .orderBy(asc(memoryPhotos.position), asc(attachments.addedAt));

/** The photographs of a page that can be shown now, in order; one that was taken away or is no longer lent is not among them. */
export async function photosOf(pageId: string): Promise<MemoryPhoto[]> {
  return (await rowsOf(pageId)).map(({ photo, paper }) => ({
    attachmentId: photo.attachmentId,
    position: photo.position,
    caption: photo.caption,
    width: paper.width ?? 4,
    height: paper.height ?? 3,
  }));
}

const asked = () => ({ attachmentId: id(), form: oneOf(['view', 'thumb']) });

/** A photograph of a public page. @throws DomainError `paper.not-found` alike for one that is not there and one not public */
export const publicPhoto = query(
  'memory.read-public',
  z.strictObject({ pageId: id(), ...asked() }),
  async ({ pageId, attachmentId, form }): Promise<PaperFile> => {
    if ((await publishedBehind(pageId)).length === 0) throw new DomainError('paper.not-found');
    return fileOf(pageId, attachmentId, form);
  },
);

/** A photograph of the draft the family was asked about, once it was told of the result. @throws DomainError `paper.not-found` */
export const draftPhoto = query(
  'memory.agree',
  z.strictObject({ applicationId: id(), ...asked() }),
  async ({ applicationId, attachmentId, form }): Promise<PaperFile> => {
    const page = await pageFor(applicationId);
    if (!page || (page.state !== 'asked' && page.state !== 'published')) throw new DomainError('paper.not-found');
    return fileOf(page.id, attachmentId, form);
  },
);

/** Never the name the file came with: it may say whose it was. */
async function fileOf(pageId: string, attachmentId: string, form: 'view' | 'thumb'): Promise<PaperFile> {
  const found = (await rowsOf(pageId)).find(({ photo }) => photo.attachmentId === attachmentId)?.paper;
  const sha256 = form === 'view' ? found?.viewSha256 : found?.thumbSha256;
  if (!sha256) throw new DomainError('paper.not-found');
  return { path: filePath(sha256), mediaType: 'image/jpeg', name: 'photo.jpg', bytes: null };
}
