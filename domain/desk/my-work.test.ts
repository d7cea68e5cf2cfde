import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addNote, assignCase, decideMove, joinCases, moveUnseen } from '../cases/commands';
import { once } from '../change';
import { atMoment, now } from '../clock';
import { writeMessage } from '../correspondence/messages';
import type { Actor } from '../permissions';
import { anApplication } from '../testing/applications';
import { draftLetter, pageOf } from '../testing/arranging';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn, aManager, aResearcher } from '../testing/factories';
import { refusalOf } from '../testing/outcome';
import { addDays, dayOf, startOfDay } from '../working-days';
import { inBulk } from './bulk';
import { assignUnseen, releaseCase } from './handing';
import { markMentionSeen } from './mentions';
import { myWork, nextCase } from './my-work';
import { finishTask, setTask } from './tasks';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const itemsOf = async (actor: Actor) => (await myWork(actor, {})).items;
const kindsOf = async (actor: Actor) => (await itemsOf(actor)).map(({ what, urgency }) => `${urgency} ${what}`);

describe('my work', () => {
  it('is one order: overdue, due today, what waits for an answer, what is due later, what is free', async () => {
    const people = { researcher: await aResearcher(), manager: await aManager() };
    const me = people.researcher;
    const monthAgo = startOfDay(addDays(dayOf(now()), -40)) + 12 * 3600_000;
    const late = await atMoment(monthAgo, () => aCaseIn('checking', { people }));
    const fresh = await aCaseIn('checking', { people });
    const free = await anApplication();
    const today = dayOf(now());
    await setTask(people.manager, { text: 'Бүгін', dueOn: today, assigneeId: me.staffId, caseId: fresh.caseId });
    await addNote(people.manager, { caseId: fresh.caseId, text: 'Қараңызшы.', mentions: [me.staffId] });
    await writeMessage(fresh.applicant, { applicationId: fresh.applicationId, text: 'Жаңалық бар ма?' });

    const items = await itemsOf(me);
    expect(items.map(({ what, urgency }) => `${urgency} ${what}`)).toEqual([
      'late case',
      'today task',
      'waiting mention',
      'waiting message',
      'ahead case',
      'free free',
    ]);
    expect(items[0]).toMatchObject({ about: { caseId: late.caseId }, distance: { when: 'late' } });
    expect(items[0]?.distance?.workingDays).toBeGreaterThan(5);
    expect(items[1]).toMatchObject({ about: { caseId: fresh.caseId }, distance: { when: 'today', workingDays: 0 } });
    expect(items.at(-1)).toMatchObject({ about: { caseId: free.caseId } });
  });

  it('loses what was done and seen', async () => {
    const people = { researcher: await aResearcher(), manager: await aManager() };
    const me = people.researcher;
    const { caseId } = await aCaseIn('checking', { people });
    const task = { text: 'Бүгін', dueOn: dayOf(now()), assigneeId: me.staffId };
    const { taskId } = await setTask(people.manager, task);
    await addNote(people.manager, { caseId, text: 'Қараңызшы.', mentions: [me.staffId] });
    expect(await kindsOf(me)).toEqual(['today task', 'waiting mention', 'ahead case']);
    await finishTask(me, { taskId });
    const mention = (await itemsOf(me)).find(({ what }) => what === 'mention');
    await markMentionSeen(me, { noteId: mention?.what === 'mention' ? mention.mention.noteId : '' });
    expect(await kindsOf(me)).toEqual(['ahead case']);
  });

  it('says of a term that its letter is written, once everybody who applied has one', async () => {
    const hand = await aCaseIn('searching');
    const termOf = async () => (await itemsOf(hand.researcher)).find(({ what }) => what === 'case');
    expect(await termOf()).toMatchObject({ letterId: null });
    await draftLetter(hand, 'acknowledgement', hand.applicationId);
    expect(await termOf()).toMatchObject({ letterId: null });
    const letterId = await draftLetter(hand, 'interim', hand.applicationId);
    expect(await termOf()).toMatchObject({ letterId });
    const people = { researcher: hand.researcher, manager: hand.manager };
    const other = await aCaseIn('searching', { people });
    await joinCases(hand.researcher, { ...(await pageOf(other.caseId)), intoId: hand.caseId, reason: 'Бір адам.' });
    expect(await termOf()).toMatchObject({ about: { caseId: hand.caseId }, letterId: null });
  });

  it('tells whoever may confirm what waits for a second pair of eyes, and nobody else', async () => {
    const { manager, researcher, caseId } = await aCaseIn('under-review');
    expect((await itemsOf(manager)).filter(({ what }) => what === 'confirm')).toMatchObject([{ about: { caseId } }]);
    expect(await kindsOf(researcher)).not.toContain('waiting confirm');
    expect(await kindsOf({ ...(await aResearcher()), confirms: true })).toContain('waiting confirm');
  });

  it('offers what a colleague gave back in the middle of the work', async () => {
    const { researcher, caseId } = await aCaseIn('searching');
    const other = await aResearcher();
    expect(await kindsOf(other)).toEqual([]);
    await releaseCase(researcher, { ...(await pageOf(caseId)), note: '' });
    expect((await itemsOf(other)).map(({ what, about }) => [what, about?.caseId])).toEqual([['free', caseId]]);
  });
});

