/**
 * The main job, end to end: a relative applies in Kazakh on a phone; a researcher finds the record and proposes; a manager names
 * the country and confirms; the relative reads where he lies.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'kk-KZ' };
const screen = { viewport: { width: 1440, height: 900 }, locale: 'ru-RU' };

test('from a relative’s application to the burial in the manager’s table @desktop', async ({ browser, complaints }) => {
  test.setTimeout(240_000);
  const relative = await watched(browser, phone, complaints);
  const { reference, code } = await apply(relative);
  await follow(relative, reference, code);
  await expect(relative.getByRole('heading', { level: 1 })).toContainText('Өтінішіңіз қабылданды');

  const researcher = await watched(browser, screen, complaints);
  await signIn(researcher, 'researcher');
  const casePath = await takeUp(researcher);
  await importCards(researcher);
  await lookUpAndAttach(researcher, casePath);
  await propose(researcher, casePath);

  const manager = await watched(browser, screen, complaints);
  await signIn(manager, 'manager');
  await confirm(manager, casePath);

  await relative.reload();
  await expect(relative.getByRole('heading', { level: 1 })).toContainText('жерленген жері');
  await expect(relative.locator('main')).toContainText('Арма-Эли');
  await shot(relative, '12-relative-result');
});

async function watched(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0],
  complaints: string[],
): Promise<Page> {
  const context: BrowserContext = await browser.newContext(options);
  context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  context.on('weberror', (error) => complaints.push(String(error.error())));
  return context.newPage();
}

/** Pictures to be looked at, when a folder is named. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

async function apply(page: Page): Promise<{ reference: string; code: string }> {
  await page.goto('/kk/apply');
  await page
    .getByRole('button', { name: 'Өтінішті бастау' })
    .or(page.getByRole('link', { name: 'Өтінішті бастау' }))
    .click();
  await page.getByLabel('Тегі', { exact: true }).fill('Тараненко');
  await page.getByLabel('Аты', { exact: true }).fill('Яков');
  await page.locator('[name="patronymic.unknown"]').check();
  await page.locator('[name="birth"]').fill('1914');
  await page.locator('[name="birthPlace"]').fill('Қазақ КСР');
  await shot(page, '01-relative-soldier');
  const go = () => page.getByRole('button', { name: 'Жалғастыру', exact: true }).click();
  await go();
  await expect(page).toHaveURL(/\/apply\/service/);
  await page.locator('[name="rank"]').fill('лейтенант');
  await go();
  await expect(page).toHaveURL(/\/apply\/news/);
  await page.locator('[name="noticeKind"][value="missing"]').check();
  await go();
  await expect(page).toHaveURL(/\/apply\/family/);
  await page.locator('[name="parents"]').fill('Әкесі Иван, шешесі Мария');
  await go();
  await expect(page).toHaveURL(/\/apply\/search/);
  await go();
  await expect(page).toHaveURL(/\/apply\/papers/);
  await page.getByRole('link', { name: 'Қағазсыз жалғастыру' }).click();
  await expect(page).toHaveURL(/\/apply\/you/);
  await page.locator('[name="applicantName"]').fill('Сәуле Тараненко');
  await page.locator('[name="kinship"]').selectOption('grandchild');
  await page.locator('[name="telephone"]').fill('+7 701 000 00 00');
  await go();
  await expect(page).toHaveURL(/\/apply\/consents/);
  await page.locator('[name="consent-processing"]').check();
  await page.locator('[name="consent-publication"]').check();
  await shot(page, '02-relative-consents');
  await go();
  await expect(page).toHaveURL(/\/apply\/check/);
  await shot(page, '03-relative-check');
  await page.getByRole('button', { name: 'Өтінішті жіберу' }).click();
  await expect(page).toHaveURL(/\/apply\/sent/);
  await shot(page, '04-relative-sent');
  const text = (await page.locator('main').textContent()) ?? '';
  const reference = /(?<![A-Z0-9-])[A-Z0-9]{3}-[A-Z0-9]{3}(?![A-Z0-9-])/.exec(text)?.[0] ?? '';
  const code = /(?<![A-Z0-9-])[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}(?![A-Z0-9-])/.exec(text)?.[0] ?? '';
  expect(reference).not.toBe('');
  expect(code).not.toBe('');
  return { reference, code };
}

async function follow(page: Page, reference: string, code: string): Promise<void> {
  await page.goto('/kk/track');
  await page.locator('[name="reference"]').fill(reference.toLowerCase());
  await page.locator('[name="code"]').fill(code);
  await page.locator('form:has([name="code"])').getByRole('button').first().click();
  await expect(page.locator('main')).toContainText('Тараненко');
  await shot(page, '05-relative-track');
}

/** Finds the application by the name, takes the case and brings it to the search. */
async function takeUp(page: Page): Promise<string> {
  await shot(page, '06-researcher-work');
  await page.goto('/ru/desk/cases?text=Тараненко&sort=received&direction=desc');
  await page
    .getByRole('link', { name: /Тараненко/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/desk\/cases\/[0-9a-f-]{36}/);
  const path = new URL(page.url()).pathname;
  await open(page, 'Взять розыск');
  await page.getByRole('button', { name: 'Взять розыск' }).click();
  await expect(page.locator('main')).toContainText('Ответственный:');
  for (const status of ['checking', 'searching']) {
    await page.goto(path);
    await open(page, 'Изменить статус');
    await page.locator(`[name="to"][value="${status}"]`).check();
    await page.getByRole('button', { name: 'Изменить статус' }).click();
    await expect(page.locator('main')).toContainText(status === 'checking' ? 'Проверяется' : 'Ведётся поиск');
  }
  return path;
}

/** Opens the disclosure with this summary, if it is one and closed. */
async function open(page: Page, summary: string): Promise<void> {
  const details = page.locator('details', { has: page.locator('summary', { hasText: summary }) }).first();
  if ((await details.count()) > 0 && !(await details.evaluate((element) => (element as HTMLDetailsElement).open)))
    await details.locator('summary').first().click();
}

async function importCards(page: Page): Promise<void> {
  await page.goto('/ru/desk/imports');
  await page.locator('input[type="file"]').setInputFiles('e2e/fixtures/obd-cards.csv');
  await page.locator('select[name="sourceKey"]').selectOption('obd-memorial');
  await page.getByRole('button', { name: 'Посмотреть файл' }).click();
  await page.getByRole('button', { name: 'Начать загрузку' }).click();
  await expect(page).toHaveURL(/\/desk\/imports\/[0-9a-f-]{36}/);
  await expect(page.locator('main')).toContainText('завершена', { timeout: 60_000 });
  await shot(page, '07-researcher-import');
}

async function lookUpAndAttach(page: Page, casePath: string): Promise<void> {
  await page.goto(casePath);
  await page.getByRole('link', { name: 'Искать в базе записей' }).first().click();
  // What the case says stands there already.
  await expect(page.locator('[name="text"]')).toHaveValue(/Тараненко/);
  await page.locator('[name="text"]').fill('Тараненко Яков 1914');
  await page.getByRole('button', { name: 'Искать', exact: true }).click();
  await expect(page.locator('main')).toContainText('Поиск записан в журнал');
  await shot(page, '08-researcher-lookup');
  await page.locator('a[href*="/desk/archive/"]', { hasText: 'Тараненко' }).first().click();
  await expect(page.locator('main')).toContainText('51268142');
  await shot(page, '09-researcher-record');
  await page.getByRole('button', { name: 'Приложить к розыску' }).click();
  await expect(page).toHaveURL(/\/desk\/cases\//);
  await expect(page.locator('#evidence')).toContainText('818883');
}

async function propose(page: Page, casePath: string): Promise<void> {
  await page.goto(`/ru/desk/burials/new?case=${casePath.split('/').at(-1)}`);
  await page.locator('[name="reportedName"]').fill('с. Арма-Эли');
  await page.locator('[name="reportedRegion"]').fill('Крымская АССР, Ленинский р-н');
  await page.locator('[name="reportedCountry"]').selectOption('SU');
  await page.locator('[name="presentNameRu"]').fill('Арма-Эли');
  await page.locator('[name="presentNameKk"]').fill('Арма-Эли');
  await page.locator('[name="regionTodayRu"]').fill('Крым');
  await page.locator('[name="regionTodayKk"]').fill('Қырым');
  await page.getByRole('button', { name: 'Внести и вернуться к розыску' }).click();
  await expect(page).toHaveURL(/\/desk\/cases\/.*place=/);
  await open(page, 'Предложить заключение');
  await page.locator('[name="fate"]').selectOption('died-of-wounds');
  await page.locator('[name="fateDate"]').fill('18.03.1942');
  await page.locator('[name="burialKind"]').selectOption('primary');
  await page.locator('[name="burialPrecision"]').selectOption('settlement');
  await page.locator('[name="evidenceIds"]').first().check();
  await page.locator('[name="summary"]').fill('Имя, год и место рождения совпадают с карточкой.');
  await page.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(page.locator('#conclusion')).toContainText('умер от ран');
  await page.goto(casePath);
  await page.getByRole('button', { name: 'Отправить на проверку' }).click();
  await expect(page.locator('main')).toContainText('На проверке');
  await shot(page, '10-researcher-case');
}

async function confirm(page: Page, casePath: string): Promise<void> {
  await page.goto(casePath);
  await expect(page.locator('#conclusion')).toContainText('сначала нужно указать нынешнюю страну');
  await page.locator('[name="countryToday"]').selectOption('UA');
  await page.locator('form:has([name="countryToday"])').getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.locator('#conclusion')).toContainText('Украина');
  await page.goto(casePath);
  await open(page, 'Подтвердить');
  await page.getByRole('button', { name: 'Подтвердить заключение' }).click();
  await expect(page.locator('main')).toContainText('Место захоронения установлено');
  await shot(page, '11-manager-confirmed');
}
