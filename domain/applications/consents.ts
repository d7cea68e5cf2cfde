/** A consent given by word of mouth, put on paper afterwards. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, consents } from '@/db/schema';
import { now } from '../clock';
import { command } from '../command';
import { id, oneOf } from '../input';
import { DomainError } from '../result';
import { consentKinds } from './fields';

/**
 * Staff say that a consent given by word of mouth came in writing.
 * @throws DomainError `consent.not-to-confirm` when none of that kind waits for it, or an applicant says so themselves
 */
export const confirmConsent = command(
  'consent.change',
  z.strictObject({ applicationId: id(), kind: oneOf(consentKinds) }),
  async ({ applicationId, kind }, { actor, tx, record }) => {
    const [application] = await tx.select().from(applications).where(eq(applications.id, applicationId));
    if (!application || !('staffId' in actor)) throw new DomainError('consent.not-to-confirm');
    const confirmed = await tx
      .update(consents)
      .set({ confirmedAt: now() })
      .where(
        and(
          eq(consents.applicationId, applicationId),
          eq(consents.kind, kind),
          eq(consents.how, 'word-of-mouth'),
          isNull(consents.revokedAt),
          isNull(consents.confirmedAt),
        ),
      )
      .returning({ id: consents.id });
    if (confirmed.length === 0) throw new DomainError('consent.not-to-confirm');
    record({ kind: 'consent.confirmed', caseId: application.caseId, applicationId, data: { kind } });
  },
);
