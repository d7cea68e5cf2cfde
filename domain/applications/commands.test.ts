import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications, cases, consents, drafts } from '@/db/schema';
import { joinCases } from '../cases/commands';
import { atMoment, now } from '../clock';
import { read } from '../database';
import { hashCode } from '../identity';
import type { Actor } from '../permissions';
import { aDraft, anApplication, typicalAnswers } from '../testing/applications';
import { caseRow, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, makeMove } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { dayOf, startOfDay } from '../working-days';
import { addConsent, registerApplication, revokeConsent, sendApplication, withdrawApplication } from './commands';
import { draftByToken, saveDraft } from './drafts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const visitor: Actor = { role: 'visitor', address: '192.0.2.7' };
const applicationRow = async (id: string) =>
  (await read().select().from(applications).where(eq(applications.id, id)))[0] ?? expect.fail('no application');
const consentsOf = (id: string) => read().select().from(consents).where(eq(consents.applicationId, id));

describe('sending', () => {
  it('makes an application and its case, and keeps every answer as written', async () => {
    const seq = await lastSeq();
    const { applicationId, caseId, reference, code } = await anApplication({ unit: '?', birth: '__.__.1915' }, 'ru');
    const row = await applicationRow(applicationId);
    expect(row).toMatchObject({ caseId, reference, language: 'ru', channel: 'web', applicantName: 'Айгүл Серікқызы' });
    expect(row.answers).toMatchObject({ surname: 'Сәрсенов', unit: '?', birth: '__.__.1915', rank: 'красноармеец' });
    expect(row.answers).not.toHaveProperty('applicantName');
    expect(row.codeHash).toBe(hashCode(code, row.codeSalt));
    expect(await caseRow(caseId)).toMatchObject({
      status: 'received',
      assigneeId: null,
      surname: 'Сәрсенов',
      birthEarliest: '1915-01-01',
      birthLatest: '1915-12-31',
    });
    const kinds = (await eventsAfter(seq)).map(({ kind }) => kind).filter((kind) => kind !== 'draft.saved');
    expect(kinds).toEqual(['case.opened', 'application.received', 'consent.given', 'consent.given']);
  });

  it('twice, or ten times at once, makes one application', async () => {
    const token = await aDraft({}, 'kk', visitor);
    const sent = await Promise.all(Array.from({ length: 10 }, () => sendApplication(visitor, { token })));
    expect(new Set(sent.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(await sendApplication(visitor, { token })).toEqual(sent[0]);
    expect(await read().$count(applications)).toBe(1);
    expect(await read().$count(cases)).toBe(1);
  });

  it('shows the code again to the same link for a day, then never', async () => {
    const { token, code, applicationId } = await anApplication();
    expect(await draftByToken(visitor, { token })).toMatchObject({ applicationId, codeOnce: code });
    expect((await applicationRow(applicationId)).codeHash).not.toContain(code);
    const late = { token, language: 'kk', step: 'soldier', answers: { surname: 'Басқа' } };
    expect(await refusalOf(saveDraft(visitor, late))).toBe('draft.sent-already');
  });

  it('names every field that stands in the way, and keeps the draft', async () => {
    const none = { surname: '?', givenName: '', patronymic: '', telephone: '', newsTo: 'helper' };
    const token = await aDraft(none, 'kk', visitor);
    expect(await refusedFields(sendApplication(visitor, { token }))).toEqual({
      surname: 'application.no-name',
      telephone: 'application.no-contact',
      helperContact: 'application.no-helper-contact',
    });
    expect(await read().$count(applications)).toBe(0);
    expect((await draftByToken(visitor, { token }))?.answers.applicantName).toBe(typicalAnswers.applicantName);
    expect(await refusalOf(sendApplication(visitor, { token: 'nobody-holds-this-0000000' }))).toBe('draft.not-found');
  });
});

describe('the draft', () => {
  const step = (answers: object, over: object = {}) =>
    saveDraft(visitor, { language: 'kk', step: 'soldier', answers, ...over });

  it('keeps a step and is found by its token alone, which we hold only as a hash', async () => {
    const { token } = await step({ surname: 'Ахметов', birth: 'шамамен 1920' });
    await saveDraft(visitor, { token, language: 'ru', step: 'service', answers: { rank: 'сержант' } });
    const draft = await draftByToken(visitor, { token });
    expect(draft).toMatchObject({
      language: 'ru',
      answers: { surname: 'Ахметов', rank: 'сержант' },
      applicationId: null,
    });
    expect(JSON.stringify(await read().select().from(drafts))).not.toContain(token);
    expect(await draftByToken(visitor, { token: `${token}x` })).toBeNull();
  });

  it('refuses a whole step for one impossible answer and keeps what was there', async () => {
    const { token } = await step({ surname: 'Ахметов' });
    const refused = step({ surname: 'Басқа', birth: '31.02.1915' }, { token });
    expect(await refusedFields(refused)).toHaveProperty('birth');
    expect((await draftByToken(visitor, { token }))?.answers.surname).toBe('Ахметов');
    expect(await refusedFields(step({ surname: 'А', applicantName: 'not of this step' }))).toHaveProperty(
      'applicantName',
    );
    expect(await refusedFields(step({ surname: 'а'.repeat(201) }))).toEqual({ surname: 'input.too-long' });
    expect(await refusedFields(step({ surname: 'а\ud800' }))).toEqual({ surname: 'input.broken-characters' });
  });
});

describe('registering', () => {
  const given = (over: object = {}) => ({
    channel: 'post',
    receivedOn: '2020-01-10',
    language: 'ru',
    consentHow: 'signature',
    answers: typicalAnswers,
    ...over,
  });

  it('enters a paper application on its day, with who entered it and how consent was given', async () => {
    const researcher = await aResearcher();
    const today = startOfDay('2020-02-03') + 10 * 3600_000;
    const seq = await lastSeq();
    const received = await atMoment(today, () => registerApplication(researcher, given()));
    const row = await applicationRow(received.applicationId);
    expect(row).toMatchObject({ channel: 'post', registeredBy: researcher.staffId, reference: received.reference });
    expect(dayOf(row.receivedAt)).toBe('2020-01-10');
    expect(dayOf((await caseRow(row.caseId)).receivedAt)).toBe('2020-01-10');
    expect(row.codeHash).toBe(hashCode(received.code, row.codeSalt));
    expect((await consentsOf(row.id)).map(({ kind, how, recordedBy }) => [kind, how, recordedBy]).sort()).toEqual([
      ['processing', 'signature', researcher.staffId],
      ['publication', 'signature', researcher.staffId],
    ]);
    expect((await eventsAfter(seq)).map(({ kind }) => kind)).toContain('application.registered');
  });

  it('goes without a consent to processing, but not without a name or from tomorrow', async () => {
    const manager = await aManager();
    const without = { ...typicalAnswers, 'consent-processing': '', 'consent-publication': '' };
    const { applicationId } = await registerApplication(manager, given({ answers: without }));
    expect(await consentsOf(applicationId)).toEqual([]);
    const nameless = { ...typicalAnswers, surname: '', givenName: '', patronymic: '' };
    expect(await refusedFields(registerApplication(manager, given({ answers: nameless })))).toHaveProperty('surname');
    const tomorrow = dayOf(now() + 2 * 86_400_000);
    expect(await refusedFields(registerApplication(manager, given({ receivedOn: tomorrow })))).toEqual({
      receivedOn: 'input.day-in-future',
    });
    expect(await refusalOf(registerApplication(visitor, given()))).toBe('access.sign-in');
  });
});

describe('consents', () => {
  it('each by itself: taken back, given again, never twice', async () => {
    const { applicationId, applicant } = await anApplication();
    const publication = { applicationId, kind: 'publication' };
    expect(await recordedBy(() => revokeConsent(applicant, publication))).toEqual(['consent.revoked']);
    expect(await refusalOf(revokeConsent(applicant, publication))).toBe('consent.not-given');
    const again = { ...publication, how: 'web' };
    expect(await recordedBy(() => addConsent(applicant, again))).toEqual(['consent.given']);
    expect(await refusalOf(addConsent(applicant, again))).toBe('consent.given-already');
    const rows = (await consentsOf(applicationId)).filter(({ kind }) => kind === 'publication');
    expect(rows.map(({ revokedAt }) => revokedAt === null).sort()).toEqual([false, true]);
    expect((await consentsOf(applicationId)).find(({ kind }) => kind === 'processing')?.revokedAt).toBeNull();
  });

  it('staff say how it was given, never that it came by the web', async () => {
    const { applicationId, researcher } = await aCaseIn('checking');
    const sharing = { applicationId, kind: 'sharing' };
    expect(await refusedFields(addConsent(researcher, { ...sharing, how: 'web' }))).toEqual({ how: 'input.choose' });
    await addConsent(researcher, { ...sharing, how: 'word-of-mouth' });
    const [row] = (await consentsOf(applicationId)).filter(({ kind }) => kind === 'sharing');
    expect(row).toMatchObject({ how: 'word-of-mouth', recordedBy: researcher.staffId });
  });

  it('of others are out of reach', async () => {
    const [mine, theirs] = [await anApplication(), await anApplication()];
    const call = revokeConsent(mine.applicant, { applicationId: theirs.applicationId, kind: 'processing' });
    expect(await refusalOf(call)).toBe('access.not-yours');
  });
});

describe('withdrawing', () => {
  const withdraw = (applicant: Actor, applicationId: string) => withdrawApplication(applicant, { applicationId });

  it('the last application of a case ends the case', async () => {
    const { caseId, applicationId, applicant } = await aCaseIn('searching');
    expect(await recordedBy(() => withdraw(applicant, applicationId))).toEqual(['application.withdrawn', 'case.moved']);
    expect((await caseRow(caseId)).status).toBe('withdrawn');
    expect(await refusalOf(withdraw(applicant, applicationId))).toBe('application.withdrawn-already');
  });

  it('of joined cases the last one of all ends the case they are joined to, in either order', async () => {
    for (const leadingFirst of [true, false]) {
      const [leading, joined] = [await aCaseIn('searching'), await aCaseIn('checking')];
      const into = { ...(await pageOf(joined.caseId)), intoId: leading.caseId, reason: 'Бір адам.' };
      await joinCases(joined.researcher, into);
      const [first, last] = leadingFirst ? [leading, joined] : [joined, leading];
      await withdraw(first.applicant, first.applicationId);
      expect((await caseRow(leading.caseId)).status).toBe('searching');
      await withdraw(last.applicant, last.applicationId);
      expect((await caseRow(leading.caseId)).status).toBe('withdrawn');
      expect((await caseRow(joined.caseId)).status).toBe('joined');
    }
  });

  it('is the applicant’s own, or of those who hold the case; a withdrawn case can be taken up again', async () => {
    const hand = await aCaseIn('searching');
    const { applicationId } = hand;
    expect(await refusalOf(withdraw((await anApplication()).applicant, applicationId))).toBe('access.not-yours');
    expect(await refusalOf(withdraw(await aResearcher(), applicationId))).toBe('access.not-yours');
    await withdraw(hand.researcher, applicationId);
    await makeMove(hand, 'searching');
    expect((await caseRow(hand.caseId)).status).toBe('searching');
  });
});
