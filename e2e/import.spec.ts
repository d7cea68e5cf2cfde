/** A researcher brings a record file in and looks a man up in it; what cannot be read is refused. */
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const cards = 'e2e/fixtures/obd-cards.csv';

test.describe('the archive index', () => {
  test.beforeEach(async ({ page }) => signIn(page, 'researcher'));

  test('takes a card list in, and finds a man in it', async ({ page }) => {
    await page.goto('/ru/desk/imports');
    await page.getByLabel('Файл с записями').setInputFiles(cards);
    await page.getByLabel('Источник').selectOption('obd-memorial');
    await page.getByRole('button', { name: 'Загрузить' }).click();
    await page.waitForURL(/\/ru\/desk\/imports\/[0-9a-f-]{36}$/);
    await expect(page.getByText('завершена')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Прочитано', { exact: true }).locator('xpath=..')).toHaveText(/25$/);
    await expect(page.getByText('Отклонённых строк нет.')).toBeVisible();

    await page.goto('/ru/desk/archive');
    await page.getByLabel('Любая часть имени').fill('тараненко яков');
    await page.getByLabel('Год рождения').fill('1914');
    await page.getByRole('button', { name: 'Искать' }).click();
    await page.waitForURL(/logged=yes/);
    await page.getByRole('link', { name: 'Тараненко Яков Иванович' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Тараненко Яков Иванович');
    await expect(page.getByText('__.__.1914').first()).toBeVisible();
    await expect(page.getByText('EDTF 1914')).toBeVisible();
    await expect(page.getByText('ф. 58, оп. 818883, д. 1631')).toBeVisible();
    await expect(page.getByRole('link', { name: /obd-memorial\.ru/ })).toHaveAttribute('rel', 'noreferrer');
  });

  test('refuses a picture that calls itself a table, and no file at all', async ({ page }) => {
    await page.goto('/ru/desk/imports');
    const before = importCount();
    await page.getByLabel('Источник').selectOption('obd-memorial');
    await page.getByRole('button', { name: 'Загрузить' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Файл не выбран');

    const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(3000, 7)]);
    const field = page.getByLabel('Файл с записями');
    await field.setInputFiles({ name: 'cards.csv', mimeType: 'text/csv', buffer: picture });
    await page.getByRole('button', { name: 'Загрузить' }).click();
    await expect(page.getByRole('alert').first()).toContainText('PNG');
    await expect(page.getByLabel('Источник')).toHaveValue('obd-memorial');
    expect(importCount()).toBe(before);
  });

  test('says that a file is too large before it is sent', async ({ page }) => {
    await page.goto('/ru/desk/imports');
    await page.getByLabel('Источник').selectOption('obd-memorial');
    const buffer = Buffer.alloc(20_000_001, 'a');
    await page.getByLabel('Файл с записями').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Загрузить' }).click();
    await expect(page.getByText('Файл больше 20 МБ')).toBeVisible();
    await expect(page.getByLabel('Источник')).toHaveValue('obd-memorial');
  });

  test('logs a lookup that finds nothing', async ({ page }) => {
    await page.goto('/ru/desk/archive');
    const before = emptyLookups();
    await page.getByLabel('Любая часть имени').fill('Ъъъъ');
    await page.getByRole('button', { name: 'Искать' }).click();
    await expect(page.getByText('Ничего не найдено')).toBeVisible();
    await expect(page.getByText('Любая часть имени: Ъъъъ')).toBeVisible();
    await expect(page.getByText('Поиск без результата тоже записан в журнал.')).toBeVisible();
    expect(emptyLookups()).toBeGreaterThan(before);
  });
});

const importCount = () =>
  readRegister<{ n: number }>("SELECT count(*) n FROM imports WHERE file_name = 'cards.csv'")[0]?.n;

const emptyLookups = () =>
  readRegister<{ n: number }>(
    "SELECT count(*) n FROM events WHERE kind = 'lookup.made' AND data = '{\"results\":0}'",
  )[0]?.n ?? 0;
