/** A manager brings a spreadsheet of the old register in, corrects it, takes it over, undoes it; and takes the whole register out. */
import { readFile } from 'node:fs/promises';
import { readBook } from '../domain/takeover/reading/read-book';
import { hasNoBarriers } from './fixtures/applying';
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

/** Rows nobody else's journey has: the surname is made of the moment. */
const surname = `Көнетізілім${Date.now().toString(36).replace(/\d/g, 'а')}`;
const sheet = [
  '№;Түскен күні;Тегі;Аты;Туған жылы;Өтініш беруші;Туыстығы;Жағдайы;Жерленген жері;Қазіргі ел;Дереккөз',
  `1;05.03.2015;${surname};Қасым;1912;Айгүл Қасымова;немересі;Іздестіріліп жатыр;;;`,
  `2;31.02.2016;${surname};Болат;1913;Дана Болатова;қызы;Іздестіріліп жатыр;;;`,
  `3;2017 жылғы 7 сәуір;${surname};Ораз;1914;Серік Оразов;ұлы;Жерленген жері анықталды;Орёл облысы, Осинка а.;Атлантида;ЦАМО, ф. 58`,
  `4;08.09.2018;${surname}, Ахметов;Сәкен;1915;Марат Сәкенов;ұлы;Мәлімет табылмады;;;`,
].join('\n');

test.describe('the old register @desktop', () => {
  test.describe.configure({ mode: 'serial' });
  test.beforeEach(async ({ page }) => signIn(page, 'manager'));

  test('comes in with its mistakes named and corrected, and is undone as a whole', async ({ page }) => {
    test.setTimeout(180_000);
    await page.goto('/kk/desk/register');
    await hasNoBarriers(page);
    await page.getByLabel('Кесте файлы').setInputFiles({
      name: 'тізілім.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${sheet}\n`),
    });
    await page.getByRole('button', { name: 'Файлды қарау' }).click();
    await page.waitForURL(/\/kk\/desk\/register\/[0-9a-f-]{36}$/);
    const file = page.url();
    const rows = page.locator('#rows');
    await expect(rows).toContainText('мұндай күн болмайды – 31.02.2016');
    await expect(rows).toContainText('мұндай ел жоқ – Атлантида');
    await expect(rows).toContainText('бір ұяшықта екі адам');
    await expect(page.getByText('түзетуді күтеді: 3')).toBeVisible();
    await hasNoBarriers(page);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Қателерді CSV түрінде жүктеп алу' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('Атлантида');

    await page.getByRole('link', { name: '3', exact: true }).click();
    await page.getByLabel('түскен күні').fill('29.02.2016');
    await page.getByRole('button', { name: 'Түзетіп сақтау' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'жол қайта қаралды' })).toBeVisible();
    await expect(page.getByText('Файлда: 31.02.2016')).toBeVisible();
    await page.goto(file);
    await page.getByRole('link', { name: '4', exact: true }).click();
    await page.getByLabel('бүгінгі елі').fill('Ресей');
    await page.getByRole('button', { name: 'Түзетіп сақтау' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'жол қайта қаралды' })).toBeVisible();
    await page.goto(file);
    await expect(page.getByText('түзетуді күтеді: 1')).toBeVisible();
    await page.getByRole('button', { name: 'Түзетілмеген жолдардың бәрін тыс қалдыру' }).click();
    await expect(page.getByText('жерленген жері туралы бекітілген қорытынды')).toBeVisible();
    await page.getByRole('button', { name: 'Тізілімге қабылдау' }).click();
    await expect(page.getByRole('button', { name: 'Қабылдауды түгел кері қайтару' })).toBeVisible();

    await page.goto(`/kk/desk/cases?text=${encodeURIComponent(surname)}`);
    await expect(page.getByRole('table').getByText('ескі тізілімнен')).toHaveCount(3);
    await page.getByRole('link', { name: `${surname} Ораз` }).click();
    await expect(page.getByText('Ескі тізілімнен қабылданған: тізілім.csv, 4.')).toBeVisible();
    await expect(page.getByText('Мерзім есептелмейді')).toBeVisible();
    await expect(page.locator('#history')).toContainText('ескі тізілімнен қабылданды');

    await page.goto(file);
    await page.getByRole('button', { name: 'Қабылдауды түгел кері қайтару' }).click();
    await expect(page.getByText('кері қайтарылды').first()).toBeVisible();
    await page.goto(`/kk/desk/cases?text=${encodeURIComponent(surname)}`);
    await expect(page.getByText(`${surname} Ораз`)).toHaveCount(0);
    await page.goto(file);
    await page.getByText('Файлды өшіру').first().click();
    await page.getByRole('button', { name: 'Файлды өшіру' }).click();
    await page.waitForURL(/\/kk\/desk\/register$/);
  });

  test('says in a sentence why a file is refused', async ({ page }) => {
    await page.goto('/ru/desk/register');
    await page.getByLabel('Файл с таблицей').setInputFiles({
      name: 'журнал.xls',
      mimeType: 'application/vnd.ms-excel',
      buffer: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    });
    await page.getByRole('button', { name: 'Посмотреть файл' }).click();
    await expect(page.getByRole('alert').first()).toContainText('Сохраните файл как XLSX');
  });

  test('goes out whole as a workbook that can be read back', async ({ page }) => {
    await page.goto('/ru/desk/register');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Скачать в XLSX' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^izdeu-\d{4}-\d\d-\d\d\.xlsx$/);
    const tables = readBook(await readFile(await file.path()));
    expect(tables.map((table) => table.sheet)).toContain('Захоронения');
    const cases = tables.find((table) => table.sheet === 'Розыски');
    expect(cases?.rows.length).toBeGreaterThan(10);
    expect(cases?.rows[0]?.cells['Розыск №']).toBe('1');
  });
});

test('the old register is closed to researchers @desktop', async ({ page }) => {
  await signIn(page, 'researcher');
  const problems = '/api/exports/register/00000000-0000-7000-8000-000000000000/problems';
  expect((await page.request.get(problems)).status()).toBe(403);
  expect((await page.request.get('/kk/desk/register')).status()).toBe(404);
});
