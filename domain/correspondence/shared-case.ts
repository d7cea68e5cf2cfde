/** The part of a case that may go to a partner: the soldier, never who applied, nor what was concluded. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { conclusions, type Names, type SearchOutcome, searches, sources } from '@/db/schema';
import { isWithheld } from '../cases/fates';
import { leadingCaseId } from '../cases/guards';
import { read } from '../database';
import { type Sought, soughtIn } from './sought';

export type SharedCase = {
  man: Omit<Sought, 'caseId' | 'number' | 'parents' | 'wife'>;
  /** Sources looked through and what came of the last look, newest first; empty while a sensitive fate is not released. */
  searched: { source: Names; outcome: SearchOutcome; at: number }[];
};

/**
 * What is known of the man and where he was sought. A conclusion is not in it: the family hears it first; while one that stays with
 * staff is proposed or confirmed, not even where he was found is told.
 * @throws DomainError `case.not-found`
 */
export async function sharedCase(caseId: string): Promise<SharedCase> {
  const { caseId: _, number: __, parents: ___, wife: ____, ...man } = await soughtIn(caseId);
  return { man, searched: (await isKeptBack(await leadingCaseId(caseId))) ? [] : await searchedOf(caseId) };
}

async function isKeptBack(caseId: string): Promise<boolean> {
  const stated = await read().select().from(conclusions).where(eq(conclusions.caseId, caseId));
  return stated.some(
    (conclusion) => (conclusion.state === 'proposed' || conclusion.state === 'confirmed') && isWithheld(conclusion),
  );
}

async function searchedOf(caseId: string): Promise<SharedCase['searched']> {
  const rows = await read()
    .select({ key: sources.key, source: sources.name, outcome: searches.outcome, at: searches.searchedAt })
    .from(searches)
    .innerJoin(sources, eq(sources.key, searches.sourceKey))
    .where(and(eq(searches.caseId, caseId), isNull(searches.withdrawnAt)))
    .orderBy(desc(searches.searchedAt));
  const last = new Map<string, SharedCase['searched'][number]>();
  for (const { key, ...search } of rows) if (!last.has(key)) last.set(key, search);
  return [...last.values()];
}
