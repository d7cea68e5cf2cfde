/**
 * A researcher works through the checklist of a case: logs what was searched, takes one back, pastes a card that becomes a record and
 * evidence; the case goes on watch when the list is complete and not before.
 */
import type { Page } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { checklist, outcome, paste, sources: source } = ru;

/** The published facts of one card, under a number of its own for each project: both run on one register. */
const card = (number: string) => `ID ${number}
Фамилия Коляда
Имя Трофим
Отчество Петрович
Дата рождения/Возраст __.__.1902
Место рождения Ставропольский край, Курсавский р-н, В, Джелга
Дата и место призыва Мамовский ГВК
Причина выбытия убит
Первичное место захоронения Крымская АССР, выс. 66.3, восточные скаты
Название источника донесения ЦАМО
Номер описи источника информации 1948
Номер дела источника информации 22/2
Вид документа список захоронения`;
const citation = 'ЦАМО, оп. 1948, д. 22/2';

test('the checklist is worked through, a card becomes evidence, and the case goes on watch', async ({ page }, {
  project,
}) => {
  test.setTimeout(400_000);
  await signIn(page, 'researcher');
  const casePath = await openCase(page);
  for (const status of ['checking', 'searching'] as const) await move(page, casePath, status);

  await page.goto(casePath);
  await page.locator('#searched').getByRole('link', { name: checklist.open }).click();
  await expect(page).toHaveURL(/\/checklist$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(checklist.title);
  await expect(page.locator('main')).toContainText('проверено 0 из 12');

  // A search at the site itself, the name filled in for every spelling.
  const naroda = page.locator('#source-pamyat-naroda');
  const search = naroda.getByRole('link', { name: /^Коляда Трофим/ }).first();
  await expect(search).toHaveAttribute('href', /^https:\/\/pamyat-naroda\.ru\/heroes\/\?.*last_name=%D0%9A/);
  await expect(search).toHaveAttribute('rel', 'noreferrer');
  await expect(search).toHaveAttribute('target', '_blank');

  // "Could not be searched" says why.
  const book = page.locator('#source-books-of-memory');
  await log(page, 'books-of-memory', outcome.impossible);
  await expect(book.getByRole('alert').first()).toContainText('Напишите почему');
  await book.getByLabel(checklist.why).fill('Нужного тома нет в библиотеке.');
  await book.getByRole('button', { name: checklist.logSubmit }).click();
  await expect(book.getByRole('list', { name: checklist.searchedHere })).toContainText(
    'Нужного тома нет в библиотеке.',
  );
  await expect(page.locator('main')).toContainText('проверено 1 из 12');

  // Logged by mistake, and taken back.
  const awards = page.locator('#source-podvig-naroda');
  await awards.getByRole('button', { name: checklist.nothing }).click();
  await expect(page.locator('main')).toContainText('проверено 2 из 12');
  await awards.getByRole('button', { name: checklist.takeBack }).click();
  await expect(awards).toContainText(checklist.takenBack);
  await expect(page.locator('main')).toContainText('проверено 1 из 12');

  await refusedOnWatch(page, casePath);

  // One kind of documents does not finish a source.
  const loss = page.locator('#source-obd-memorial');
  await page.goto(`${casePath}/checklist`);
  await log(page, 'obd-memorial', outcome.nothing, 'Приказы об исключении из списков');
  await expect(loss).toContainText(checklist.partly);
  await expect(page.locator('main')).toContainText('проверено 1 из 12');

  const number = project.name === 'phone' ? '85849317' : '85849307';
  await pasteCard(page, casePath, card(number));
  await page.getByLabel(paste.attach).check();
  await expect(page.getByLabel(paste.citation)).toHaveValue(citation);
  await page.getByLabel(paste.states).fill('Убит, похоронен на высоте 66,3.');
  await page.getByRole('button', { name: paste.keep, exact: true }).click();
  await page.waitForURL(/\/desk\/cases\/[0-9a-f-]{36}#evidence/);
  await expect(page.locator('#evidence')).toContainText(citation);
  await page.goto(`${casePath}/checklist`);
  await expect(loss.getByRole('list', { name: checklist.searchedHere })).toContainText(outcome.found);
  await expect(page.locator('main')).toContainText('проверено 2 из 12');

  // The same card under its other number is known.
  await pasteCard(page, casePath, card(String(Number(number) + 500_000_000)));
  await expect(page.locator('main')).toContainText(paste.knownTitle);
  await page.getByRole('link', { name: paste.toKnown }).click();
  await expect(page.locator('#as-written')).toContainText('список захоронения');
  await expect(page.locator('main')).toContainText(`ID ${number}`);

  await refusedOnWatch(page, casePath);
  await page.goto(`${casePath}/checklist`);
  for (let done = 2; done < 12; done++) {
    await page.getByRole('button', { name: checklist.nothing }).first().click();
    await expect(page.locator('main')).toContainText(`проверено ${done + 1} из 12`);
  }
  await expect(page.locator('main')).toContainText(checklist.complete);
  await move(page, casePath, 'on-watch');
  await expect(page.locator('main')).toContainText('На контроле');
});

test('a manager puts a source elsewhere on the list @desktop', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, 'manager');
  await page.goto('/ru/desk/sources');
  const rows = page.getByRole('table').getByRole('row');
  await rows.filter({ hasText: 'Паспорта воинских захоронений' }).getByRole('link').click();
  await page.getByLabel(source.orderField).fill('9');
  await page.getByRole('button', { name: source.orderSubmit }).click();
  await expect(page.locator('#order').getByRole('status')).not.toBeEmpty();
  await page.goto('/ru/desk/sources');
  await expect(rows.nth(9)).toContainText('Паспорта воинских захоронений');
  await rows.nth(9).getByRole('link').click();
  await page.getByLabel(source.orderField).fill('10');
  await page.getByRole('button', { name: source.orderSubmit }).click();
  await expect(page.locator('#order').getByRole('status')).not.toBeEmpty();
});

