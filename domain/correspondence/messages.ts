/** A word of one applicant to us, or of ours to one applicant, that is neither a question nor its answer. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, messages } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { leadingCaseId, memberIds } from '../cases/guards';
import { now } from '../clock';
import { command, preparedCommand } from '../command';
import { newId } from '../identity';
import { id, requiredText } from '../input';
import { DomainError } from '../result';
import { countAttempt } from '../throttle';

/**
 * Writes to the museum as the applicant, or to this one applicant as the museum. What was answered stays as it was answered: a
 * correction is a further message. Whoever of us writes has read what the applicant wrote before. At most 20 a day by an
 * applicant, 4000 characters each.
 * @throws DomainError `application.withdrawn-already`, `access.too-many-attempts`
 */
export const writeMessage = preparedCommand(
  'message.write',
  z.strictObject({ applicationId: id(), text: requiredText(4000) }),
  async ({ applicationId }, actor) => {
    if (actor.role === 'applicant') await countAttempt('message.application', applicationId);
  },
  async ({ applicationId, text }, { actor, tx, record }) => {
    const [application] = await tx.select().from(applications).where(eq(applications.id, applicationId));
    if (!application) throw new DomainError('application.not-found');
    if (application.withdrawnAt !== null) throw new DomainError('application.withdrawn-already');
    const writtenBy = 'staffId' in actor ? actor.staffId : null;
    if (writtenBy) await seeAll(tx, applicationId, writtenBy);
    const messageId = newId();
    await tx.insert(messages).values({
      id: messageId,
      caseId: application.caseId,
      applicationId,
      text,
      writtenBy,
      writtenAt: now(),
    });
    record({
      kind: 'message.written',
      // Where the work is done, so that it stands in the history that is read.
      caseId: await leadingCaseId(application.caseId),
      applicationId,
      subjectId: messageId,
      data: { messageId, by: writtenBy ? 'staff' : 'applicant' },
    });
    return { messageId };
  },
);

async function seeAll(tx: WriteDb, applicationId: string, seenBy: string): Promise<void> {
  await tx
    .update(messages)
    .set({ seenAt: now(), seenBy })
    .where(and(eq(messages.applicationId, applicationId), isNull(messages.writtenBy), isNull(messages.seenAt)));
}

/** Takes note of an applicant's message: it leaves "my work". @throws DomainError `message.not-new` */
export const markMessageSeen = command(
  'message.read',
  z.strictObject({ caseId: id(), messageId: id() }),
  async ({ caseId, messageId }, { actor, tx, record }) => {
    const [seen] = await tx
      .update(messages)
      .set({ seenAt: now(), seenBy: staffIdOf(actor) })
      .where(and(eq(messages.id, messageId), isNull(messages.writtenBy), isNull(messages.seenAt)))
      .returning({ applicationId: messages.applicationId, caseId: messages.caseId });
    // A message to another case is refused like one that is not there; the refusal undoes the mark.
    if (!seen || !(await memberIds(caseId)).includes(seen.caseId)) throw new DomainError('message.not-new');
    record({
      kind: 'message.seen',
      caseId,
      applicationId: seen.applicationId,
      subjectId: messageId,
      data: { messageId },
    });
  },
);
