/** A researcher brings a record file in and looks a man up in it; what cannot be read is refused. */
import { readFile } from 'node:fs/promises';
import { hasNoBarriers } from './fixtures/applying';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const cards = 'e2e/fixtures/obd-cards.csv';

test.describe('the archive index', () => {
  test.beforeEach(async ({ page }) => signIn(page, 'researcher'));

  test('takes a card list in, and finds a man in it', async ({ page }) => {
    await page.goto('/ru/desk/imports');
    await page.getByLabel('Файл с записями').setInputFiles(cards);
    await page.getByLabel('Источник').selectOption('obd-memorial');
    await page.getByRole('button', { name: 'Посмотреть файл' }).click();
    await page.waitForURL(/\/ru\/desk\/imports\/[0-9a-f-]{36}$/);
    await expect(page.getByText('список карточек ОБД «Мемориал»')).toBeVisible();
    await expect(page.getByLabel('Фамилия', { exact: true })).toContainText('last_name');
    await page.getByRole('button', { name: 'Начать загрузку' }).click();
    await expect(page.getByText('завершена')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('Прочитано', { exact: true }).locator('xpath=..')).toHaveText(/25$/);
    await expect(page.getByText('Отклонённых строк нет.')).toBeVisible();

    await page.goto('/ru/desk/archive');
    await page.getByLabel('Кого или что ищем').fill('тараненко яков 1914');
    await page.getByRole('button', { name: 'Искать' }).click();
    await page.waitForURL(/logged=yes/);
    await page.getByRole('link', { name: 'Тараненко Яков Иванович' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Тараненко Яков Иванович');
    await expect(page.getByText('__.__.1914').first()).toBeVisible();
    await expect(page.getByText('EDTF 1914')).toBeVisible();
    await expect(page.getByText('ф. 58, оп. 818883, д. 1631')).toBeVisible();
    await expect(page.getByRole('link', { name: /obd-memorial\.ru/ })).toHaveAttribute('rel', 'noreferrer');
  });

  test('shows what a file of unknown layout holds, takes it as mapped by hand, and tells what was left out', async ({
    page,
  }) => {
    await page.goto('/ru/desk/imports');
    await page.getByLabel('Файл с записями').setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Кто;Имя;Год\nСарсенбин;Ергали;1915\n;;1916\nИванов;Иван\n'),
    });
    await page.getByLabel('Источник').selectOption('own-register');
    await page.getByRole('button', { name: 'Посмотреть файл' }).click();
    await page.waitForURL(/\/ru\/desk\/imports\/[0-9a-f-]{36}$/);
    await expect(page.getByText('точка с запятой')).toBeVisible();
    await hasNoBarriers(page);
    await page.getByRole('button', { name: 'Начать загрузку' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Выберите хотя бы один столбец');
    await page.getByLabel('Фамилия', { exact: true }).selectOption({ label: 'Кто (Сарсенбин)' });
    await page.getByLabel('Имя', { exact: true }).selectOption({ label: 'Имя (Ергали)' });
    await page.getByRole('button', { name: 'Показать с изменениями' }).click();
    await page.waitForURL(/tried=/);
    await expect(page.locator('#sample')).toContainText('Сарсенбин');
    await page.getByRole('button', { name: 'Начать загрузку' }).click();
    await expect(page.getByText('завершена')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('#rejected')).toContainText('Нет ни фамилии, ни имени, ни отчества.');
    await expect(page.locator('#rejected')).toContainText('2 / 3');
    await hasNoBarriers(page);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Скачать в CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^rejected-.*\.csv$/);
    const rejected = await readFile(await file.path(), 'utf8');
    expect(rejected).toContain('1916');
    expect(rejected).not.toContain('Сарсенбин');
  });

  test('stops an import that is not begun', async ({ page }) => {
    await page.goto('/ru/desk/imports');
    await page.getByLabel('Файл с записями').setInputFiles(cards);
    await page.getByLabel('Источник').selectOption('podvig-naroda');
    await page.getByRole('button', { name: 'Посмотреть файл' }).click();
    await page.waitForURL(/\/ru\/desk\/imports\/[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'Остановить загрузку' }).click();
    await expect(page.getByText('остановлена', { exact: true })).toBeVisible();
  });

  test('refuses a picture that calls itself a table, and no file at all', async ({ page }) => {
    await page.goto('/ru/desk/imports');
    const before = importCount();
    await page.getByLabel('Источник').selectOption('obd-memorial');
    await page.getByRole('button', { name: 'Посмотреть файл' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Файл не выбран');

    const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), Buffer.alloc(3000, 7)]);
    const field = page.getByLabel('Файл с записями');
    await field.setInputFiles({ name: 'cards.csv', mimeType: 'text/csv', buffer: picture });
    await page.getByRole('button', { name: 'Посмотреть файл' }).click();
    await expect(page.getByRole('alert').first()).toContainText('PNG');
    await expect(page.getByLabel('Источник')).toHaveValue('obd-memorial');
    expect(importCount()).toBe(before);
  });

  test('says that a file is too large before it is sent', async ({ page }) => {
    await page.goto('/ru/desk/imports');
    await page.getByLabel('Источник').selectOption('obd-memorial');
    const buffer = Buffer.alloc(20_000_001, 'a');
    await page.getByLabel('Файл с записями').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Посмотреть файл' }).click();
    await expect(page.getByText('Файл больше 20 МБ')).toBeVisible();
    await expect(page.getByLabel('Источник')).toHaveValue('obd-memorial');
  });

  test('logs a lookup that finds nothing', async ({ page }) => {
    await page.goto('/ru/desk/archive');
    const before = emptyLookups();
    await page.getByLabel('Кого или что ищем').fill('Ъъъъ');
    await page.getByRole('button', { name: 'Искать' }).click();
    await expect(page.getByText('Ничего не найдено')).toBeVisible();
    await expect(page.getByText('Что искали: Ъъъъ.')).toBeVisible();
    await expect(page.getByText('Поиск без результата тоже записан в журнал.')).toBeVisible();
    expect(emptyLookups()).toBeGreaterThan(before);
  });
});

