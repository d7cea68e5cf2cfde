/** Many cases at once: what a guard refuses stays where it is and is named with the reason; the others are done. */
import type { Page } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { hasNoBarriers } from './fixtures/applying';
import { openFromGraveList, unfold } from './fixtures/cases';
import { member, readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { bulk } = ru.queue;

test('ticked cases are assigned, moved and given a task, each under its own guards', async ({ page }, { project }) => {
  test.setTimeout(400_000);
  const surname = `Көпшілікбаев${Date.now()}`;
  await signIn(page, 'manager');
  const paths = [await openFromGraveList(page, surname, 'Асан'), await openFromGraveList(page, surname, 'Үсен')];
  const [first = '', second = ''] = paths.map((path) => path.split('/').at(-1) ?? '');
  const list = `/ru/desk/cases?text=${encodeURIComponent(surname)}`;
  const row = (column: string, caseId: string) =>
    readRegister<{ value: string | null }>(`SELECT ${column} AS value FROM cases WHERE id = ?`, caseId)[0]?.value;

  await page.goto(list);
  await expect(page.getByRole('row')).toHaveCount(3);
  await tickAll(page);
  await unfold(page, bulk.assign);
  const assign = page.locator('#assign-many');
  await assign.locator('[name="assigneeId"]').selectOption(member('researcher').id);
  await assign.getByRole('button', { name: bulk.assignSubmit, exact: true }).click();
  await expect(assign.getByRole('status')).toContainText('Сделано: 2 розыска.');
  expect([row('assignee_id', first), row('assignee_id', second)]).toEqual(Array(2).fill(member('researcher').id));

  // One of the two alone, then both: the first is where it should go already.
  await page.goto(list);
  await page.getByRole('checkbox', { name: 'Асан' }).check();
  await move(page, 'checking');
  await expect(page.locator('#move-many').getByRole('status')).toContainText('Сделано: 1 розыск.');
  await page.goto(list);
  await tickAll(page);
  await move(page, 'checking');
  const said = page.locator('#move-many').getByRole('status');
  await expect(said).toContainText('Сделано: 1 розыск. Не сделано: 1.');
  await expect(said.getByRole('listitem')).toHaveText([`№ ${row('number', first)}: ${ru.errors.case['no-such-move']}`]);
  expect([row('status', first), row('status', second)]).toEqual(['checking', 'checking']);
  await hasNoBarriers(page);

  // None can go on watch: every one is named with what is missing.
  await page.goto(list);
  await tickAll(page);
  await move(page, 'on-watch');
  const refusal = page.locator('#move-many').getByRole('alert');
  await expect(refusal).toContainText(`№ ${row('number', first)}:`);
  await expect(refusal).toContainText(`№ ${row('number', second)}:`);
  expect(row('status', first)).toBe('checking');

  await page.goto(list);
  await tickAll(page);
  await unfold(page, bulk.task);
  const task = page.locator('#task-many');
  const text = `Свериться со списком ${project.name} ${Date.now()}`;
  await task.locator('[name="text"]').fill(text);
  await task.locator('[name="assigneeId"]').selectOption(member('researcher').id);
  await task.getByRole('button', { name: bulk.taskSubmit, exact: true }).click();
  await expect(task.getByRole('status')).toContainText('Сделано: 2 розыска.');

  // A researcher moves own cases only: a stranger's is refused by the same rule as on its page.
  await signIn(page, 'researcher2');
  await page.goto(list);
  await tickAll(page);
  await move(page, 'searching');
  await expect(page.locator('#move-many').getByRole('alert')).toContainText(ru.errors.access['not-yours']);
  await signIn(page, 'researcher');
  await page.goto('/ru/desk');
  await expect(page.getByRole('row').filter({ hasText: text })).toHaveCount(2);
});

async function tickAll(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: bulk.tickAll }).check();
}

async function move(page: Page, to: string): Promise<void> {
  await unfold(page, bulk.move);
  await page.locator('#move-many [name="to"]').selectOption(to);
  await page.locator('#move-many').getByRole('button', { name: bulk.submit, exact: true }).click();
}
