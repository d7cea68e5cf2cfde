/** Requests to archives: what becomes of them, of their cases and of the searches they stand for. */
import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveRequests, requestCases, searches, settings } from '@/db/schema';
import { missingSources } from '../cases/guards';
import { bookkeep } from '../change';
import { atMoment, now } from '../clock';
import { read } from '../database';
import { request, requestAbout, searchEverything } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher, type People } from '../testing/factories';
import { recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { addDays, dayOf, startOfDay } from '../working-days';
import { changeReply, recordReply } from './request-answers';
import { dueReminders, requestList } from './request-lines';
import { requestPage, requestsOfCase } from './request-queries';
import { nextReminder, reminderDays, remindersSetting, remindRequest } from './request-reminders';
import { amendRequest, draftRequest, editRequest, giveUpRequest, sendRequest } from './requests';
import { soughtMen } from './sought';

let database: TestDatabase;
let people: People;
beforeAll(async () => {
  database = await openTestDatabase();
  people = { researcher: await aResearcher(), manager: await aManager() };
});
afterAll(() => database.close());

const searching = () => aCaseIn('searching', { people });
const rowOf = async (requestId: string) => {
  const [row] = await read().select().from(archiveRequests).where(eq(archiveRequests.id, requestId));
  return row ?? expect.fail('no such request');
};
const shape = {
  partnerId: 'oblast-archive',
  sourceKey: 'oblast-archives',
  language: 'ru',
  channel: 'post',
  text: 'Просим сообщить.',
};
const draft = (caseIds: string[], over: object = {}, actor = people.researcher) =>
  draftRequest(actor, { ...shape, caseIds, ...over });

describe('a request', () => {
  it('is a draft nobody waits for, then sent about every case of it', async () => {
    const [one, two] = [await searching(), await searching()];
    await searchEverything(one, 'oblast-archives');
    let requestId = '';
    expect(
      await recordedBy(async () => {
        requestId = (await draft([one.caseId, two.caseId])).requestId;
      }),
    ).toEqual(['request.drafted', 'request.drafted']);
    expect(await missingSources(one.caseId)).toEqual(['oblast-archives']);
    const sent = () => sendRequest(people.researcher, { requestId, version: 1, number: '26/17' });
    expect(await recordedBy(sent)).toEqual(['request.sent', 'request.sent']);
    expect(await rowOf(requestId)).toMatchObject({
      state: 'sent',
      number: '26/17',
      channel: 'post',
      sentAt: expect.any(Number),
      expectedOn: addDays(dayOf(now()), 30),
    });
    expect(await missingSources(one.caseId)).toEqual([]);
    expect(await refusalOf(sent())).toBe('request.stale');
    expect(await refusalOf(sendRequest(people.researcher, { requestId, version: 2 }))).toBe('request.not-draft');
  });

  it('of several cases is written by whoever has every one of them, or a manager', async () => {
    const mine = await searching();
    const theirs = await aCaseIn('searching');
    const both = [mine.caseId, theirs.caseId];
    expect(await refusalOf(draft(both))).toBe('access.not-yours');
    const { requestId } = await draft(both, {}, people.manager);
    expect(await refusalOf(sendRequest(people.researcher, { requestId, version: 1 }))).toBe('access.not-yours');
    expect(await refusalOf(sendRequest(theirs.researcher, { requestId, version: 1 }))).toBe('access.not-yours');
    const fromOwn = { requestId, version: 1, caseId: theirs.caseId };
    expect(await refusalOf(sendRequest(theirs.researcher, fromOwn))).toBe('access.not-yours');
    expect(await refusalOf(sendRequest(people.manager, { requestId, version: 1 }))).toBe('accepted');
    // What waits for the other man's answer no longer concerns whoever had theirs.
    const answer = { requestId, outcome: 'nothing', answer: 'Сведений нет.' };
    await recordReply(theirs.researcher, { ...answer, caseId: theirs.caseId });
    const reminder = { requestId, version: 2, channel: 'post', text: 'Напоминаем.', expectedOn: '2199-01-01' };
    expect(await refusalOf(remindRequest(theirs.researcher, reminder))).toBe('access.not-yours');
    expect(await refusalOf(remindRequest(people.researcher, reminder))).toBe('accepted');
  });

  it('can be changed while it is a draft, its cases too', async () => {
    const [one, two, three] = [await searching(), await searching(), await searching()];
    const { requestId } = await draft([one.caseId, two.caseId]);
    const next = { ...shape, requestId, version: 1, caseIds: [two.caseId, three.caseId], text: 'Просим проверить.' };
    expect(await recordedBy(() => editRequest(people.researcher, next))).toEqual(Array(3).fill('request.edited'));
    const page = await requestPage(people.researcher, { requestId });
    expect(page.men.map(({ caseId }) => caseId).sort()).toEqual([two.caseId, three.caseId].sort());
    expect(page).toMatchObject({ text: 'Просим проверить.', version: 2 });
    const foreign = { ...next, version: 2, caseIds: [(await aCaseIn('searching')).caseId] };
    expect(await refusalOf(editRequest(people.researcher, foreign))).toBe('access.not-yours');
    await sendRequest(people.researcher, { requestId, version: 2 });
    expect(await refusalOf(editRequest(people.researcher, { ...next, version: 3 }))).toBe('request.not-draft');
    const amended = { requestId, version: 3, number: '26/18', expectedOn: '2199-01-01' };
    await amendRequest(people.researcher, amended);
    expect(await rowOf(requestId)).toMatchObject({ number: '26/18', expectedOn: '2199-01-01' });
  });

  it('goes to a known body about a known source and an open case, on a day that has come', async () => {
    const { caseId } = await searching();
    expect(await refusedFields(draft([caseId], { partnerId: 'nobody' }))).toEqual({ partnerId: 'partner.not-found' });
    expect(await refusedFields(draft([caseId], { sourceKey: 'nothing' }))).toEqual({ sourceKey: 'source.not-found' });
    expect(await refusedFields(draft([caseId], { text: '' }))).toEqual({ text: 'input.required' });
    expect(await refusedFields(draft([], {}, people.manager))).toEqual({ caseIds: 'request.no-case' });
    for (const status of ['closed', 'withdrawn', 'joined'] as const)
      expect(await refusalOf(draft([(await aCaseIn(status, { people })).caseId]))).toBe('case.not-open');
    const { requestId } = await draft([caseId]);
    const send = (over: object) => refusedFields(sendRequest(people.researcher, { requestId, version: 1, ...over }));
    expect(await send({ sentOn: addDays(dayOf(now()), 1) })).toEqual({ sentOn: 'input.day-in-future' });
    expect(await send({ expectedOn: '2020-01-01' })).toEqual({ expectedOn: 'input.day-in-past' });
  });
});

describe('an answer', () => {
  it('is recorded once for each man, with what it changed, and logged as a search', async () => {
    const [one, two] = [await searching(), await searching()];
    const requestId = await requestAbout(people.researcher, [one.caseId, two.caseId]);
    const found = { requestId, outcome: 'found', answer: 'Призван 12.09.1941.', changed: 'Уточнён военкомат.' };
    const reply = () => recordReply(people.researcher, { ...found, caseId: one.caseId });
    expect(await recordedBy(reply)).toEqual(['request.answered', 'search.logged']);
    expect(await rowOf(requestId)).toMatchObject({ state: 'sent' });
    expect(await refusalOf(reply())).toBe('request.not-open');
    const elsewhere = { ...found, caseId: (await searching()).caseId };
    expect(await refusalOf(recordReply(people.researcher, elsewhere))).toBe('request.not-open');
    await recordReply(people.researcher, {
      requestId,
      caseId: two.caseId,
      outcome: 'impossible',
      answer: 'Фонд закрыт.',
    });
    expect(await rowOf(requestId)).toMatchObject({ state: 'closed' });
    const logged = (caseId: string) =>
      read()
        .select()
        .from(searches)
        .where(and(eq(searches.caseId, caseId), eq(searches.requestId, requestId)));
    expect(await logged(one.caseId)).toMatchObject([{ sourceKey: 'oblast-archives', outcome: 'found', reason: '' }]);
    expect(await logged(two.caseId)).toMatchObject([{ outcome: 'impossible', reason: 'Фонд закрыт.' }]);
    const [of] = await requestsOfCase(people.manager, { caseId: one.caseId });
    expect(of?.replies).toMatchObject([{ changed: 'Уточнён военкомат.', recordedBy: people.researcher.name }]);
  });

  it('can be mended afterwards, its outcome not; none that is not there', async () => {
    const hand = await searching();
    const requestId = await request(hand);
    const next = { caseId: hand.caseId, requestId, answer: 'Призван 21.09.1941.', changed: 'Новый военкомат.' };
    expect(await refusalOf(changeReply(hand.researcher, next))).toBe('request.not-answered');
    await recordReply(hand.researcher, { caseId: hand.caseId, requestId, outcome: 'found', answer: 'Призван.' });
    expect(await recordedBy(() => changeReply(hand.researcher, next))).toEqual(['request.edited']);
    const page = await requestPage(hand.researcher, { requestId });
    expect(page.replies).toMatchObject([{ answer: 'Призван 21.09.1941.', outcome: 'found' }]);
  });

  it('came on a day between the sending and today', async () => {
    const hand = await searching();
    const sentOn = addDays(dayOf(now()), -10);
    const requestId = await requestAbout(hand.researcher, [hand.caseId], { sentOn });
    const reply = (answeredOn: string) =>
      recordReply(hand.researcher, { caseId: hand.caseId, requestId, outcome: 'nothing', answer: 'Нет.', answeredOn });
    expect(await refusedFields(reply(addDays(sentOn, -1)))).toEqual({ answeredOn: 'request.answer-before' });
    expect(await refusedFields(reply(addDays(dayOf(now()), 1)))).toEqual({ answeredOn: 'input.day-in-future' });
    await reply(addDays(sentOn, 7));
    const [row] = await read().select().from(requestCases).where(eq(requestCases.requestId, requestId));
    expect(dayOf(row?.answeredAt ?? 0)).toBe(addDays(sentOn, 7));
  });
});

describe('a request that nobody waits for any more', () => {
  it('says why, in every case left and in its log of searches', async () => {
    const hand = await searching();
    await searchEverything(hand, 'oblast-archives');
    const requestId = await request(hand);
    const reason = 'Архив закрыт на ремонт.';
    const given = () => giveUpRequest(hand.researcher, { requestId, version: 2, reason });
    expect(await recordedBy(given)).toEqual(['request.given-up', 'search.logged']);
    expect(await rowOf(requestId)).toMatchObject({ state: 'closed' });
    expect(await missingSources(hand.caseId)).toEqual([]);
    const [line] = await read().select().from(searches).where(eq(searches.requestId, requestId));
    expect(line).toMatchObject({ outcome: 'impossible', reason });
    expect((await requestPage(hand.researcher, { requestId })).givenUp).toMatchObject({ reason });
    const late = { caseId: hand.caseId, requestId, outcome: 'found', answer: 'Нашли.' };
    expect(await refusalOf(recordReply(hand.researcher, late))).toBe('request.not-open');
  });

  it('when it never went out, is thrown away without a search', async () => {
    const hand = await searching();
    const { requestId } = await draft([hand.caseId]);
    const thrown = () => giveUpRequest(hand.researcher, { requestId, version: 1, reason: 'Уже спросили.' });
    expect(await recordedBy(thrown)).toEqual(['request.given-up']);
    expect(await rowOf(requestId)).toMatchObject({ state: 'closed', sentAt: null });
  });
});

describe('reminders', () => {
  const days = [30, 60, 90];

  it.each([
    // sent, expected, reminders sent → what is due, when
    ['2020-01-10', '2020-02-09', 0, 'remind', 1, '2020-02-09'],
    ['2020-01-10', '2020-01-20', 0, 'remind', 1, '2020-02-09'],
    // A body that takes half a year is not asked after a month.
    ['2020-01-10', '2020-07-08', 0, 'remind', 1, '2020-07-08'],
    ['2020-01-10', '2020-03-10', 1, 'remind', 2, '2020-03-10'],
    ['2020-01-10', '2020-03-25', 1, 'remind', 2, '2020-03-25'],
    ['2020-01-10', '2020-04-09', 2, 'remind', 3, '2020-04-09'],
    ['2020-01-10', '2020-05-09', 3, 'decide', 4, '2020-05-09'],
  ] as const)('of %s, expected %s, after %i', (sentOn, expectedOn, reminders, what, nth, dueOn) => {
    expect(nextReminder({ sentOn, expectedOn, reminders }, days)).toEqual({ what, nth, dueOn });
  });

  it('are never due before an answer is expected, nor before their days have passed', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(4), (after, wait, reminders) => {
        const sentOn = addDays('2020-01-01', after);
        const expectedOn = addDays(sentOn, wait);
        const { dueOn, what } = nextReminder({ sentOn, expectedOn, reminders }, days);
        expect(dueOn >= expectedOn).toBe(true);
        expect(what).toBe(reminders < days.length ? 'remind' : 'decide');
        if (what === 'remind') expect(dueOn >= addDays(sentOn, days[reminders] ?? 0)).toBe(true);
        expect([expectedOn, addDays(sentOn, days[reminders] ?? 0)]).toContain(dueOn);
      }),
    );
  });

  it('are shown on their day to whoever has the case, until an answer or a new reminder', async () => {
    const hand = await searching();
    const requestId = await request(hand);
    const sentOn = dayOf(now());
    const due = async (actor = hand.researcher) =>
      (await dueReminders(actor, {})).filter((line) => line.requestId === requestId);
    const on = <T>(n: number, work: () => Promise<T>) => atMoment(startOfDay(addDays(sentOn, n)) + 3_600_000, work);
    expect(await on(29, () => due())).toEqual([]);
    expect(await on(30, () => due())).toMatchObject([{ next: { what: 'remind', nth: 1 }, overdue: false }]);
    expect(await on(30, async () => due(await aResearcher()))).toEqual([]);
    await on(31, async () => {
      const text = 'Напоминаем о запросе.';
      const reminder = { requestId, version: 2, channel: 'email', text, expectedOn: addDays(sentOn, 61) };
      expect(await recordedBy(() => remindRequest(hand.researcher, reminder))).toEqual(['request.reminded']);
      const past = { ...reminder, version: 3, expectedOn: sentOn };
      expect(await refusedFields(remindRequest(hand.researcher, past))).toEqual({ expectedOn: 'input.day-in-past' });
      expect(await due()).toEqual([]);
    });
    expect(await on(61, () => due())).toMatchObject([{ next: { what: 'remind', nth: 2 } }]);
    const page = await requestPage(hand.researcher, { requestId });
    expect(page.sent).toMatchObject([{ channel: 'email', by: people.researcher.name }]);
    await on(62, async () => {
      await recordReply(hand.researcher, { caseId: hand.caseId, requestId, outcome: 'nothing', answer: 'Нет.' });
      expect(await due()).toEqual([]);
      const late = { requestId, version: 4, channel: 'post', text: 'Ещё раз.', expectedOn: '2199-01-01' };
      expect(await refusalOf(remindRequest(people.manager, late))).toBe('request.not-open');
    });
  });

  it('follow the setting, and the usual days where it is none', async () => {
    const keep = (value: unknown) =>
      bookkeep(async (tx) => {
        await tx
          .insert(settings)
          .values({ key: remindersSetting, value })
          .onConflictDoUpdate({ target: settings.key, set: { value } });
      });
    expect(await reminderDays()).toEqual([30, 60, 90]);
    await keep([14, 28]);
    expect(await reminderDays()).toEqual([14, 28]);
    for (const broken of [[], [30, 10], ['30'], 30]) {
      await keep(broken);
      expect(await reminderDays()).toEqual([30, 60, 90]);
    }
  });
});