/** Opens a case that began from a list of graves, and takes it. */
async function openCase(page: Page): Promise<string> {
  await page.goto('/ru/desk/cases/new');
  await page.locator('[name="origin"]').first().waitFor();
  const origin = page.locator('select[name="origin"]');
  if ((await origin.count()) > 0) await origin.selectOption('grave-list');
  else await page.locator('[name="origin"][value="grave-list"]').check();
  await page.locator('[name="surname"]').fill('Коляда');
  await page.locator('[name="givenName"]').fill('Трофим');
  await page.locator('[name="patronymic"]').fill('Петрович');
  await page.locator('[name="birth"]').fill('1902');
  await page.getByRole('button', { name: 'Открыть розыск' }).click();
  await page.waitForURL(/\/ru\/desk\/cases\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Взять розыск' }).click();
  await expect(page.locator('main')).toContainText('Ответственный:');
  return new URL(page.url()).pathname;
}

async function move(page: Page, casePath: string, status: keyof typeof ru.status): Promise<void> {
  await page.goto(casePath);
  await page.locator('summary', { hasText: ru.case.steps.move }).first().click();
  await page.locator(`[name="to"][value="${status}"]`).check();
  await page.getByRole('button', { name: ru.case.steps.moveSubmit }).click();
  await expect(page.locator('main')).toContainText(ru.status[status]);
}

async function refusedOnWatch(page: Page, casePath: string): Promise<void> {
  await page.goto(casePath);
  await page.locator('summary', { hasText: ru.case.steps.move }).first().click();
  await page.locator('[name="to"][value="on-watch"]').check();
  await page.getByRole('button', { name: ru.case.steps.moveSubmit }).click();
  await expect(page.getByRole('alert').first()).toContainText(ru.errors.guard['checklist-complete']);
}

/** Logs an outcome at one source; a kind of documents is ticked by its name. */
async function log(page: Page, sourceKey: string, said: string, part = ''): Promise<void> {
  const place = page.locator(`#source-${sourceKey}`);
  const form = place.locator('details', { has: page.locator('summary', { hasText: checklist.log }) });
  if (!(await form.evaluate((element) => (element as HTMLDetailsElement).open)))
    await form.locator('summary').first().click();
  await form.getByLabel(said, { exact: true }).check();
  if (part) await form.getByLabel(part, { exact: true }).check();
  await form.getByRole('button', { name: checklist.logSubmit }).click();
}

async function pasteCard(page: Page, casePath: string, text: string): Promise<void> {
  await page.goto(`${casePath}/checklist`);
  await page.getByRole('link', { name: checklist.found }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(paste.title);
  await page.getByLabel(paste.text).fill(text);
  await page.getByLabel(paste.source).selectOption('obd-memorial');
  await page.getByRole('button', { name: paste.look, exact: true }).click();
  await expect(page.getByRole('heading', { name: paste.readTitle })).toBeVisible();
  await expect(page.locator('main dl')).toContainText(['Коляда']);
}
