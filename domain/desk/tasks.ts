/** Something to be done by somebody by a day; about a case, or about none. */
import { and, eq, isNull } from 'drizzle-orm';
import * as z from 'zod/mini';
import { tasks } from '@/db/schema';
import type { WriteDb } from '@/db/store';
import { staffIdOf } from '../access';
import { caseForWriting } from '../cases/moving';
import { now } from '../clock';
import { type Context, command } from '../command';
import { newId } from '../identity';
import { day, id, optionalId, requiredLine } from '../input';
import type { Actor } from '../permissions';
import { DomainError } from '../result';
import { addMonths, dayOf } from '../working-days';
import { refuseUnfit } from './colleagues';

/**
 * Sets a task for oneself or a colleague.
 * @throws DomainError at the field `dueOn`: `input.day-in-past`, or `task.too-far` when it is more than two years ahead;
 * `case.assignee-unfit` at the field `assigneeId`
 */
export const setTask = command(
  'task.write',
  z.strictObject({ caseId: optionalId(), text: requiredLine(500), dueOn: day(), assigneeId: id() }),
  async (input, context) => {
    const { actor, tx, record } = context;
    const today = dayOf(now());
    if (input.dueOn < today) throw new DomainError('input.invalid', { dueOn: 'input.day-in-past' });
    if (input.dueOn > addMonths(today, 24)) throw new DomainError('input.invalid', { dueOn: 'task.too-far' });
    await refuseUnfit(input.assigneeId);
    if (input.caseId) await caseForWriting(tx, input.caseId);
    const taskId = newId();
    await tx.insert(tasks).values({
      id: taskId,
      caseId: input.caseId ?? null,
      text: input.text,
      dueOn: input.dueOn,
      assigneeId: input.assigneeId,
      setBy: staffIdOf(actor),
      setAt: now(),
    });
    record({
      kind: 'task.set',
      caseId: input.caseId,
      subjectId: taskId,
      data: { taskId, assigneeId: input.assigneeId },
    });
    return { taskId };
  },
);

/** Says that a task is done: whoever has it, whoever set it, or a manager. @throws DomainError `task.not-open`, `task.not-yours` */
export const finishTask = command('task.write', z.strictObject({ taskId: id() }), async ({ taskId }, context) => {
  await turn(context, taskId, true);
});

/** Opens a task again that was said to be done. @throws DomainError `task.not-done`, `task.not-yours` */
export const reopenTask = command('task.write', z.strictObject({ taskId: id() }), async ({ taskId }, context) => {
  await turn(context, taskId, false);
});

async function turn({ actor, tx, record }: Context, taskId: string, done: boolean): Promise<void> {
  const row = await taskForWriting(tx, taskId, actor);
  if ((row.doneAt !== null) === done) throw new DomainError(done ? 'task.not-open' : 'task.not-done');
  await tx
    .update(tasks)
    .set(done ? { doneAt: now(), doneBy: staffIdOf(actor) } : { doneAt: null, doneBy: null })
    .where(and(eq(tasks.id, taskId), done ? isNull(tasks.doneAt) : undefined));
  record({
    kind: done ? 'task.done' : 'task.reopened',
    caseId: row.caseId ?? undefined,
    subjectId: taskId,
    data: { taskId },
  });
}

async function taskForWriting(tx: WriteDb, taskId: string, actor: Actor): Promise<typeof tasks.$inferSelect> {
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, taskId));
  if (!row) throw new DomainError('task.not-found');
  const me = staffIdOf(actor);
  if (row.assigneeId !== me && row.setBy !== me && actor.role !== 'manager') throw new DomainError('task.not-yours');
  return row;
}