describe('the list of requests', () => {
  it('tells drafts, open, due, overdue and closed ones apart', async () => {
    const own = { researcher: await aResearcher(), manager: people.manager };
    const hand = await aCaseIn('searching', { people: own });
    const about = (sentOn?: string) =>
      requestAbout(own.researcher, [hand.caseId], { partnerId: 'rgva', ...(sentOn && { sentOn }) });
    const { requestId: drafted } = await draft([hand.caseId], { partnerId: 'rgva' }, own.researcher);
    const fresh = await about();
    const late = await about(addDays(dayOf(now()), -40));
    const closed = await about(addDays(dayOf(now()), -40));
    await recordReply(own.researcher, { caseId: hand.caseId, requestId: closed, outcome: 'nothing', answer: 'Нет.' });
    const listed = async (view: string) =>
      (await requestList(own.researcher, { view, partnerId: 'rgva', mine: view !== 'closed' })).requests.map(
        ({ requestId }) => requestId,
      );
    expect(await listed('draft')).toEqual([drafted]);
    expect(await listed('open')).toEqual([late, fresh]);
    expect(await listed('due')).toEqual([late]);
    expect(await listed('overdue')).toEqual([late]);
    expect(await listed('closed')).toEqual([closed]);
    expect((await requestList(people.manager, { view: 'all', partnerId: 'rgva' })).total).toBe(4);
    expect((await requestList(people.researcher, { view: 'open', partnerId: 'rgva', mine: true })).total).toBe(0);
  });
});

describe('what a request says of a man', () => {
  it('is what is known of him, and nothing of who applied', async () => {
    const answers = { rank: 'қызыләскер', unit: '?', parents: 'Сәрсен', wife: 'Күлән', kinship: 'grandchild' };
    const hand = await aCaseIn('searching', { people, answers });
    const [man] = await soughtMen(people.researcher, { caseIds: [hand.caseId] });
    expect(man).toMatchObject({ rank: 'қызыләскер', parents: 'Сәрсен', wife: 'Күлән' });
    expect(man).not.toHaveProperty('unit');
    expect(JSON.stringify(man)).not.toContain('Айгүл');
    const widow = await aCaseIn('searching', { people, answers: { ...answers, kinship: 'spouse' } });
    expect((await soughtMen(people.researcher, { caseIds: [widow.caseId] }))[0]).not.toHaveProperty('wife');
  });
});
