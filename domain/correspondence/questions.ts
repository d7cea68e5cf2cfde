/** Questions to one applicant, their answers, and searches of sources: what we ask and what we looked into. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { applications, questions } from '@/db/schema';
import { staffIdOf } from '../access';
import { activeApplications, guardChecks, leadingCaseId, memberIds } from '../cases/guards';
import { caseForWriting, moveCase } from '../cases/moving';
import { isStatus, pipeline } from '../cases/pipeline';
import { now } from '../clock';
import { type Context, command } from '../command';
import { read } from '../database';
import { newId } from '../identity';
import { flag, id, requiredText } from '../input';
import { DomainError } from '../result';

/** Asks one applicant; with `moveCase` the case waits for the answer as needs-information. */
export const askQuestion = command(
  'question.ask',
  z.strictObject({ caseId: id(), addresseeId: id(), text: requiredText(2000), moveCase: flag() }),
  async (input, context) => {
    const { actor, tx, record } = context;
    const row = await caseForWriting(tx, input.caseId);
    if (!isStatus(row.status) || !pipeline[row.status].open) throw new DomainError('case.not-open');
    if (!(await activeApplications(row.id)).some((application) => application.id === input.addresseeId))
      throw new DomainError('input.invalid', { addresseeId: 'application.not-found' });
    const questionId = newId();
    await tx.insert(questions).values({
      id: questionId,
      caseId: row.id,
      applicationId: input.addresseeId,
      text: input.text,
      askedBy: staffIdOf(actor),
      askedAt: now(),
    });
    record({
      kind: 'question.asked',
      caseId: row.id,
      applicationId: input.addresseeId,
      subjectId: questionId,
      data: { questionId },
    });
    if (input.moveCase && row.status !== 'needs-information') await moveCase(context, row, 'needs-information', 'move');
    return { questionId };
  },
);

/** The applicant answers on the tracking page. */
export const answerQuestion = command(
  'application.answer',
  z.strictObject({ applicationId: id(), questionId: id(), answer: requiredText(4000) }),
  (input, context) => keepAnswer(context, input, 'applicant'),
);

/** Staff record an answer that came by telephone, letter or in person. */
export const recordAnswer = command(
  'question.ask',
  z.strictObject({ caseId: id(), questionId: id(), answer: requiredText(4000) }),
  (input, context) => keepAnswer(context, input, 'staff'),
);

/** The search goes on without an answer: it was asked twice, or is not needed any more. */
export const closeQuestion = command(
  'question.ask',
  z.strictObject({ caseId: id(), questionId: id() }),
  async ({ caseId, questionId }, { tx, record }) => {
    const [closed] = await tx
      .update(questions)
      .set({ closedAt: now() })
      .where(
        and(
          eq(questions.id, questionId),
          inArray(questions.applicationId, applicationsOf(await memberIds(caseId))),
          isNull(questions.answeredAt),
          isNull(questions.closedAt),
        ),
      )
      .returning({ applicationId: questions.applicationId });
    if (!closed) throw new DomainError('question.not-open');
    const { applicationId } = closed;
    record({ kind: 'question.closed', caseId, applicationId, subjectId: questionId, data: { questionId } });
  },
);

/** A question belongs to whom it was put to: it goes along when cases are joined and parted. */
const applicationsOf = (caseIds: string[]) =>
  read().select({ id: applications.id }).from(applications).where(inArray(applications.caseId, caseIds));

type Answer = { questionId: string; answer: string; applicationId?: string; caseId?: string };

async function keepAnswer(context: Context, input: Answer, by: 'applicant' | 'staff'): Promise<void> {
  const { actor, tx, record } = context;
  const [question] = await tx
    .update(questions)
    .set({ answer: input.answer, answeredAt: now(), answerRecordedBy: 'staffId' in actor ? actor.staffId : null })
    .where(
      and(
        eq(questions.id, input.questionId),
        isNull(questions.answeredAt),
        isNull(questions.closedAt),
        input.applicationId
          ? eq(questions.applicationId, input.applicationId)
          : inArray(questions.applicationId, applicationsOf(await memberIds(input.caseId ?? ''))),
      ),
    )
    .returning();
  if (!question) throw new DomainError('question.not-open');
  record({
    kind: 'question.answered',
    caseId: input.caseId ?? question.caseId,
    applicationId: question.applicationId,
    subjectId: question.id,
    data: { questionId: question.id, by },
  });
  await moveBack(context, question.applicationId);
}

/** The answer moves a case that waited for it back to the status it was asked from, once nothing else is owed. */
async function moveBack(context: Context, applicationId: string): Promise<void> {
  const [application] = await read().select().from(applications).where(eq(applications.id, applicationId));
  if (!application) return;
  const row = await caseForWriting(context.tx, await leadingCaseId(application.caseId));
  if (row.status !== 'needs-information') return;
  const stillOwed = (await guardChecks['open-question'](row)) === null;
  if (stillOwed) return;
  const to = row.askedFrom && isStatus(row.askedFrom) ? row.askedFrom : 'checking';
  if (to === 'searching' || to === 'checking' || to === 'awaiting-reply') {
    try {
      await moveCase(context, row, to, 'answer');
    } catch (error) {
      // The archive answered meanwhile: nothing is awaited any more, the search goes on.
      if (!(error instanceof DomainError) || to !== 'awaiting-reply') throw error;
      await moveCase(context, row, 'searching', 'answer');
    }
  }
}
