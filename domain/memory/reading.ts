/** Memory pages as they are read: by everybody, by the family before it is published, by the desk that writes it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, type MemoryState, memoryPages, type Names, publicationHolds, staff } from '@/db/schema';
import { citationsOf, everyPublished, type PublicBurial, publishedBehind, publishedOfCase } from '../burials/public';
import { leadingCaseId } from '../cases/guards';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { DomainError } from '../result';
import { type FamilyAnswer, familyAnswers, pageFor } from './answers';
import { type MemoryPhoto, type OfferedPhoto, offeredPhotos, photosOf } from './photos';

export type PublicMemory = {
  pageId: string;
  story: Names;
  photos: MemoryPhoto[];
  publishedAt: number | null;
  burials: (PublicBurial & { citations: string[] })[];
};

/** One memory page. @throws DomainError `memory.not-found` alike for an unknown one and one that may not be shown */
export const publicMemory = query(
  'memory.read-public',
  z.strictObject({ pageId: id() }),
  async ({ pageId }): Promise<PublicMemory> => {
    const entries = await publishedBehind(pageId);
    const [page] = await read().select().from(memoryPages).where(eq(memoryPages.id, pageId));
    if (!page || entries.length === 0) throw new DomainError('memory.not-found');
    const burials: PublicMemory['burials'] = [];
    for (const { caseId: _, burialPlaceId: __, ...entry } of entries)
      burials.push({ ...entry, citations: await citationsOf(entry.burialId) });
    return { pageId, story: page.story, publishedAt: page.publishedAt, photos: await photosOf(pageId), burials };
  },
);

/** Where every public entry and memory page stands; for the sitemap. */
export async function publicAddresses(): Promise<{ burialIds: string[]; pageIds: string[] }> {
  const entries = await everyPublished();
  return {
    burialIds: entries.map(({ burialId }) => burialId),
    pageIds: [...new Set(entries.flatMap(({ memoryPageId }) => memoryPageId ?? []))],
  };
}

export type FamilyMemory = {
  version: number;
  state: 'asked' | 'published';
  story: Names;
  photos: MemoryPhoto[];
  answer: 'agreed' | 'objected' | null;
  words: string;
  answeredAt: number | null;
  /** Publishing the soldier's story is agreed to at all. */
  consents: boolean;
  /** The address part of the page when everybody can read it now. */
  publicPageId: string | null;
};

/** The draft the family of this application is asked about, or the page it became; null while there is nothing to say. */
export const memoryForFamily = query(
  'memory.agree',
  z.strictObject({ applicationId: id() }),
  async ({ applicationId }): Promise<FamilyMemory | null> => {
    const page = await pageFor(applicationId);
    if (!page || (page.state !== 'asked' && page.state !== 'published')) return null;
    const own = (await familyAnswers(page)).find((one) => one.applicationId === applicationId);
    if (!own) return null;
    const isPublic = (await publishedBehind(page.id)).length > 0;
    return {
      version: page.version,
      state: page.state,
      story: page.story,
      photos: await photosOf(page.id),
      answer: own.answer,
      words: own.words,
      answeredAt: own.answeredAt,
      consents: own.consents,
      publicPageId: isPublic ? page.id : null,
    };
  },
);

export type MemoryDesk = {
  number: number;
  surname: string;
  givenName: string;
  patronymic: string;
  assigneeId: string | null;
  page: {
    id: string;
    state: MemoryState;
    version: number;
    story: Names;
    writer: string;
    writtenAt: number;
    publishedAt: number | null;
    photos: MemoryPhoto[];
    answers: FamilyAnswer[];
  } | null;
  offered: OfferedPhoto[];
  /** What everybody reads of him now. */
  burials: PublicBurial[];
  isPublic: boolean;
  holds: { id: string; heldAt: number; heldBy: string; objectionId: string | null }[];
};

/** The memory page of a case as the desk works on it. @throws DomainError `case.not-found`, `memory.joined` */
export const memoryOfCase = query(
  'case.read',
  z.strictObject({ caseId: id() }),
  async ({ caseId }): Promise<MemoryDesk> => {
    const [row] = await read().select().from(cases).where(eq(cases.id, caseId));
    if (!row) throw new DomainError('case.not-found');
    if ((await leadingCaseId(caseId)) !== caseId) throw new DomainError('memory.joined');
    const [found] = await read()
      .select({ page: memoryPages, writer: staff.name })
      .from(memoryPages)
      .innerJoin(staff, eq(staff.id, memoryPages.writtenBy))
      .where(eq(memoryPages.caseId, caseId));
    const burials = await publishedOfCase(caseId);
    const { number, surname, givenName, patronymic, assigneeId } = row;
    return {
      ...{ number, surname, givenName, patronymic, assigneeId },
      page: found
        ? {
            ...pick(found.page),
            writer: found.writer,
            photos: await photosOf(found.page.id),
            answers: await familyAnswers(found.page),
          }
        : null,
      offered: await offeredPhotos(caseId),
      burials,
      isPublic: burials.some(({ memoryPageId }) => memoryPageId !== null),
      holds: await holdsOf(caseId),
    };
  },
);

const pick = ({ id, state, version, story, writtenAt, publishedAt }: typeof memoryPages.$inferSelect) => ({
  ...{ id, state, version, story, writtenAt, publishedAt },
});

const holdsOf = (caseId: string): Promise<MemoryDesk['holds']> =>
  read()
    .select({
      id: publicationHolds.id,
      heldAt: publicationHolds.heldAt,
      heldBy: staff.name,
      objectionId: publicationHolds.objectionId,
    })
    .from(publicationHolds)
    .innerJoin(staff, eq(staff.id, publicationHolds.heldBy))
    .where(and(eq(publicationHolds.caseId, caseId), isNull(publicationHolds.liftedAt)))
    .orderBy(asc(publicationHolds.heldAt));
