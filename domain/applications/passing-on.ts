/** An application passes to another relative: the applicant died or is ill, and somebody of the family goes on in their place. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, consents, erasureRequests } from '@/db/schema';
import { writeNote } from '../cases/moving';
import { now } from '../clock';
import { command } from '../command';
import { id, line, oneOf, requiredText, text } from '../input';
import { dropNotices, unreadOf } from '../news/outbox';
import { DomainError, type RefusalCode } from '../result';
import { endInvitations } from './ending-invitations';
import { kinships } from './fields';
import { missingForSending } from './input';
import { giveNewCode, type NewCode } from './new-code';

/**
 * Puts the application into another relative's hands. Reference, receipt, what is known of the soldier, papers, letters and open
 * questions go along; the code is a new one. The consents of the person before end: they were theirs to give. News not yet sent
 * to them is dropped, and what they wrote to us is not shown to who follows.
 * @throws DomainError `application.withdrawn-already`, `application.erased`, `erasure.first` while a wish to delete is open; the refusals of single fields as while applying
 */
export const passOnApplication = command(
  'application.pass-on',
  z.strictObject({
    applicationId: id(),
    applicantName: line(200),
    kinship: oneOf(kinships),
    telephone: line(40),
    email: line(254),
    postalAddress: text(500),
    language: oneOf(['kk', 'ru', 'en']),
    tellFirst: oneOf(['page', 'voice', 'letter']),
    reason: requiredText(1000),
  }),
  async ({ applicationId, reason, ...person }, context): Promise<NewCode> => {
    const { tx, record } = context;
    const { language, ...answers } = person;
    // Of the soldier nothing changes: the rules for the applicant's own fields are those of applying.
    const missing = missingForSending({ surname: '-', ...answers });
    if (Object.keys(missing).length > 0) throw new DomainError('input.invalid', missing as Record<string, RefusalCode>);
    const [application] = await tx.select().from(applications).where(eq(applications.id, applicationId));
    if (!application) throw new DomainError('application.not-found');
    if (application.withdrawnAt !== null) throw new DomainError('application.withdrawn-already');
    const [wish] = await tx
      .select({ id: erasureRequests.id })
      .from(erasureRequests)
      .where(and(eq(erasureRequests.applicationId, applicationId), eq(erasureRequests.state, 'asked')));
    // Carried out later it would wipe the one who follows.
    if (wish) throw new DomainError('erasure.first');
    await tx
      .update(applications)
      .set({ ...person, region: '', birthYear: null, helperName: '', helperContact: '', newsTo: 'applicant' })
      .where(eq(applications.id, applicationId));
    const ended = await tx
      .update(consents)
      .set({ revokedAt: now() })
      .where(and(eq(consents.applicationId, applicationId), isNull(consents.revokedAt)))
      .returning({ kind: consents.kind });
    await endInvitations(tx, applicationId);
    await dropNotices(tx, await unreadOf(tx, applicationId));
    const renewed = await giveNewCode(tx, applicationId);
    const { caseId } = renewed;
    const noteId = await writeNote(context, caseId, 'reason', reason);
    record({
      kind: 'application.passed-on',
      caseId,
      applicationId,
      data: { consents: ended.map(({ kind }) => kind), noteId },
    });
    return renewed;
  },
);
