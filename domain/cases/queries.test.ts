import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '../applications/fields';
import { atMoment, now } from '../clock';
import { answerQuestion, recordAnswer } from '../correspondence/questions';
import { recordReply } from '../correspondence/request-answers';
import type { Actor } from '../permissions';
import { anApplication } from '../testing/applications';
import { ask, openQuestions, openRequests, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type MadeCase, type People } from '../testing/factories';
import { refusalOf, refusedFields } from '../testing/outcome';
import { joinCases, takeCase } from './commands';
import { caseByNumber, caseList, caseNumbers, newAnswers } from './queries';

const day = 24 * 3600_000;
const at = <T>(daysAgo: number, work: () => T): T => atMoment(now() - daysAgo * day, work);

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const names = async (actor: Actor, input: object) =>
  (await caseList(actor, input)).rows.map((row) => `${row.surname} ${row.givenName}`);

describe('the order of the queue', () => {
  const relative = (surname: string, kinship: string, birthYear: string, daysAgo: number) =>
    at(daysAgo, () => anApplication({ surname, givenName: 'Кезек', patronymic: '?', kinship, birthYear } as Answers));

  it('puts children and widows first, then brothers and sisters, then the oldest, then the longest waiting', async () => {
    await relative('Немере', 'grandchild', '1930', 30);
    await relative('Кіші', 'son', '1944', 2);
    await relative('Бауыр', 'sibling', '1928', 20);
    await relative('Жесір', 'spouse', '1922', 1);
    await relative('Бұрынғы', 'daughter', '1944', 9);
    const listed = await names(people.researcher, { text: 'кезек' });
    expect(listed).toEqual(['Жесір', 'Бұрынғы', 'Кіші', 'Бауыр', 'Немере'].map((name) => `${name} Кезек`));
  });

  it('counts the family of a joined case to the case it was joined to', async () => {
    const found = await aCaseIn('searching', { people, answers: { surname: 'Жетекші', kinship: 'other-relative' } });
    const other = await aCaseIn('searching', { people, answers: { surname: 'Қосылған', kinship: 'daughter' } });
    await joinCases(people.researcher, { ...(await pageOf(other.caseId)), intoId: found.caseId, reason: 'Бір адам.' });
    const { rows } = await caseList(people.researcher, { text: 'жетекші' });
    expect(rows.map((row) => row.applications)).toEqual([2]);
    const joined = await caseList(people.researcher, { text: 'қосылған' });
    expect(joined.rows).toMatchObject([{ status: 'joined', applications: 0, due: null }]);
  });
});

describe('finding a case', () => {
  let made: Awaited<ReturnType<typeof anApplication>>;
  beforeAll(async () => {
    made = await anApplication({ surname: 'Өтеғұлов', givenName: 'Әлімжан', otherSpellings: 'Утегулов Алимжан' });
  });
  const ids = async (text: string) =>
    (await caseList(people.researcher, { text, limit: 200 })).rows.map(({ caseId }) => caseId);

  it.each(['өтеғұл', 'УТЕГУЛОВ', 'алимжан утегулов', 'Әлімжан  Өтеғұлов', 'лимж'])('by %s', async (text) => {
    expect(await ids(text)).toEqual([made.caseId]);
  });

  it('by its number and by the reference of an application, typed in any way', async () => {
    const [known] = await caseNumbers(people.researcher, { caseIds: [made.caseId] });
    expect(await ids(String(known?.number))).toEqual([made.caseId]);
    expect(await caseByNumber(people.researcher, { intoNumber: known?.number })).toEqual({ caseId: made.caseId });
    expect(await ids(made.reference)).toEqual([made.caseId]);
    expect(await ids(made.reference.toLowerCase().replace('-', ' '))).toEqual([made.caseId]);
  });

  it('never by the access code, nor by half a reference', async () => {
    expect(await ids(made.code)).toEqual([]);
    expect(await ids(made.reference.slice(0, 3))).toEqual([]);
  });

  it('says at the field that a number is nobody’s', async () => {
    expect(await refusedFields(caseByNumber(people.researcher, { intoNumber: '987654' }))).toEqual({
      intoNumber: 'case.not-found',
    });
    expect(await refusalOf(caseByNumber(people.researcher, { intoNumber: 'он екі' }))).toBe('input.invalid');
  });
});

