/** The page of one returned name, written by the museum: draft, asked of the family, published, withdrawn. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { type MemoryState, memoryPages } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { publishedOfCase } from '../burials/public';
import { activeApplications, leadingCaseId } from '../cases/guards';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { id, text, version, whole } from '../input';
import { DomainError } from '../result';
import { familyAnswers, mayReadMemory } from './answers';

export type MemoryPage = typeof memoryPages.$inferSelect;

/** Letters of a story in one language. */
const longestStory = 20_000;

/**
 * Writes the story: the first time a page begins, afterwards it is a draft again, whatever the family said to the words before.
 * @param version of the page the form was made from, 0 where there was none
 * @throws DomainError `case.stale`, `memory.joined` while another case stands for this one
 */
export const writeMemory = command(
  'memory.write',
  z.strictObject({
    caseId: id(),
    version: whole(0, Number.MAX_SAFE_INTEGER),
    storyKk: text(longestStory),
    storyRu: text(longestStory),
    storyEn: text(longestStory),
  }),
  async ({ caseId, version, storyKk, storyRu, storyEn }, context) => {
    const story = { kk: storyKk, ru: storyRu, en: storyEn };
    if (version > 0) return { pageId: (await changePage(context, { caseId, version }, ['story'], { story })).id };
    if ((await leadingCaseId(caseId)) !== caseId) throw new DomainError('memory.joined');
    const page = {
      id: newId(),
      caseId,
      state: 'draft' as const,
      story,
      version: 1,
      writtenBy: staffIdOf(context.actor),
      writtenAt: now(),
    };
    const written = await context.tx.insert(memoryPages).values(page).onConflictDoNothing().returning();
    if (written.length === 0) throw new DomainError('case.stale');
    context.record({ kind: 'memory.written', caseId, subjectId: page.id, data: { pageId: page.id } });
    return { pageId: page.id };
  },
);

/** Keeps a change of the page: a draft of the next version, to be agreed to anew. @throws DomainError `case.stale` */
export async function changePage(
  { actor, tx, record }: Context,
  asked: { caseId: string; version: number },
  fields: string[],
  next: Partial<typeof memoryPages.$inferInsert> = {},
): Promise<MemoryPage> {
  const page = await pageAt(tx, asked);
  const writer = { writtenBy: staffIdOf(actor), writtenAt: now() };
  await tx
    .update(memoryPages)
    .set({ ...next, ...writer, state: 'draft', version: page.version + 1 })
    .where(eq(memoryPages.id, page.id));
  record({ kind: 'memory.changed', caseId: page.caseId, subjectId: page.id, data: { pageId: page.id, fields } });
  return page;
}

const onePage = () => z.strictObject({ caseId: id(), version: version() });

/**
 * Puts the draft before the family, when everybody of it knows of the result.
 * @throws DomainError `case.stale`, `memory.not-now`, `memory.empty`, `memory.not-told`
 */
export const askAboutMemory = command('memory.write', onePage(), async (asked, { tx, record }) => {
  const page = await pageIn(tx, asked, ['draft', 'withdrawn']);
  if (Object.values(page.story).every((story) => story === '')) throw new DomainError('memory.empty');
  for (const { id } of await activeApplications(page.caseId))
    if (!(await mayReadMemory(id))) throw new DomainError('memory.not-told');
  await moveTo(tx, page, { state: 'asked' });
  record({ kind: 'memory.asked', caseId: page.caseId, subjectId: page.id, data: { pageId: page.id } });
});

/**
 * Makes the page public: everybody of the family has agreed to it as it stands, and the burial may be public.
 * @throws DomainError `case.stale`, `memory.not-now`, `memory.not-agreed`, `memory.not-publishable`
 */
export const publishMemory = command('memory.publish', onePage(), async (asked, { actor, tx, record }) => {
  const page = await pageIn(tx, asked, ['asked']);
  const answers = await familyAnswers(page);
  if (answers.length === 0 || answers.some(({ answer }) => answer !== 'agreed'))
    throw new DomainError('memory.not-agreed');
  if ((await publishedOfCase(page.caseId)).length === 0) throw new DomainError('memory.not-publishable');
  await moveTo(tx, page, { state: 'published', publishedBy: staffIdOf(actor), publishedAt: now(), withdrawnAt: null });
  record({ kind: 'memory.published', caseId: page.caseId, subjectId: page.id, data: { pageId: page.id } });
});

/** Takes the page off the site; its words stay with the case. @throws DomainError `case.stale`, `memory.not-now` */
export const withdrawMemory = command('memory.write', onePage(), async (asked, { tx, record }) => {
  const page = await pageIn(tx, asked, ['asked', 'published']);
  await moveTo(tx, page, { state: 'withdrawn', withdrawnAt: now() });
  record({ kind: 'memory.withdrawn', caseId: page.caseId, subjectId: page.id, data: { pageId: page.id } });
});

async function pageIn(
  tx: WriteDb,
  asked: { caseId: string; version: number },
  states: readonly MemoryState[],
): Promise<MemoryPage> {
  const page = await pageAt(tx, asked);
  if (!states.includes(page.state)) throw new DomainError('memory.not-now');
  return page;
}

/** @throws DomainError `memory.not-found`, `case.stale` when the page has changed since */
async function pageAt(tx: WriteDb, asked: { caseId: string; version: number }): Promise<MemoryPage> {
  const [page] = await tx.select().from(memoryPages).where(eq(memoryPages.caseId, asked.caseId));
  if (!page) throw new DomainError('memory.not-found');
  if (page.version !== asked.version) throw new DomainError('case.stale');
  return page;
}

/** The words stay as they were, so the version does, too. */
async function moveTo(tx: WriteDb, page: MemoryPage, next: Partial<typeof memoryPages.$inferInsert>): Promise<void> {
  await tx
    .update(memoryPages)
    .set(next)
    .where(and(eq(memoryPages.id, page.id), eq(memoryPages.version, page.version)));
}