test('a manager withdraws an import whole, and is told beforehand what stands against it', async ({ page }) => {
  await signIn(page, 'manager');
  await page.goto('/ru/desk/imports');
  await page.getByLabel('Файл с записями').setInputFiles({
    name: 'to-withdraw.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('source_record_id,surname,given_name\nwithdraw-1,Жаңабергенов,Сейіт\n'),
  });
  await page.getByLabel('Источник').selectOption('books-of-memory');
  await page.getByRole('button', { name: 'Посмотреть файл' }).click();
  await page.getByRole('button', { name: 'Начать загрузку' }).click();
  await expect(page.getByText('завершена')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Отозвать загрузку' }).click();
  await expect(page.getByText('отозвана', { exact: true })).toBeVisible({ timeout: 30_000 });

  // An import of the demonstration on which cases rest names them, with their addresses.
  const [used] = readRegister<{ id: string; caseId: string }>(
    `SELECT i.id, e.case_id AS caseId FROM evidence e JOIN archive_records r ON r.id = e.record_id
     JOIN imports i ON i.number = r.import_number WHERE e.removed_at IS NULL LIMIT 1`,
  );
  await page.goto(`/ru/desk/imports/${used?.id}`);
  await expect(page.locator(`#withdraw a[href*="${used?.caseId}"]`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Отозвать загрузку' })).toHaveCount(0);
});

const importCount = () =>
  readRegister<{ n: number }>("SELECT count(*) n FROM imports WHERE file_name = 'cards.csv'")[0]?.n;

const emptyLookups = () =>
  readRegister<{ n: number }>(
    "SELECT count(*) n FROM events WHERE kind = 'lookup.made' AND data = '{\"results\":0}'",
  )[0]?.n ?? 0;
