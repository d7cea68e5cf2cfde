/** Reading tasks: one's own, those set for others, those about a case. */
import { and, asc, desc, eq, gte, isNotNull, isNull, ne, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import * as z from 'zod/mini';
import { cases, staff, tasks } from '@/db/schema';
import { staffIdOf } from '../access';
import { now } from '../clock';
import { query } from '../command';
import { read } from '../database';
import { id, whole } from '../input';
import { addDays, dayOf, startOfDay } from '../working-days';

export type TaskLine = {
  taskId: string;
  text: string;
  /** Museum day. */
  dueOn: string;
  setAt: number;
  doneAt: number | null;
  assigneeId: string;
  assignee: string;
  setById: string;
  setBy: string;
  doneBy: string | null;
  /** The case it is about. */
  about: { caseId: string; number: number; surname: string; givenName: string; patronymic: string } | null;
};

/** The most lines of one list. */
const most = 200;
/** Days for which what was done can still be seen among one's own tasks, and opened again there. */
const doneFor = 14;

/**
 * The tasks of whoever asks: `open` by the day they are due, `done` in the last 14 days with the newest first, and `forOthers`: open
 * tasks they set for colleagues.
 */
export const myTasks = query('task.write', z.strictObject({}), async (_, actor) => {
  const me = staffIdOf(actor);
  const since = startOfDay(addDays(dayOf(now()), -doneFor));
  return {
    open: await lines(and(eq(tasks.assigneeId, me), isNull(tasks.doneAt)), [asc(tasks.dueOn), asc(tasks.setAt)]),
    done: await lines(and(eq(tasks.assigneeId, me), gte(tasks.doneAt, since)), [desc(tasks.doneAt)]),
    forOthers: await lines(and(eq(tasks.setBy, me), ne(tasks.assigneeId, me), isNull(tasks.doneAt)), [
      asc(tasks.dueOn),
      asc(tasks.setAt),
    ]),
  };
});

/** Open tasks of whoever asks, by the day they are due. */
export const openTasks = query(
  'task.write',
  z.strictObject({ limit: z._default(whole(1, most), most) }),
  async ({ limit }, actor): Promise<TaskLine[]> =>
    lines(and(eq(tasks.assigneeId, staffIdOf(actor)), isNull(tasks.doneAt)), [asc(tasks.dueOn)], limit),
);

/** The tasks about a case: the open ones by day, then those done, the newest first. */
export const tasksOfCase = query(
  'case.read',
  z.strictObject({ caseId: id() }),
  async ({ caseId }): Promise<TaskLine[]> => [
    ...(await lines(and(eq(tasks.caseId, caseId), isNull(tasks.doneAt)), [asc(tasks.dueOn), asc(tasks.setAt)])),
    ...(await lines(and(eq(tasks.caseId, caseId), isNotNull(tasks.doneAt)), [desc(tasks.doneAt)])),
  ],
);

async function lines(where: SQL | undefined, order: SQL[], limit = most): Promise<TaskLine[]> {
  const assignee = alias(staff, 'assignee');
  const setter = alias(staff, 'setter');
  const doer = alias(staff, 'doer');
  const rows = await read()
    .select({
      task: tasks,
      assignee: assignee.name,
      setBy: setter.name,
      doneBy: doer.name,
      number: cases.number,
      surname: cases.surname,
      givenName: cases.givenName,
      patronymic: cases.patronymic,
    })
    .from(tasks)
    .innerJoin(assignee, eq(assignee.id, tasks.assigneeId))
    .innerJoin(setter, eq(setter.id, tasks.setBy))
    .leftJoin(doer, eq(doer.id, tasks.doneBy))
    .leftJoin(cases, eq(cases.id, tasks.caseId))
    .where(where)
    .orderBy(...order, asc(tasks.id))
    .limit(limit);
  return rows.map(({ task, number, surname, givenName, patronymic, ...names }) => ({
    taskId: task.id,
    text: task.text,
    dueOn: task.dueOn,
    setAt: task.setAt,
    doneAt: task.doneAt,
    assigneeId: task.assigneeId,
    setById: task.setBy,
    ...names,
    about:
      task.caseId && number !== null
        ? {
            caseId: task.caseId,
            number,
            surname: surname ?? '',
            givenName: givenName ?? '',
            patronymic: patronymic ?? '',
          }
        : null,
  }));
}
