/** The checklist of one case: what each source is, how to search it, what was searched, what is left. */
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import {
  archiveRequests,
  evidence,
  matchCandidates,
  partners,
  requestCases,
  searches,
  sources,
  staff,
} from '@/db/schema';
import { recordsByIds } from '../archive/records';
import { waitsForReply } from '../cases/guards';
import { query } from '../command';
import { read } from '../database';
import { id } from '../input';
import { personOfCase } from '../matching/cases';
import { type Spelling, spellingsInParts } from '../matching/search/spellings';
import { prefilledAddresses } from './address';
import { coverageOf } from './coverage';
import { recordsBySource } from './queries';

/**
 * Every source of the checklist in its order, and sources beside it that were searched for this case.
 * @throws DomainError `case.not-found`
 */
export const checklistOf = query('case.read', z.strictObject({ caseId: id() }), async ({ caseId }) => {
  const spellings = await spellingsOfCase(caseId);
  const rows = await read().select().from(sources).orderBy(asc(sources.position), asc(sources.key));
  const logged = await searchesOf(caseId);
  const waiting = await waitingFor(caseId);
  const records = await recordsBySource();
  const all = rows
    .filter(({ key, checklist, inUse }) => (checklist && inUse) || logged.some((search) => search.sourceKey === key))
    .map((source) => {
      const here = logged.filter(({ sourceKey }) => sourceKey === source.key);
      const standing = here.filter(({ withdrawnAt }) => withdrawnAt === null);
      const request = waiting.find(({ sourceKey }) => sourceKey === source.key) ?? null;
      const coverage = coverageOf(source, here, request ? [source.key] : []);
      return {
        ...source,
        isOnChecklist: source.checklist && source.inUse,
        ...coverage,
        /** Newest first, those taken back among them. */
        searches: here,
        last: standing[0] ?? null,
        /** The request that waits for its answer. */
        request,
        /** Records of it in our own index, which a lookup covers. */
        records: records.get(source.key) ?? 0,
        addresses: prefilledAddresses(source, spellings),
      };
    });
  const checklist = all.filter(({ isOnChecklist }) => isOnChecklist);
  const done = checklist.filter(({ isCovered }) => isCovered).length;
  return {
    sources: all,
    spellings: spellings.map(({ written }) => written),
    done,
    total: checklist.length,
    isComplete: done === checklist.length,
  };
});

export type Checklist = Awaited<ReturnType<typeof checklistOf>>;
export type ChecklistSource = Checklist['sources'][number];
export type ChecklistSearch = ChecklistSource['searches'][number];

const searchesOf = (caseId: string) =>
  read()
    .select({
      id: searches.id,
      sourceKey: searches.sourceKey,
      asked: searches.asked,
      outcome: searches.outcome,
      reason: searches.reason,
      parts: searches.parts,
      requestId: searches.requestId,
      searchedAt: searches.searchedAt,
      withdrawnAt: searches.withdrawnAt,
      by: staff.name,
    })
    .from(searches)
    .leftJoin(staff, eq(staff.id, searches.searchedBy))
    .where(eq(searches.caseId, caseId))
    .orderBy(desc(searches.searchedAt), desc(searches.id));

/** Open requests of the case, the longest waiting first. */
const waitingFor = (caseId: string) =>
  read()
    .select({
      requestId: archiveRequests.id,
      sourceKey: archiveRequests.sourceKey,
      partner: partners.name,
      since: sql<number>`coalesce(${archiveRequests.sentAt}, ${archiveRequests.writtenAt})`,
      expectedOn: archiveRequests.expectedOn,
    })
    .from(archiveRequests)
    .innerJoin(requestCases, eq(requestCases.requestId, archiveRequests.id))
    .innerJoin(partners, eq(partners.id, archiveRequests.partnerId))
    .where(waitsForReply(caseId))
    .orderBy(asc(archiveRequests.sentAt));

/** Spellings worth typing elsewhere: the case's own, and those of records that are his or are proposed for him. */
async function spellingsOfCase(caseId: string): Promise<Spelling[]> {
  const person = await personOfCase(caseId);
  const attached = await read()
    .select({ recordId: evidence.recordId })
    .from(evidence)
    .where(and(eq(evidence.caseId, caseId), isNull(evidence.removedAt)));
  const proposed = await read()
    .select({ recordId: matchCandidates.recordId })
    .from(matchCandidates)
    .where(
      and(
        eq(matchCandidates.caseId, caseId),
        inArray(matchCandidates.state, ['proposed', 'confirmed']),
        isNull(matchCandidates.goneAt),
      ),
    );
  const ids = [...attached, ...proposed].flatMap(({ recordId }) => recordId ?? []);
  const records = await recordsByIds([...new Set(ids)]);
  const found = [...records.values()].map((row) => ({ band: 'likely' as const, found: row }));
  return spellingsInParts(person, found);
}
