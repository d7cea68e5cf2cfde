/** What the family says of the draft of a memory page: every application of the case speaks for itself. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, consents, memoryConsents, memoryPages } from '@/db/schema';
import { standingOf } from '../applications/standing';
import { activeApplications, leadingCaseId } from '../cases/guards';
import { now } from '../clock';
import { command } from '../command';
import { read } from '../database';
import { id, oneOf, text, version } from '../input';
import { DomainError } from '../result';
import type { MemoryPage } from './pages';

/**
 * An applicant agrees to the page as they read it, or objects; staff record what they were told, by voice or on paper. Said again,
 * the later answer holds. An objection takes a published page off the site at once.
 * @throws DomainError `memory.not-found`, `memory.not-now`, `memory.changed` when another version is asked about by now
 */
export const answerMemory = command(
  'memory.agree',
  z.strictObject({ applicationId: id(), version: version(), answer: oneOf(['agreed', 'objected']), words: text(2000) }),
  async ({ applicationId, version, answer, words }, { actor, tx, record }) => {
    const page = await pageFor(applicationId);
    if (!page) throw new DomainError('memory.not-found');
    if (page.state !== 'asked' && page.state !== 'published') throw new DomainError('memory.not-now');
    if (page.version !== version) throw new DomainError('memory.changed');
    const recordedBy = 'staffId' in actor ? actor.staffId : null;
    const said = { version, answer, words, answeredAt: now(), recordedBy };
    await tx
      .insert(memoryConsents)
      .values({ pageId: page.id, applicationId, ...said })
      .onConflictDoUpdate({ target: [memoryConsents.pageId, memoryConsents.applicationId], set: said });
    record({
      kind: 'memory.agreed',
      caseId: page.caseId,
      applicationId,
      subjectId: page.id,
      data: { pageId: page.id, answer, by: recordedBy ? 'staff' : 'applicant' },
    });
  },
);

/**
 * The page of the case an application belongs to; none for one that was withdrawn, and none before the family was told of the result
 * as it asked to be: the story tells where he lies.
 */
export async function pageFor(applicationId: string): Promise<MemoryPage | undefined> {
  const [application] = await read().select().from(applications).where(eq(applications.id, applicationId));
  if (!application) return undefined;
  const caseId = await leadingCaseId(application.caseId);
  const active = await activeApplications(caseId);
  if (!active.some((application) => application.id === applicationId)) return undefined;
  if (!(await mayReadMemory(applicationId))) return undefined;
  const [page] = await read().select().from(memoryPages).where(eq(memoryPages.caseId, caseId));
  return page;
}

/** Whether a confirmed result stands and this family may read it now. @throws DomainError `application.not-found` */
export const mayReadMemory = async (applicationId: string): Promise<boolean> =>
  (await standingOf(applicationId)).visible;

export type FamilyAnswer = {
  applicationId: string;
  reference: string;
  applicantName: string;
  /** Null while nothing was said to the page as it stands. */
  answer: 'agreed' | 'objected' | null;
  words: string;
  answeredAt: number | null;
  /** Told to a member of staff, not by themselves. */
  recorded: boolean;
  /** Publishing the soldier's story is agreed to at all. */
  consents: boolean;
};

/** Every application of the case that is not withdrawn, and what it says to this version of the page. */
export async function familyAnswers(page: MemoryPage): Promise<FamilyAnswer[]> {
  const said = await read().select().from(memoryConsents).where(eq(memoryConsents.pageId, page.id));
  const found: FamilyAnswer[] = [];
  for (const { id, reference, applicantName } of await activeApplications(page.caseId)) {
    const own = said.find((one) => one.applicationId === id && one.version === page.version);
    found.push({
      applicationId: id,
      reference,
      applicantName,
      answer: own?.answer ?? null,
      words: own?.words ?? '',
      answeredAt: own?.answeredAt ?? null,
      recorded: own !== undefined && own.recordedBy !== null,
      consents: await agreesToPublication(id),
    });
  }
  return found;
}

async function agreesToPublication(applicationId: string): Promise<boolean> {
  const given = await read()
    .select({ revokedAt: consents.revokedAt })
    .from(consents)
    .where(and(eq(consents.applicationId, applicationId), eq(consents.kind, 'publication')));
  return given.some(({ revokedAt }) => revokedAt === null);
}
