/** What archives and partners answer, man by man. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { requestCases } from '@/db/schema';
import { staffIdOf } from '../access';
import { command } from '../command';
import { id, oneOf, requiredText, text } from '../input';
import { DomainError } from '../result';
import { searchOutcomes } from '../sources/words';
import { dayOf } from '../working-days';
import { logReply, momentOf, optionalDay, requestRow, updateRequest, waitingCases } from './requests';

/**
 * Records what the body answered about one man, and logs the look into its source with that outcome. The request is closed once
 * every man of it has his answer.
 * @param input `changed`: what the answer changed in the search; `answeredOn`: day of the museum it came on, today when left out
 * @throws DomainError `request.not-open`; at the field `answeredOn`: `input.day-in-future`, `request.answer-before`
 */
export const recordReply = command(
  'request.write',
  z.strictObject({
    caseId: id(),
    requestId: id(),
    outcome: oneOf(searchOutcomes),
    answer: requiredText(),
    changed: text(),
    answeredOn: optionalDay(),
  }),
  async ({ caseId, requestId, answeredOn, ...reply }, context) => {
    const { actor, tx, record } = context;
    const request = await requestRow(requestId);
    if (request.state !== 'sent') throw new DomainError('request.not-open');
    const answeredAt = momentOf(answeredOn, 'answeredOn');
    if (answeredOn && answeredOn < dayOf(request.sentAt ?? 0))
      throw new DomainError('input.invalid', { answeredOn: 'request.answer-before' });
    const answered = await tx
      .update(requestCases)
      .set({ ...reply, answeredAt, answerRecordedBy: staffIdOf(actor) })
      .where(
        and(eq(requestCases.requestId, requestId), eq(requestCases.caseId, caseId), isNull(requestCases.answeredAt)),
      )
      .returning({ caseId: requestCases.caseId });
    if (answered.length === 0) throw new DomainError('request.not-open');
    if ((await waitingCases(requestId)).length === 0) await updateRequest(tx, request, { state: 'closed' });
    record({ kind: 'request.answered', caseId, subjectId: requestId, data: { requestId, outcome: reply.outcome } });
    const isExplained = reply.outcome === 'impossible' || reply.outcome === 'not-applicable';
    const reason = isExplained ? reply.answer.slice(0, 1000).toWellFormed() : '';
    await logReply(context, request, caseId, { outcome: reply.outcome, reason });
  },
);

/**
 * Mends what was written down of an answer, or adds what it changed, which is often seen later. Its outcome stays: a search rests
 * on it.
 * @throws DomainError `request.not-answered`
 */
export const changeReply = command(
  'request.write',
  z.strictObject({ caseId: id(), requestId: id(), answer: requiredText(), changed: text() }),
  async ({ caseId, requestId, ...next }, { tx, record }) => {
    const its = and(
      eq(requestCases.requestId, requestId),
      eq(requestCases.caseId, caseId),
      isNotNull(requestCases.answeredAt),
    );
    const [before] = await tx.select().from(requestCases).where(its);
    if (!before) throw new DomainError('request.not-answered');
    await tx.update(requestCases).set(next).where(its);
    const fields = (Object.keys(next) as (keyof typeof next)[]).filter((field) => before[field] !== next[field]);
    record({ kind: 'request.edited', caseId, subjectId: requestId, data: { requestId, fields } });
  },
);