describe('the views', () => {
  const statusesOf = async (actor: Actor, view: string) =>
    new Set((await caseList(actor, { view, limit: 200 })).rows.map(({ status }) => status));

  it('shows as free what is received or checked and held by nobody', async () => {
    await anApplication();
    const { rows } = await caseList(people.researcher, { view: 'free', limit: 200 });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.assigneeId === null && row.status === 'received')).toBe(true);
    const [first] = rows;
    await takeCase(people.researcher, await pageOf(first?.caseId ?? ''));
    const after = await caseList(people.researcher, { view: 'free', limit: 200 });
    expect(after.total).toBe(rows.length - 1);
  });

  it('shows as mine what is assigned to the one who asks', async () => {
    const mine = { ...people, researcher: await aResearcher() };
    const made = await aCaseIn('searching', { people: mine });
    const { rows } = await caseList(mine.researcher, { view: 'mine' });
    expect(rows.map(({ caseId }) => caseId)).toEqual([made.caseId]);
  });

  it('shows to confirm what somebody else proposed and last edited', async () => {
    await aCaseIn('under-review', { people });
    expect(await statusesOf(people.manager, 'to-confirm')).toEqual(new Set(['under-review']));
    expect(await statusesOf(people.researcher, 'to-confirm')).toEqual(new Set());
  });

  it('shows as overdue, and sorts by their terms, cases with a clock; those without stand last both ways', async () => {
    const mine = { ...people, researcher: await aResearcher() };
    const late = await at(90, () => aCaseIn('checking', { people: mine }));
    const later = await at(40, () => aCaseIn('checking', { people: mine }));
    const fresh = await aCaseIn('checking', { people: mine });
    const without = await aCaseIn('forwarded', { people: mine });
    const assignee = mine.researcher.staffId;
    const ids = async (input: object) =>
      (await caseList(mine.manager, { assignee, ...input })).rows.map(({ caseId }) => caseId);
    const [a, b, c, none] = [late, later, fresh, without].map(({ caseId }) => caseId);
    expect(await ids({ view: 'overdue', sort: 'due' })).toEqual([a, b]);
    expect(await ids({ sort: 'due' })).toEqual([a, b, c, none]);
    expect(await ids({ sort: 'due', direction: 'descending' })).toEqual([c, b, a, none]);
    expect(await ids({ sort: 'due', limit: 1, offset: 1 })).toEqual([b]);
  });
});

describe('new answers', () => {
  let mine: People;
  beforeAll(async () => {
    mine = { ...people, researcher: await aResearcher() };
  });
  const asked = async (over: Partial<People> = {}): Promise<MadeCase & { questionId: string }> => {
    const made = await aCaseIn('searching', { people: { ...mine, ...over } });
    return { ...made, questionId: await ask(made) };
  };
  const keys = async () => (await newAnswers(mine.researcher, {})).map(({ key }) => key);

  it('are those of applicants and archives to one’s own cases in the last days, newest first', async () => {
    const first = await asked();
    const question = { applicationId: first.applicationId, questionId: first.questionId };
    await at(2, () => answerQuestion(first.applicant, { ...question, answer: 'Иә.' }));
    const waiting = await aCaseIn('awaiting-reply', { people: mine });
    const [request] = await openRequests(waiting.caseId);
    const reply = { caseId: waiting.caseId, requestId: request?.id, outcome: 'found', answer: 'Л. 43.' };
    await recordReply(mine.researcher, reply);
    expect(await keys()).toEqual([request?.id, first.questionId]);
    const [fromArchive, fromApplicant] = await newAnswers(mine.researcher, {});
    expect(fromArchive?.partner?.ru).toBeTruthy();
    expect(fromApplicant?.partner).toBeNull();
  });

  it('leave out what one recorded oneself, what is older, and other people’s cases', async () => {
    const before = await keys();
    const recorded = await asked();
    await recordAnswer(mine.researcher, { caseId: recorded.caseId, questionId: recorded.questionId, answer: 'Иә.' });
    const theirs = await asked({ researcher: people.researcher });
    const question = { applicationId: theirs.applicationId, questionId: theirs.questionId };
    await answerQuestion(theirs.applicant, { ...question, answer: 'Жоқ.' });
    const older = await asked();
    const once = { applicationId: older.applicationId, questionId: older.questionId };
    await at(15, () => answerQuestion(older.applicant, { ...once, answer: 'Баяғыда.' }));
    expect(await keys()).toEqual(before);
    expect(await openQuestions(older.caseId)).toEqual([]);
  });
});
