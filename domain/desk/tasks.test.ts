import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atMoment, now } from '../clock';
import { anApplication } from '../testing/applications';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aManager, anAdministrator, aResearcher } from '../testing/factories';
import { eventsAfter, lastSeq, recordedBy, refusalOf, refusedFields } from '../testing/outcome';
import { addDays, dayOf } from '../working-days';
import { myTasks, openTasks, tasksOfCase } from './task-queries';
import { finishTask, reopenTask, setTask } from './tasks';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const today = () => dayOf(now());

describe('a task', () => {
  it('set for a colleague stands in their work until it is done, and again when it is opened again', async () => {
    const [setter, colleague] = [await aResearcher(), await aResearcher()];
    const { caseId } = await anApplication();
    const before = await lastSeq();
    const { taskId } = await setTask(setter, {
      caseId,
      text: 'Облыстық архивке қоңырау шалу',
      dueOn: today(),
      assigneeId: colleague.staffId,
    });
    const [event] = await eventsAfter(before);
    expect(event).toMatchObject({ kind: 'task.set', caseId, data: { taskId, assigneeId: colleague.staffId } });
    // The text is erasable: it never stands in an event.
    expect(JSON.stringify(event)).not.toContain('архив');

    expect(await openTasks(colleague, {})).toMatchObject([
      { taskId, text: 'Облыстық архивке қоңырау шалу', setBy: setter.name, about: { caseId } },
    ]);
    expect((await myTasks(setter, {})).forOthers).toMatchObject([{ taskId, assignee: colleague.name }]);
    expect((await myTasks(setter, {})).open).toEqual([]);

    expect(await recordedBy(() => finishTask(colleague, { taskId }))).toEqual(['task.done']);
    expect(await openTasks(colleague, {})).toEqual([]);
    expect((await myTasks(colleague, {})).done).toMatchObject([{ taskId, doneBy: colleague.name }]);
    expect(await refusalOf(finishTask(colleague, { taskId }))).toBe('task.not-open');

    expect(await recordedBy(() => reopenTask(colleague, { taskId }))).toEqual(['task.reopened']);
    expect(await openTasks(colleague, {})).toMatchObject([{ taskId, doneAt: null, doneBy: null }]);
    expect(await refusalOf(reopenTask(colleague, { taskId }))).toBe('task.not-done');
  });

  it('is ended by whoever has it, whoever set it, or a manager, and by nobody else', async () => {
    const [setter, colleague, stranger] = [await aResearcher(), await aResearcher(), await aResearcher()];
    const manager = await aManager();
    const task = { text: 'Сканерлеу', dueOn: today(), assigneeId: colleague.staffId };
    const { taskId } = await setTask(setter, task);
    expect(await refusalOf(finishTask(stranger, { taskId }))).toBe('task.not-yours');
    for (const actor of [setter, manager, colleague]) {
      await finishTask(actor, { taskId });
      expect(await refusalOf(reopenTask(stranger, { taskId }))).toBe('task.not-yours');
      await reopenTask(actor, { taskId });
    }
  });

  it('needs words, a day to come that is not far away, and somebody who can do it', async () => {
    const actor = await aResearcher();
    const task = { text: 'Сканерлеу', dueOn: today(), assigneeId: actor.staffId };
    const refused = (over: object) => refusedFields(setTask(actor, { ...task, ...over }));
    expect(await refused({ text: '  ' })).toEqual({ text: 'input.required' });
    expect(await refused({ dueOn: addDays(today(), -1) })).toEqual({ dueOn: 'input.day-in-past' });
    expect(await refused({ dueOn: addDays(today(), 800) })).toEqual({ dueOn: 'task.too-far' });
    expect(await refused({ assigneeId: (await anAdministrator()).staffId })).toEqual({
      assigneeId: 'case.assignee-unfit',
    });
    const unknown = '00000000-0000-7000-8000-000000000000';
    expect(await refusalOf(setTask(actor, { ...task, caseId: unknown }))).toBe('case.not-found');
    expect(await refusalOf(finishTask(actor, { taskId: unknown }))).toBe('task.not-found');
  });

  it('about a case is read there: open ones by their day, then what was done; none of them about another case', async () => {
    const actor = await aResearcher();
    const [{ caseId }, other] = [await anApplication(), await anApplication()];
    const set = async (text: string, inDays: number, about = caseId) => {
      const dueOn = addDays(today(), inDays);
      return (await setTask(actor, { caseId: about, text, dueOn, assigneeId: actor.staffId })).taskId;
    };
    const done = await set('бітті', 0);
    await finishTask(actor, { taskId: done });
    await set('кейін', 5);
    await set('ертең', 1);
    await set('басқа іздеу', 0, other.caseId);
    expect((await tasksOfCase(actor, { caseId })).map(({ text }) => text)).toEqual(['ертең', 'кейін', 'бітті']);
  });

  it('that was done leaves one’s list after two weeks', async () => {
    const actor = await aResearcher();
    const { taskId } = await setTask(actor, { text: 'Сканерлеу', dueOn: today(), assigneeId: actor.staffId });
    await finishTask(actor, { taskId });
    const doneLater = (days: number) => atMoment(now() + days * 86_400_000, () => myTasks(actor, {}));
    expect((await doneLater(13)).done).toHaveLength(1);
    expect((await doneLater(15)).done).toHaveLength(0);
  });
});
