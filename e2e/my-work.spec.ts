/** My work: what colleagues set and say to each other, handing over and back, the keyboard alone, a filter of one's own. */
import type { Page } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { hasNoBarriers } from './fixtures/applying';
import { openFromGraveList, unfold } from './fixtures/cases';
import { member, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { queue, shortcut, task, work } = ru;
const { steps, history } = ru.case;
const inWork = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test.beforeEach(() => {
  test.setTimeout(300_000);
});

test('a task set for a colleague stands in their work, is done, and is opened again', async ({ page }, { project }) => {
  const text = `Позвонить в архив ${project.name} ${Date.now()}`;
  await signIn(page, 'manager');
  const path = await openFromGraveList(page, `Тапсырмаев${Date.now()}`);
  const form = await unfold(page, task.set);
  await form.getByLabel(task.text).fill(text);
  await form.locator('[name="assigneeId"]').selectOption(member('researcher').id);
  await form.getByRole('button', { name: task.setSubmit }).click();
  await expect(page.locator('#tasks')).toContainText(text);
  await hasNoBarriers(page);

  await signIn(page, 'researcher');
  await page.goto('/ru/desk');
  await expect(inWork(page, text)).toContainText(work.what.task);
  await inWork(page, text).getByRole('button', { name: work.done }).click();
  await expect(inWork(page, text)).toHaveCount(0);
  await page.locator('summary').filter({ hasText: 'Выполнено сегодня' }).click();
  await page.getByRole('button', { name: text }).click();
  await expect(inWork(page, text)).toBeVisible();
  await hasNoBarriers(page);

  await page.goto('/ru/desk/tasks');
  await expect(inWork(page, text)).toBeVisible();
  await inWork(page, text).getByRole('button', { name: work.done }).click();
  await expect(page.locator('#done')).toContainText(text);
  await hasNoBarriers(page);
  await page.goto(path);
  await expect(page.locator('#history')).toContainText(ru.event['task-reopened']);
});

test('a note calls on a colleague until they have seen it @desktop', async ({ page }) => {
  const text = `Посмотрите, пожалуйста, на год рождения ${Date.now()}.`;
  await signIn(page, 'manager');
  await openFromGraveList(page, `Жазбаев${Date.now()}`);
  const form = await unfold(page, history.addNote);
  await form.locator('[name="text"]').fill(text);
  await form.getByRole('checkbox', { name: member('researcher').name, exact: true }).check();
  await form.getByRole('button', { name: history.addNoteSubmit }).click();
  await expect(page.locator('#notes')).toContainText(member('researcher').name);

  await signIn(page, 'researcher');
  await page.goto('/ru/desk');
  const line = inWork(page, text);
  await expect(line).toContainText(member('manager').name);
  await line.getByRole('link', { name: work.what.mention }).click();
  await page.waitForURL(/\/ru\/desk\/cases\/[0-9a-f-]{36}#notes/);
  await page.locator('#notes').getByRole('button', { name: work.seen }).click();
  await expect(page.locator('#notes').getByRole('button', { name: work.seen })).toHaveCount(0);
  await page.goto('/ru/desk');
  await expect(line).toHaveCount(0);
});

test('a case is handed over with a note, taken back, handed over again, and given back', async ({ page }) => {
  const surname = `Өткізбаев${Date.now()}`;
  const note = `Подольск запрошен, ждём ответа ${Date.now()}.`;
  await signIn(page, 'researcher');
  const path = await openFromGraveList(page, surname);
  await page.getByRole('button', { name: steps.take }).click();
  await expect(page.locator('main')).toContainText('Ответственный:');
  const handOver = async (withNote: string) => {
    const form = await unfold(page, steps.handOver);
    await form.getByLabel(steps.assignee).selectOption(member('researcher2').id);
    await form.getByLabel(steps.note).fill(withNote);
    await form.getByRole('button', { name: steps.handOverSubmit, exact: true }).click();
    await expect(page.locator('main')).toContainText(`Ответственный: ${member('researcher2').name}`);
  };
  await handOver('');
  await page.getByRole('button', { name: steps.takeBack }).click();
  await expect(page.locator('main')).toContainText(`Ответственный: ${member('researcher').name}`);
  await handOver(note);

  await signIn(page, 'researcher2');
  await page.goto('/ru/desk');
  await expect(inWork(page, note)).toContainText(surname);
  await page.goto(path);
  await page.locator('#notes').getByRole('button', { name: work.seen }).click();
  const giveBack = await unfold(page, steps.release);
  await giveBack.getByLabel(steps.releaseNote).fill('Ухожу в отпуск.');
  await giveBack.getByRole('button', { name: steps.releaseSubmit, exact: true }).click();
  await expect(page.getByRole('button', { name: steps.take })).toBeVisible();
  await expect(page.locator('#history')).toContainText('Ухожу в отпуск.');
  await hasNoBarriers(page);
});

test('from case to case with the keyboard alone @desktop', async ({ page }) => {
  await signIn(page, 'researcher');
  await page.goto('/ru/desk');
  const caseOf = () => /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  // The keys listen once the script is there.
  const press = async (key: string, leadsTo: RegExp) => {
    const before = page.url();
    await expect(async () => {
      if (page.url() === before) await page.keyboard.press(key);
      await page.waitForURL((url) => url.href !== before && leadsTo.test(url.pathname), { timeout: 15_000 });
    }).toPass();
    await page.waitForLoadState();
  };
  await press('n', /\/ru\/desk\/cases\/[0-9a-f-]{36}$/);
  const first = caseOf();
  // Where N lies, a Russian layout has another letter.
  await press('KeyN', /\/ru\/desk\/cases\/[0-9a-f-]{36}$/);
  expect(caseOf()).not.toBe(first);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: shortcut.title })).toBeVisible();
  await hasNoBarriers(page);
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('/');
  await page.waitForURL(/\/ru\/desk\/cases#search$/);
  const search = page.getByRole('searchbox');
  await expect(search).toBeFocused();
  // While something is typed, a key is a letter.
  await page.keyboard.type('gn?');
  await expect(search).toHaveValue('gn?');
  await expect(page).toHaveURL(/\/ru\/desk\/cases#search$/);
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: queue.view.mine, exact: true }).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await page.waitForURL(/\/ru\/desk\/tasks$/);
});

test('a filter is kept under a name of one’s own', async ({ page }, { project }) => {
  const name = `Мои по сроку ${project.name} ${Date.now()}`;
  await signIn(page, 'researcher');
  await page.goto('/ru/desk/cases?view=mine&sort=due');
  const form = await unfold(page, queue.saved.save);
  await form.getByLabel(queue.saved.name).fill(name);
  await form.getByRole('button', { name: queue.saved.saveSubmit, exact: true }).click();
  await expect(page.getByText(queue.saved.saved)).toBeVisible();
  await page.goto('/ru/desk/cases');
  await page.getByRole('link', { name }).click();
  await expect(page).toHaveURL(/view=mine&sort=due$/);
  await hasNoBarriers(page);
  await unfold(page, queue.saved.change);
  await page.getByRole('button', { name: `Удалить отбор «${name}»` }).click();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});
