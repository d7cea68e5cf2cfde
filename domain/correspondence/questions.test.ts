import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questions } from '@/db/schema';
import { withdrawApplication } from '../applications/commands';
import { joinCases } from '../cases/commands';
import { read } from '../database';
import { anApplication } from '../testing/applications';
import { ask, caseRow, openRequests, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase, makeMove, type People } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { answerQuestion, askQuestion, closeQuestion, recordAnswer } from './questions';
import { recordReply } from './request-answers';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const questionRow = async (id: string) => (await read().select().from(questions).where(eq(questions.id, id)))[0];
const answer = ({ applicant, applicationId }: MadeCase, questionId: string) =>
  answerQuestion(applicant, { applicationId, questionId, answer: 'Қыркүйекте, Ақмоладан.' });
const statusOf = async (hand: { caseId: string }) => (await caseRow(hand.caseId)).status;

describe('a question', () => {
  it('is put to one applicant and moves nothing unless asked to', async () => {
    const hand = await aCaseIn('searching', { people });
    const seq = await lastSeq();
    const questionId = await ask(hand);
    expect(await eventsAfter(seq)).toMatchObject([
      { kind: 'question.asked', caseId: hand.caseId, applicationId: hand.applicationId, data: { questionId } },
    ]);
    expect(await statusOf(hand)).toBe('searching');
    await ask(hand, true);
    expect(await statusOf(hand)).toBe('needs-information');
  });

  it('may be asked in every open status, and in no closed one', async () => {
    for (const status of ['received', 'fate-established', 'on-watch'] as const) {
      const hand = await aCaseIn(status, { people });
      expect(await refusalOf(ask({ ...hand, researcher: hand.manager }))).toBe('accepted');
      expect(await statusOf(hand)).toBe(status);
    }
    for (const status of ['closed', 'forwarded'] as const)
      expect(await refusalOf(ask(await aCaseIn(status, { people })))).toBe('case.not-open');
  });

  it('goes to nobody outside the case, to nobody who withdrew, and comes from nobody who does not hold it', async () => {
    const hand = await aCaseIn('searching', { people });
    const stranger = await anApplication();
    const put = (addresseeId: string, actor = people.researcher) =>
      askQuestion(actor, { caseId: hand.caseId, addresseeId, text: 'Қай жылы?' });
    expect(await refusedFields(put(stranger.applicationId))).toEqual({ addresseeId: 'application.not-found' });
    expect(await refusalOf(put(hand.applicationId, await aResearcher()))).toBe('access.not-yours');
    await withdrawApplication(hand.applicant, { applicationId: hand.applicationId });
    await makeMove(hand, 'searching');
    expect(await refusedFields(put(hand.applicationId))).toEqual({ addresseeId: 'application.not-found' });
  });
});

describe('an answer', () => {
  it.each(['checking', 'searching'] as const)('leads back to %s, where it was asked from', async (from) => {
    const hand = await aCaseIn(from, { people });
    const questionId = await ask(hand, true);
    expect(await recordedBy(() => answer(hand, questionId))).toEqual(['question.answered', 'case.moved']);
    expect(await statusOf(hand)).toBe(from);
    expect(await questionRow(questionId)).toMatchObject({ answer: 'Қыркүйекте, Ақмоладан.', answerRecordedBy: null });
  });

  it('leads back to awaiting a reply, or to the search when the archive answered meanwhile', async () => {
    for (const answered of [false, true]) {
      const hand = await aCaseIn('awaiting-reply', { people });
      const questionId = await ask(hand, true);
      const [request] = await openRequests(hand.caseId);
      const reply = { caseId: hand.caseId, requestId: request?.id, outcome: 'nothing', answer: 'Сведений нет.' };
      if (answered) await recordReply(people.researcher, reply);
      await answer(hand, questionId);
      expect(await statusOf(hand)).toBe(answered ? 'searching' : 'awaiting-reply');
    }
  });

  it('to one of two questions leaves the case waiting for the other', async () => {
    const hand = await aCaseIn('searching', { people });
    const [first, second] = [await ask(hand, true), await ask(hand)];
    await answer(hand, first);
    expect(await statusOf(hand)).toBe('needs-information');
    await answer(hand, second);
    expect(await statusOf(hand)).toBe('searching');
  });

  it('is not waited for from somebody who withdrew', async () => {
    const [leading, joined] = [await aCaseIn('searching', { people }), await aCaseIn('checking', { people })];
    await joinCases(people.researcher, {
      ...(await pageOf(joined.caseId)),
      intoId: leading.caseId,
      reason: 'Бір адам.',
    });
    const put = { caseId: leading.caseId, text: 'Қай жылы?', moveCase: true };
    const { questionId } = await askQuestion(people.researcher, { ...put, addresseeId: leading.applicationId });
    await askQuestion(people.researcher, { ...put, addresseeId: joined.applicationId });
    await withdrawApplication(joined.applicant, { applicationId: joined.applicationId });
    expect(await statusOf(leading)).toBe('needs-information');
    await answer(leading, questionId);
    expect(await statusOf(leading)).toBe('searching');
  });

  it('of a relative whose case was joined moves the case it is joined to', async () => {
    const [leading, joined] = [await aCaseIn('searching', { people }), await aCaseIn('checking', { people })];
    await joinCases(people.researcher, {
      ...(await pageOf(joined.caseId)),
      intoId: leading.caseId,
      reason: 'Бір адам.',
    });
    const put = { caseId: leading.caseId, addresseeId: joined.applicationId, text: 'Қай жылы?', moveCase: true };
    const { questionId } = await askQuestion(people.researcher, put);
    await answer(joined, questionId);
    expect([await statusOf(leading), await statusOf(joined)]).toEqual(['searching', 'joined']);
  });

  it('by telephone is recorded by who took it; a second answer, or another’s, is refused', async () => {
    const hand = await aCaseIn('searching', { people });
    const questionId = await ask(hand);
    const stranger = await aCaseIn('searching', { people });
    expect(await refusalOf(answer(stranger, questionId))).toBe('question.not-open');
    const elsewhere = { caseId: stranger.caseId, questionId, answer: 'Басқа.' };
    expect(await refusalOf(recordAnswer(people.researcher, elsewhere))).toBe('question.not-open');
    await recordAnswer(people.researcher, { caseId: hand.caseId, questionId, answer: '1942.' });
    expect(await questionRow(questionId)).toMatchObject({ answerRecordedBy: people.researcher.staffId });
    expect(await refusalOf(answer(hand, questionId))).toBe('question.not-open');
  });

  it('is no longer awaited once the question is closed; the case then moves on by hand', async () => {
    const hand = await aCaseIn('needs-information', { people });
    const [{ id: questionId } = { id: '' }] = await read()
      .select()
      .from(questions)
      .where(eq(questions.caseId, hand.caseId));
    expect(await recordedBy(() => closeQuestion(people.researcher, { caseId: hand.caseId, questionId }))).toEqual([
      'question.closed',
    ]);
    expect(await refusalOf(answer(hand, questionId))).toBe('question.not-open');
    await makeMove(hand, 'searching');
    expect(await statusOf(hand)).toBe('searching');
  });
});