describe('the next case', () => {
  it('goes through one’s work in its order, round and round, each case once', async () => {
    const people = { researcher: await aResearcher(), manager: await aManager() };
    const me = people.researcher;
    const daysAgo = (days: number) => startOfDay(addDays(dayOf(now()), -days)) + 12 * 3600_000;
    const third = await aCaseIn('checking', { people });
    const first = await atMoment(daysAgo(60), () => aCaseIn('checking', { people }));
    const second = await atMoment(daysAgo(50), () => aCaseIn('checking', { people }));
    await addNote(people.manager, { caseId: first.caseId, text: 'Қараңызшы.', mentions: [me.staffId] });
    const follows = async (caseId?: string) => (await nextCase(me, { after: caseId ?? '' }))?.caseId ?? null;
    expect(await follows()).toBe(first.caseId);
    expect(await follows(first.caseId)).toBe(second.caseId);
    expect(await follows(second.caseId)).toBe(third.caseId);
    expect(await follows(third.caseId)).toBe(first.caseId);
    // Handed over meanwhile: it waits for nothing here any more.
    await assignCase(me, { ...(await pageOf(first.caseId)), assigneeId: people.manager.staffId });
    expect(await follows('00000000-0000-7000-8000-000000000000')).not.toBeNull();
  });

  it('is a free one when nothing else is left, and none when there is nothing', async () => {
    const me = await aResearcher();
    expect(await nextCase(me, {})).toBeNull();
    const free = await anApplication();
    expect(await nextCase(me, {})).toEqual({ caseId: free.caseId });
    expect(await nextCase(me, { after: free.caseId })).toBeNull();
  });
});

describe('in bulk', () => {
  it('each case stands for itself: the others are done, the refused are named with why', async () => {
    const people = { researcher: await aResearcher(), manager: await aManager() };
    const [free, mine] = [await aCaseIn('checking', { people }), await aCaseIn('checking', { people })];
    const strange = await aCaseIn('checking');
    await assignUnseen(people.manager, { caseId: strange.caseId, assigneeId: people.manager.staffId });
    const caseIds = [free, mine, strange].map(({ caseId }) => caseId);
    const outcome = await inBulk(people.researcher, caseIds, (caseId) =>
      moveUnseen(people.researcher, { caseId, to: 'searching', reason: '' }),
    );
    expect(outcome).toMatchObject({ done: 2, refused: [{ caseId: strange.caseId, code: 'access.not-yours' }] });
    const again = await inBulk(people.manager, caseIds, (caseId) =>
      moveUnseen(people.manager, { caseId, to: 'on-watch', reason: '' }),
    );
    expect(again.done).toBe(0);
    expect(new Set(again.refused.map(({ code }) => code))).toEqual(
      new Set(['guard.checklist-complete', 'case.no-such-move']),
    );
  });

  it('the same form sent twice says so, also when its first case was refused', async () => {
    const people = { researcher: await aResearcher(), manager: await aManager() };
    const made = [await aCaseIn('searching', { people }), await aCaseIn('checking', { people })];
    const caseIds = made.map(({ caseId }) => caseId);
    const send = () =>
      once('00000000-0000-4000-8000-000000000001', () =>
        inBulk(people.researcher, caseIds, (caseId) =>
          moveUnseen(people.researcher, { caseId, to: 'searching', reason: '' }),
        ),
      );
    expect(await send()).toMatchObject({ done: 1, refused: [{ caseId: caseIds[0] }] });
    expect(await refusalOf(send())).toBe('form.sent-already');
  });

  it('says at once what is wrong with the form, before anything is done', async () => {
    const { manager, caseId, researcher } = await aCaseIn('checking');
    const work = inBulk(manager, [caseId], (one) =>
      setTask(manager, { caseId: one, text: '', dueOn: dayOf(now()), assigneeId: researcher.staffId }),
    );
    expect(await refusalOf(work)).toBe('input.invalid');
    expect(await refusalOf(inBulk(manager, [], () => Promise.resolve()))).toBe('case.none-ticked');
  });

  it('a page that went stale refuses nothing here: every case is read as it is now', async () => {
    const { manager, researcher, caseId } = await aCaseIn('checking');
    await decideMove(researcher, { ...(await pageOf(caseId)), to: 'searching' });
    const { done } = await inBulk(manager, [caseId], (one) =>
      assignUnseen(manager, { caseId: one, assigneeId: manager.staffId, note: '' }),
    );
    expect(done).toBe(1);
  });
});
