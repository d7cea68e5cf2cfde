/** A case kept off every public page by a manager, whatever the consents say. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { cases, publicationHolds } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { id } from '../input';
import { DomainError } from '../result';

/** Takes everything about a case off the public pages at once. @throws DomainError `case.not-found` */
export const holdPublication = command('publication.hold', z.strictObject({ caseId: id() }), ({ caseId }, context) =>
  hold(context, caseId, null),
);

/** @param objectionId the objection that was upheld, when it is held for one */
export async function hold({ actor, tx, record }: Context, caseId: string, objectionId: string | null): Promise<void> {
  const [row] = await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId));
  if (!row) throw new DomainError('case.not-found');
  const holdId = newId();
  await tx
    .insert(publicationHolds)
    .values({ id: holdId, caseId, objectionId, heldAt: now(), heldBy: staffIdOf(actor) });
  record({ kind: 'publication.held', caseId, subjectId: holdId, data: { holdId } });
}

/** Lets a case be public again, as far as the consents reach. @throws DomainError `publication.not-held` */
export const freePublication = command(
  'publication.hold',
  z.strictObject({ caseId: id(), holdId: id() }),
  async ({ caseId, holdId }, { actor, tx, record }) => {
    const freed = await tx
      .update(publicationHolds)
      .set({ liftedAt: now(), liftedBy: staffIdOf(actor) })
      .where(
        and(eq(publicationHolds.id, holdId), eq(publicationHolds.caseId, caseId), isNull(publicationHolds.liftedAt)),
      )
      .returning();
    if (freed.length === 0) throw new DomainError('publication.not-held');
    record({ kind: 'publication.freed', caseId, subjectId: holdId, data: { holdId } });
  },
);
