/** The map of the burial places: by links without a script, by keys and buttons with one; the same figures as everywhere. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const figures = { RU: 38, HU: 4, DE: 2, LV: 2, BY: 1, PL: 1 };

/** Countries that are shaded: those with a figure in this view. */
const shaded = (page: Page) =>
  page
    .locator('.map-frame path[data-country]')
    .evaluateAll((all) => all.map((path) => path.getAttribute('data-country')));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the public map is drawn, moved by links and said by a table', async ({ page }) => {
    await page.goto('/kk/burials?at=2020-01-31');
    const map = page.getByRole('region', { name: kk.map.label }).filter({ has: page.locator('svg') });
    await expect(map).toBeVisible();
    expect((await shaded(page)).sort()).toEqual(Object.keys(figures).sort());

    await page.getByText(kk.map.table.caption).first().click();
    const table = page.getByRole('table', { name: kk.map.table.caption });
    await expect(table.getByRole('row', { name: /Ресей/ }).getByRole('cell').first()).toHaveText('38');
    await expect(table.getByRole('row', { name: kk.map.table.total }).getByRole('cell').first()).toHaveText('48');

    await page.getByRole('link', { name: kk.map.step.in }).click();
    await expect(page).toHaveURL(/at=2020-01-31.*z=5\.4.*#map$/);
    await page.getByRole('link', { name: kk.map.step.west }).click();
    await expect(page).toHaveURL(/z=5\.4/);
    await page.getByRole('link', { name: kk.map.step.whole }).click();
    await expect(page).toHaveURL(/burials\?at=2020-01-31#map$/);

    // Far away they lie together; the mark leads closer, and a single one to its entry.
    await page.goto('/kk/burials?z=2&x=30&y=52');
    const cluster = page.locator('a.map-mark[data-map]').first();
    await expect(cluster).toHaveAttribute('aria-label', /жерленген жер/);
    await cluster.click();
    await expect(page).toHaveURL(/z=[3-9]/);
    await page.goto('/kk/burials?at=2020-01-31');
    await page.locator('a.map-mark:not([data-map])').first().click();
    await expect(page).toHaveURL(/\/kk\/burials(?:\/|\?place=)[0-9a-f-]{36}/);
  });
});

test('the manager’s map follows keys, buttons and the wheel, and its address is what it shows @desktop', async ({
  page,
}) => {
  await signIn(page, 'manager');
  await page.goto('/ru/desk/burials/map?at=31.01.2020');
  const map = page.locator('.map-frame[data-moves]');
  await expect(map).toBeVisible();
  const table = page.getByRole('table', { name: ru.map.table.caption });
  await expect(
    table
      .getByRole('row', { name: /Россия/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('38');
  expect((await shaded(page)).sort()).toEqual(Object.keys(figures).sort());

  await map.focus();
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/at=2020-01-31&z=5\.4/);
  await page.keyboard.press('ArrowRight');
  const before = page.url();
  await expect(page).not.toHaveURL(before);
  await page.keyboard.press('0');
  await expect(page).toHaveURL(/map\?at=2020-01-31$/);

  await page.getByRole('link', { name: ru.map.step.out }).click();
  await expect(page).toHaveURL(/z=3\.4/);
  await map.hover();
  await page.mouse.wheel(0, -200);
  await expect(page).toHaveURL(/z=3\.4/);
  await map.focus();
  await page.mouse.wheel(0, -200);
  await expect(page).toHaveURL(/z=4\.4/);

  const { violations } = await new AxeBuilder({ page }).include('.map').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  // From a figure to the cases behind it, from a place in sight to its page.
  await expect(table.getByRole('link', { name: 'Венгрия' })).toHaveAttribute(
    'href',
    /statistics\/burials-by-country\/cases\?.*country=HU/,
  );
  await page.locator('#places').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/ru\/desk\/burials\/[0-9a-f-]{36}$/);
});
