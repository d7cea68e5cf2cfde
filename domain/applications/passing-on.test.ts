import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { applications } from '@/db/schema';
import { publicBurials } from '../burials/public';
import { casePage } from '../cases/page';
import { writeMessage } from '../correspondence/messages';
import { answerQuestion, askQuestion } from '../correspondence/questions';
import { read } from '../database';
import { visitor } from '../permissions';
import { signInApplicant } from '../staff/sessions';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase } from '../testing/factories';
import { eventsAfter, lastSeq, refusalOf, refusedFields } from '../testing/outcome';
import { addConsent, revokeConsent, withdrawApplication } from './commands';
import { confirmConsent } from './consents';
import { askErasure, declineErasure, ownErasure } from './erasure';
import { ownData } from './own-data';
import { passOnApplication } from './passing-on';
import { trackedApplication } from './tracking';

let database: TestDatabase;
let made: MadeCase;
beforeEach(async () => {
  database = await openTestDatabase();
  made = await aCaseIn('burial-established');
});
afterEach(() => database.close());

const successor = {
  applicantName: 'Дана Ерланқызы',
  kinship: 'great-grandchild',
  telephone: '+7 700 000 00 09',
  language: 'ru',
  tellFirst: 'page',
  reason: 'Өтініш иесі қайтыс болды, шөбересі жалғастырады.',
};
const passOn = (over: object = {}) =>
  passOnApplication(made.researcher, { applicationId: made.applicationId, ...successor, ...over });
const tracked = () => trackedApplication(made.applicant, { applicationId: made.applicationId });

it('puts an application into other hands: new person, new code, no consents, no published entry', async () => {
  expect((await publicBurials(visitor, {})).total).toBe(1);
  const before = await lastSeq();
  const renewed = await passOn();
  const [row] = await read().select().from(applications).where(eq(applications.id, made.applicationId));
  expect(row).toMatchObject({
    applicantName: 'Дана Ерланқызы',
    kinship: 'great-grandchild',
    email: '',
    birthYear: null,
    reference: made.reference,
    language: 'ru',
  });
  expect(renewed).toMatchObject({ reference: made.reference, caseId: made.caseId });
  await expect(signInApplicant(made, 'here')).rejects.toThrow('track.wrong');
  await signInApplicant(renewed, 'here');
  expect((await publicBurials(visitor, {})).total).toBe(0);
  expect((await tracked()).consents).toEqual([]);
  const [event] = await eventsAfter(before, { kind: 'application.passed-on' });
  expect(event).toMatchObject({ caseId: made.caseId, data: { consents: ['processing', 'publication'] } });
  expect(JSON.stringify(await eventsAfter(before))).not.toContain('Дана');
});

it('keeps what was said with the person before between that person and us', async () => {
  const { applicationId, caseId, researcher } = made;
  const ask = (text: string) => askQuestion(researcher, { caseId, addresseeId: applicationId, text });
  const { questionId } = await ask('Алғашқы сұрақ?');
  await answerQuestion(made.applicant, { applicationId, questionId, answer: 'Ескі жауап.' });
  await writeMessage(made.applicant, { applicationId, text: 'Ескі хабарлама.' });
  const open = await ask('Ашық сұрақ?');
  await passOn();
  const { questions, messages } = await tracked();
  expect([questions.map(({ id }) => id), messages]).toEqual([[open.questionId], []]);
  await answerQuestion(made.applicant, { applicationId, questionId: open.questionId, answer: 'Жаңа жауап.' });
  await writeMessage(made.applicant, { applicationId, text: 'Жаңа хабарлама.' });
  await addConsent(made.applicant, { applicationId, kind: 'processing', how: 'web' });
  const later = await tracked();
  expect([later.questions[0]?.answer, later.messages[0]?.text]).toEqual(['Жаңа жауап.', 'Жаңа хабарлама.']);
  expect(later.consents).toMatchObject([{ kind: 'processing', revokedAt: null }]);
  // Staff go on seeing all of it.
  expect((await casePage(researcher, { caseId })).messages).toHaveLength(2);
});

it('is refused without a name or a way to reach the person, without a reason, by others, and for a withdrawn one', async () => {
  expect(await refusedFields(passOn({ applicantName: '' }))).toEqual({ applicantName: 'input.required' });
  expect(await refusedFields(passOn({ telephone: '' }))).toEqual({ telephone: 'application.no-contact' });
  expect(await refusedFields(passOn({ email: 'nowhere' }))).toEqual({ email: 'input.email' });
  expect(await refusedFields(passOn({ reason: '' }))).toEqual({ reason: 'input.required' });
  const { applicationId } = made;
  const input = { applicationId, ...successor };
  expect(await refusalOf(passOnApplication(await aResearcher(), input))).toBe('access.not-yours');
  expect(await refusalOf(passOnApplication(made.applicant, input))).toBe('access.denied');
  await withdrawApplication(made.applicant, { applicationId });
  expect(await refusalOf(passOn())).toBe('application.withdrawn-already');
});

it('a spoken consent is confirmed in writing once, by staff', async () => {
  const { applicationId, researcher } = made;
  const kind = 'ceremonies';
  await addConsent(researcher, { applicationId, kind, how: 'word-of-mouth' });
  expect(await refusalOf(confirmConsent(made.applicant, { applicationId, kind }))).toBe('consent.not-to-confirm');
  const before = await lastSeq();
  await confirmConsent(researcher, { applicationId, kind });
  expect(await eventsAfter(before)).toMatchObject([{ kind: 'consent.confirmed', applicationId, data: { kind } }]);
  expect((await tracked()).consents.at(-1)?.confirmedAt).not.toBeNull();
  for (const other of [kind, 'processing', 'sharing'])
    expect(await refusalOf(confirmConsent(researcher, { applicationId, kind: other }))).toBe('consent.not-to-confirm');
});

it('taking back the consent to processing takes the published entry down, too', async () => {
  const { applicationId } = made;
  expect((await publicBurials(visitor, {})).total).toBe(1);
  await revokeConsent(made.applicant, { applicationId, kind: 'processing' });
  expect((await publicBurials(visitor, {})).total).toBe(0);
});

it('hands out to who follows nothing of the person before', async () => {
  const { applicationId, caseId, researcher } = made;
  const { questionId } = await askQuestion(researcher, { caseId, addresseeId: applicationId, text: 'Алғашқы сұрақ?' });
  await answerQuestion(made.applicant, { applicationId, questionId, answer: 'Ескі жауап.' });
  await writeMessage(made.applicant, { applicationId, text: 'Ескі хабарлама.' });
  const { requestId } = await askErasure(made.applicant, { applicationId, reason: 'Ескі тілек.' });
  expect(await refusalOf(passOn())).toBe('erasure.first');
  await declineErasure(await aManager(), { requestId, note: 'Ескі себеп.' });
  await pastThisMoment();
  await passOn();
  expect(await ownErasure(made.applicant, { applicationId })).toBeNull();
  const data = await ownData(made.applicant, { applicationId, form: 'json' });
  expect(data.application.applicantName).toBe('Дана Ерланқызы');
  expect(JSON.stringify(data)).not.toMatch(/Ескі|Алғашқы/);
  expect(data.consents).toEqual([]);
});

/** What happened in the moment of passing on belongs to who follows: that moment must not be this one. */
const pastThisMoment = () => new Promise((done) => setTimeout(done, 5));
