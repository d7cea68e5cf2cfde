/** The museum's figures of January 2020 come out alike everywhere they are shown. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
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

/** A row with this country and this number stands on the page. */
async function expectRows(page: Page, wanted: Record<string, number>): Promise<void> {
  for (const [country, count] of Object.entries(wanted))
    await expect(
      page.getByRole('row', { name: new RegExp(`^${inRussian[country]}\\s+${count}$`) }).first(),
      `${country} ${count}`,
    ).toBeVisible();
}
