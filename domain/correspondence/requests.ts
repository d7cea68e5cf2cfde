/** Requests to archives, commissariats and partners. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { archiveRequests, requestCases, sources } from '@/db/schema';
import { staffIdOf } from '../access';
import { type CaseRow, caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { command } from '../command';
import { newId } from '../identity';
import { day, id, line, oneOf, requiredLine, requiredText } from '../input';
import { DomainError } from '../result';
import { dayOf } from '../working-days';
import { refuseUnknownPartner } from './partners';

/** Sends a request to an archive, commissariat or partner; it stays open until its answer is recorded. */
export const sendRequest = command(
  'request.write',
  z.strictObject({
    caseId: id(),
    partnerId: requiredLine(80),
    sourceKey: requiredLine(80),
    number: line(40),
    channel: oneOf(['post', 'email', 'in-person']),
    text: requiredText(),
    expectedOn: day(),
  }),
  async (input, { actor, tx, record }) => {
    const row = await caseForWriting(tx, input.caseId);
    refuseClosed(row);
    if (input.expectedOn < dayOf(now())) throw new DomainError('input.invalid', { expectedOn: 'input.day-in-past' });
    await refuseUnknownPartner(input.partnerId);
    const [source] = await tx.select({ key: sources.key }).from(sources).where(eq(sources.key, input.sourceKey));
    if (!source) throw new DomainError('input.invalid', { sourceKey: 'source.not-found' });
    const requestId = newId();
    const { caseId, ...letter } = input;
    await tx.insert(archiveRequests).values({
      id: requestId,
      ...letter,
      writtenBy: staffIdOf(actor),
      writtenAt: now(),
      sentAt: now(),
    });
    await tx.insert(requestCases).values({ requestId, caseId, answer: '', changed: '' });
    record({
      kind: 'request.sent',
      caseId: row.id,
      subjectId: requestId,
      data: { requestId, partnerId: input.partnerId },
    });
    return { requestId };
  },
);

/** Records the answer to an archive request. */
export const recordReply = command(
  'request.write',
  z.strictObject({
    caseId: id(),
    requestId: id(),
    outcome: oneOf(['found', 'nothing', 'impossible', 'not-applicable']),
    answer: requiredText(),
  }),
  async (input, { actor, tx, record }) => {
    const answered = await tx
      .update(requestCases)
      .set({
        outcome: input.outcome,
        answer: input.answer,
        answeredAt: now(),
        answerRecordedBy: staffIdOf(actor),
      })
      .where(
        and(
          eq(requestCases.requestId, input.requestId),
          eq(requestCases.caseId, input.caseId),
          isNull(requestCases.answeredAt),
        ),
      )
      .returning({ caseId: requestCases.caseId });
    if (answered.length === 0) throw new DomainError('request.not-open');
    const waiting = await tx
      .select({ caseId: requestCases.caseId })
      .from(requestCases)
      .where(and(eq(requestCases.requestId, input.requestId), isNull(requestCases.answeredAt)));
    if (waiting.length === 0)
      await tx.update(archiveRequests).set({ state: 'closed' }).where(eq(archiveRequests.id, input.requestId));
    record({
      kind: 'request.answered',
      caseId: input.caseId,
      subjectId: input.requestId,
      data: { requestId: input.requestId, outcome: input.outcome },
    });
  },
);

function refuseClosed(row: CaseRow): void {
  if (['closed', 'withdrawn', 'joined'].includes(row.status)) throw new DomainError('case.not-open');
}
