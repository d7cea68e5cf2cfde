import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withdrawApplication } from '../applications/commands';
import { trackedApplication } from '../applications/tracking';
import { joinCases, partCase } from '../cases/commands';
import { casePage } from '../cases/page';
import { newAnswers } from '../cases/queries';
import { pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, anApplication, aResearcher, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf } from '../testing/outcome';
import { limits } from '../throttle';
import { markMessageSeen, writeMessage } from './messages';
import { askQuestion, closeQuestion, recordAnswer } from './questions';
import { owedOf, threadOf } from './thread';

let database: TestDatabase;
let made: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('searching');
});
afterEach(() => database.close());

const text = 'Әкемнің інісі Харьковтен хат жазған екен.';
const write = (over: object = {}) => writeMessage(made.applicant, { applicationId: made.applicationId, text, ...over });
const messagesOf = async ({ applicant, applicationId }: Pick<MadeCase, 'applicant' | 'applicationId'>) =>
  (await trackedApplication(applicant, { applicationId })).messages;
const fresh = async (actor = made.researcher) => (await newAnswers(actor, {})).filter(({ what }) => what === 'message');

describe('a message of the applicant', () => {
  it('stands in the thread of both sides, and in the work of who holds the case until it is seen', async () => {
    const before = await lastSeq();
    const { messageId } = await write();
    expect(await messagesOf(made)).toMatchObject([{ id: messageId, text, isOurs: false }]);
    expect((await casePage(made.researcher, { caseId: made.caseId })).messages).toMatchObject([
      { id: messageId, text, isOurs: false, by: null, seenAt: null },
    ]);
    expect(await fresh()).toMatchObject([{ key: messageId, caseId: made.caseId, answer: text }]);
    expect(await fresh(await aResearcher())).toEqual([]);
    expect(await eventsAfter(before)).toMatchObject([
      { kind: 'message.written', caseId: made.caseId, applicationId: made.applicationId, data: { by: 'applicant' } },
    ]);

    await markMessageSeen(made.researcher, { caseId: made.caseId, messageId });
    expect(await fresh()).toEqual([]);
    expect((await casePage(made.researcher, { caseId: made.caseId })).messages[0]?.seenBy).toBe(made.researcher.name);
    expect(await refusalOf(markMessageSeen(made.researcher, { caseId: made.caseId, messageId }))).toBe(
      'message.not-new',
    );
  });

  it('to a case nobody holds is everybody’s work', async () => {
    const free = await anApplication();
    await writeMessage(free.applicant, { applicationId: free.applicationId, text });
    expect(await fresh(await aResearcher())).toHaveLength(1);
  });

  it('counts as seen when one of us writes back', async () => {
    await write();
    await writeMessage(made.researcher, { applicationId: made.applicationId, text: 'Рақмет, оқыдық.' });
    expect(await fresh()).toEqual([]);
    const [answer, question] = await messagesOf(made);
    expect([answer?.isOurs, question?.isOurs]).toEqual([true, false]);
    expect(JSON.stringify(answer)).not.toContain(made.researcher.name);
  });

  it('is refused when empty, too long, broken, of a withdrawn application, or the twenty-first of a day', async () => {
    const refused = { text: '', long: 'а'.repeat(4001), broken: 'а\u0000б', lone: '\ud800' };
    for (const bad of Object.values(refused)) expect(await refusalOf(write({ text: bad }))).toBe('input.invalid');
    for (let n = 0; n < limits['message.application'].attempts; n++) await write();
    expect(await refusalOf(write())).toBe('access.too-many-attempts');
    const other = await anApplication();
    await withdrawApplication(other.applicant, { applicationId: other.applicationId });
    const late = writeMessage(other.applicant, { applicationId: other.applicationId, text });
    expect(await refusalOf(late)).toBe('application.withdrawn-already');
  });

  it('is nobody else’s: not to read, not to write, not to mark', async () => {
    const { messageId } = await write();
    const other = await aCaseIn('searching', { people: { researcher: await aResearcher(), manager: made.manager } });
    expect(await messagesOf(other)).toEqual([]);
    const foreign = writeMessage(other.applicant, { applicationId: made.applicationId, text });
    expect(await refusalOf(foreign)).toBe('access.not-yours');
    const { caseId } = other;
    expect(await refusalOf(markMessageSeen(other.researcher, { caseId, messageId }))).toBe('message.not-new');
    const byStranger = writeMessage(other.researcher, { applicationId: made.applicationId, text });
    expect(await refusalOf(byStranger)).toBe('access.not-yours');
  });
});

it('the thread goes along with its application when cases are joined and parted', async () => {
  const people = { researcher: made.researcher, manager: made.manager };
  const other = await aCaseIn('searching', { people });
  await joinCases(made.researcher, { ...(await pageOf(other.caseId)), intoId: made.caseId, reason: 'Бір адам.' });
  await writeMessage(made.researcher, { applicationId: other.applicationId, text });
  const asked = { caseId: made.caseId, addresseeId: other.applicationId, text: 'Қай жылы?' };
  const { questionId } = await askQuestion(made.researcher, asked);
  expect((await casePage(made.researcher, { caseId: made.caseId })).messages).toHaveLength(1);
  expect(await messagesOf(made)).toEqual([]);
  expect(await messagesOf(other)).toHaveLength(1);

  await partCase(made.researcher, { ...(await pageOf(other.caseId)), reason: 'Бөлек адам.' });
  const left = await casePage(made.researcher, { caseId: made.caseId });
  expect([left.messages.length, left.questions.length]).toEqual([0, 0]);
  const own = await casePage(made.researcher, { caseId: other.caseId });
  expect([own.messages.length, own.questions.length]).toEqual([1, 1]);
  await recordAnswer(made.researcher, { caseId: other.caseId, questionId, answer: '1941.' });
});

it('a question that is no longer needed stays in the thread as such, and nothing is owed', async () => {
  const { caseId, applicationId } = made;
  const { questionId } = await askQuestion(made.researcher, { caseId, addresseeId: applicationId, text: 'Қай жылы?' });
  expect(owedOf((await trackedApplication(made.applicant, { applicationId })).questions)).toHaveLength(1);
  await closeQuestion(made.researcher, { caseId, questionId });
  const { questions, messages } = await trackedApplication(made.applicant, { applicationId });
  expect(owedOf(questions)).toEqual([]);
  expect(threadOf(questions, messages)).toMatchObject([{ kind: 'question', question: { answer: null } }]);
  expect(questions[0]?.closedAt).not.toBeNull();
});

it('the thread puts the newest first, and a question where its answer came', () => {
  const question = { askedAt: 1, answeredAt: 5, closedAt: null };
  const open = { askedAt: 4, answeredAt: null, closedAt: null };
  const said = threadOf([question, open], [{ writtenAt: 3 }, { writtenAt: 6 }]);
  expect(said.map(({ at }) => at)).toEqual([6, 5, 4, 3]);
  expect(owedOf([question, open])).toEqual([open]);
});
