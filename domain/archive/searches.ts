/** Searches: one look into one source for one case, kept whatever came of it. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { searches, sources } from '@/db/schema';
import { staffIdOf } from '../access';
import { caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { id, ids, line, oneOf, requiredLine, text } from '../input';
import { DomainError } from '../result';
import { outcomesWithReason, searchOutcomes } from '../sources/words';

/**
 * Logs one look into one source for one case; "could not be searched" and "does not apply" say why.
 * @param input `parts`: which kinds of documents of the source were looked through; none: the source as a whole
 * @throws DomainError `input.invalid` with `search.reason-needed`, `source.not-found` or `search.unknown-part` at the field
 */
export const logSearch = command(
  'search.log',
  z.strictObject({
    caseId: id(),
    sourceKey: requiredLine(80),
    asked: line(500),
    outcome: oneOf(searchOutcomes),
    reason: text(1000),
    parts: ids(),
  }),
  async (input, context) => {
    await caseForWriting(context.tx, input.caseId);
    if (outcomesWithReason.includes(input.outcome) && !input.reason)
      throw new DomainError('input.invalid', { reason: 'search.reason-needed' });
    const [source] = await context.tx
      .select({ key: sources.key, parts: sources.parts })
      .from(sources)
      .where(eq(sources.key, input.sourceKey));
    if (!source) throw new DomainError('input.invalid', { sourceKey: 'source.not-found' });
    const known = new Set(source.parts.map(({ key }) => key));
    if (input.parts.some((key) => !known.has(key)))
      throw new DomainError('input.invalid', { parts: 'search.unknown-part' });
    return { searchId: await keepSearch(context, { ...input, parts: [...new Set(input.parts)] }) };
  },
);

type Search = {
  caseId: string;
  sourceKey: string;
  asked: string;
  outcome: (typeof searchOutcomes)[number];
  reason: string;
  /** Keys of the parts of the source it covered; none: the whole of it. */
  parts?: string[];
  /** The request whose answer it records. */
  requestId?: string;
};

/** Keeps one search inside a running change. @returns its id */
export async function keepSearch({ actor, tx, record }: Context, search: Search): Promise<string> {
  const searchId = newId();
  await tx.insert(searches).values({ id: searchId, ...search, searchedBy: staffIdOf(actor), searchedAt: now() });
  record({
    kind: 'search.logged',
    caseId: search.caseId,
    subjectId: searchId,
    data: { sourceKey: search.sourceKey, outcome: search.outcome },
  });
  return searchId;
}

/**
 * Takes back a search that was logged by mistake: it stays to be read and counts for nothing.
 * @throws DomainError `search.not-found`, `search.withdrawn-already`; `search.of-request` where it records the answer to a request
 */
export const withdrawSearch = command(
  'search.log',
  z.strictObject({ caseId: id(), searchId: id() }),
  async ({ caseId, searchId }, { actor, tx, record }) => {
    const [found] = await tx
      .select()
      .from(searches)
      .where(and(eq(searches.id, searchId), eq(searches.caseId, caseId)));
    if (!found) throw new DomainError('search.not-found');
    if (found.withdrawnAt !== null) throw new DomainError('search.withdrawn-already');
    if (found.requestId !== null) throw new DomainError('search.of-request');
    await tx
      .update(searches)
      .set({ withdrawnAt: now(), withdrawnBy: staffIdOf(actor) })
      .where(eq(searches.id, searchId));
    record({
      kind: 'search.withdrawn',
      caseId,
      subjectId: searchId,
      data: { searchId, sourceKey: found.sourceKey },
    });
  },
);
