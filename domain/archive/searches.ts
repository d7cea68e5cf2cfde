import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { searches, sources } from '@/db/schema';
import { staffIdOf } from '../access';
import { caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { id, line, oneOf, requiredLine, text } from '../input';
import { DomainError } from '../result';

export const searchOutcomes = ['found', 'nothing', 'impossible', 'not-applicable'] as const;

/** Logs one look into one source for one case; "could not be searched" and "does not apply" say why. */
export const logSearch = command(
  'search.log',
  z.strictObject({
    caseId: id(),
    sourceKey: requiredLine(80),
    asked: line(500),
    outcome: oneOf(searchOutcomes),
    reason: text(1000),
  }),
  async (input, context) => {
    await caseForWriting(context.tx, input.caseId);
    if ((input.outcome === 'impossible' || input.outcome === 'not-applicable') && !input.reason)
      throw new DomainError('input.invalid', { reason: 'search.reason-needed' });
    const [source] = await context.tx
      .select({ key: sources.key })
      .from(sources)
      .where(eq(sources.key, input.sourceKey));
    if (!source) throw new DomainError('input.invalid', { sourceKey: 'source.not-found' });
    await keepSearch(context, input);
  },
);

type Search = {
  caseId: string;
  sourceKey: string;
  asked: string;
  outcome: (typeof searchOutcomes)[number];
  reason: string;
};

/** Keeps one search inside a running change. */
export async function keepSearch({ actor, tx, record }: Context, search: Search): Promise<void> {
  const searchId = newId();
  await tx.insert(searches).values({ id: searchId, ...search, searchedBy: staffIdOf(actor), searchedAt: now() });
  record({
    kind: 'search.logged',
    caseId: search.caseId,
    subjectId: searchId,
    data: { sourceKey: search.sourceKey, outcome: search.outcome },
  });
}
