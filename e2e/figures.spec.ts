/** The museum's figures of January 2020 come out alike everywhere they are shown. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readWorkbook } from '../domain/takeover/reading/workbook';
import ru from '../messages/ru.json' with { type: 'json' };
import { registerFile, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const day = '2020-01-31';
const today = { RU: 38, HU: 4, DE: 2, LV: 2, BY: 1, PL: 1 };
const reported = { SU: 41, HU: 4, DE: 2, PL: 1 };
const inRussian: Record<string, string> = {
  RU: 'Россия',
  HU: 'Венгрия',
  DE: 'Германия',
  LV: 'Латвия',
  BY: 'Беларусь',
  PL: 'Польша',
  SU: 'СССР',
};

type Figures = { applications: number; established: number; countries: { country: string; count: number }[] };
const byCountry = (figures: Figures) =>
  Object.fromEntries(figures.countries.map(({ country, count }) => [country, count]));

test('command line, API, public page and manager’s page say the same @desktop', async ({ page, request }) => {
  for (const asReported of [false, true]) {
    const wanted = asReported ? reported : today;
    const api = await request.get(`/api/v1/statistics/burials-by-country?at=${day}&as-reported=${asReported}`);
    const answer = (await api.json()) as Figures;
    expect([answer.applications, answer.established]).toEqual([556, 48]);
    expect(byCountry(answer)).toEqual(wanted);

    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        '--import',
        'tsx',
        'scripts/izdeu.ts',
        'stats',
        'burials-by-country',
        '--at',
        day,
        ...(asReported ? ['--as-reported'] : []),
      ],
      { env: { ...process.env, DEMO_FILE: registerFile() } },
    );
    const printed = JSON.parse(stdout) as Figures;
    expect([printed.applications, printed.established]).toEqual([556, 48]);
    expect(byCountry(printed)).toEqual(wanted);

    await page.goto(`/ru/burials?at=${day}${asReported ? '&as=reported' : ''}`);
    const main = page.locator('main');
    await expect(main.locator('dd').nth(0)).toHaveText('556');
    await expect(main.locator('dd').nth(1)).toHaveText('48');
    await expectRows(page, wanted);

    const csv = await (
      await request.get(`/api/v1/statistics/burials-by-country.csv?at=${day}&as-reported=${asReported}`)
    ).text();
    for (const [country, count] of Object.entries(wanted)) expect(csv).toContain(`${day},${country},${count}`);
  }
  const wrong = await request.get('/api/v1/statistics/burials-by-country?at=31.02.2020');
  expect(wrong.status()).toBe(400);

  await signIn(page, 'manager');
  await page.goto(`/ru/desk/statistics?at=${day}`);
  await expect(page.locator('main dd').nth(0)).toHaveText('556');
  await expect(page.locator('main dd').nth(1)).toHaveText('48');
  await expectRows(page, today);
  await expectRows(page, reported);
});

test('screen, files, cases, map and report of a manager say the same @desktop', async ({ page, request }) => {
  test.setTimeout(300_000);
  const key = 'burials-by-country';
  // Files are for everybody; in words, the total last.
  const csv = await (await request.get(`/api/v1/statistics/${key}.csv?at=${day}&language=ru`)).text();
  for (const [country, count] of Object.entries(today)) expect(csv).toContain(`${inRussian[country]},${count},`);
  expect(csv).toContain(`${ru.statistics.totalRow},48,`);
  const book = readWorkbook(await (await request.get(`/api/v1/statistics/${key}.xlsx?at=${day}&language=ru`)).body());
  const cells = book[0]?.rows.map((row) => row.cells.slice(0, 2)) ?? [];
  for (const [country, count] of Object.entries(today))
    expect(cells).toContainEqual([inRussian[country], String(count)]);
  expect(cells.at(-1)).toEqual([ru.statistics.totalRow, '48']);
  // What is for managers is for nobody else.
  expect((await request.get('/api/v1/statistics/overdue')).status()).toBe(401);
  expect((await request.get('/api/v1/statistics/no-such-thing')).status()).toBe(404);

  await signIn(page, 'manager');
  await page.goto(`/ru/desk/statistics/${key}?at=31.01.2020`);
  const main = page.locator('main');
  await expect(main).toContainText(ru.statistic[key].definition);
  for (const [country, count] of Object.entries(today)) await expectRow(page, [inRussian[country] ?? '', count]);
  await expectRow(page, [ru.statistics.totalRow, 48]);
  // Sorted by its address.
  await main.getByRole('link', { name: ru.statisticColumn.country }).click();
  await expect(page).toHaveURL(/sort=country/);
  await expect(main.getByRole('row').nth(1)).toContainText('Беларусь');
  // From a figure to the cases behind it, each a link.
  await main
    .getByRole('row', { name: /^Венгрия/ })
    .getByRole('link', { name: '4' })
    .click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(ru.statistics.casesOf);
  await expect(main.getByRole('table').getByRole('row')).toHaveCount(5);
  const oneCase = main.getByRole('table').getByRole('link').first();
  await expect(oneCase).toHaveAttribute('href', /\/desk\/cases\/[0-9a-f-]{36}$/);

  const overdue = await page.request.get('/api/v1/statistics/overdue');
  expect(((await overdue.json()) as { key: string }).key).toBe('overdue');

  await page.goto(`/ru/desk/burials/map?at=${day}`);
  for (const [country, count] of Object.entries(today)) await expectRow(page, [inRussian[country] ?? '', count]);

  const report = await madeReport(page);
  for (const [country, count] of Object.entries(today))
    expect(report).toMatch(new RegExp(`${inRussian[country]}\\s+${count}\\b`));
  expect(report).toContain('556');
  expect(report).toContain('48');
});

/** Asks for the report of January 2020 in Russian, waits for it and reads its words. */
async function madeReport(page: Page): Promise<string> {
  const main = page.locator('main');
  await page.goto('/ru/desk/statistics/reports');
  await main.getByLabel(ru.reports.ask.period).selectOption('2020-01');
  await main.getByLabel(ru.site.languages.ru, { exact: true }).check();
  await main.getByLabel(ru.reports.form.pdf).check();
  await main.getByRole('button', { name: ru.reports.ask.submit }).click();
  const file = main.getByRole('link', { name: /PDF/ }).first();
  await expect(async () => {
    await page.reload();
    await expect(file).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 120_000 });
  const bytes = await (await page.request.get((await file.getAttribute('href')) ?? '')).body();
  const document = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  return pages.join(' ').replace(/\s+/g, ' ');
}

/** A row that begins with this name and this number. */
async function expectRow(page: Page, [name, count]: [string, number]): Promise<void> {
  await expect(page.getByRole('row', { name: new RegExp(`^${name}\\s+${count}\\b`) }).first()).toBeVisible();
}

/** A row with this country and this number stands on the page. */
async function expectRows(page: Page, wanted: Record<string, number>): Promise<void> {
  for (const [country, count] of Object.entries(wanted))
    await expect(
      page.getByRole('row', { name: new RegExp(`^${inRussian[country]}\\s+${count}$`) }).first(),
      `${country} ${count}`,
    ).toBeVisible();
}
