/** Large type and text at 200 %, on a phone 360 px wide: nothing hangs over the edge, nothing is cut off, and the choice is kept. */
import type { Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { applyQuickly, hasNoBarriers } from './fixtures/applying';
import { expect, test } from './fixtures/test';

const steps = ['soldier', 'service', 'news', 'family', 'search', 'papers', 'you', 'consents'];
const pages = ['', '/apply', ...steps.map((step) => `/apply/${step}`), '/track', '/burials', '/sign-in'];

const switchOf = (page: Page, label: string) => page.getByRole('banner').getByRole('button', { name: label });

/** Opens whatever can be opened and looks whether all of it fits. */
async function fits(page: Page, address: string): Promise<void> {
  expect((await page.goto(address))?.status(), address).toBe(200);
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  await nothingHangsOver(page, address);
}

async function nothingHangsOver(page: Page, address: string): Promise<void> {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    // Only what is on paper: a visually hidden word is one pixel wide and cut on purpose; a map is a window on a larger sheet.
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((element) => {
      if (element.closest('.sr-only, .scroll-region, .map-frame, svg')) return false;
      const { right, width: own } = element.getBoundingClientRect();
      const isClipped =
        getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      return own > 1 && (right > width + 1 || (isClipped && !element.matches('input, textarea, select')));
    });
    return {
      overhang: document.documentElement.scrollWidth - width,
      cut: cut.slice(0, 3).map((element) => element.outerHTML.slice(0, 160)),
    };
  });
  expect(found, address).toEqual({ overhang: 0, cut: [] });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  for (const locale of ['kk', 'ru'])
    test(`large type in ${locale} is switched on, kept, and fits @desktop`, async ({ page, context }) => {
      test.setTimeout(180_000);
      const label = (locale === 'kk' ? kk : ru).site.largeType;
      await page.goto(`/${locale}/apply`);
      const size = () =>
        page.evaluate(() =>
          Number.parseFloat(getComputedStyle(document.querySelector('main') ?? document.body).fontSize),
        );
      const before = await size();
      await expect(switchOf(page, label)).toHaveAttribute('aria-pressed', 'false');
      await switchOf(page, label).click();
      await expect(switchOf(page, label)).toHaveAttribute('aria-pressed', 'true');
      await expect(page).toHaveURL(`/${locale}/apply`);
      expect(await size()).toBeGreaterThan(before * 1.3);
      expect((await context.cookies()).find(({ name }) => name === 'izdeu.large')).toMatchObject({
        value: '1',
        httpOnly: true,
        sameSite: 'Lax',
      });
      for (const path of pages) await fits(page, `/${locale}${path}`);
      await hasNoBarriers(page);

      await switchOf(page, label).click();
      await expect(switchOf(page, label)).toHaveAttribute('aria-pressed', 'false');
      expect(await size()).toBe(before);
      expect((await context.cookies()).some(({ name }) => name === 'izdeu.large')).toBe(false);
    });

  test('what was typed stays when the type is switched @desktop', async ({ page }) => {
    await page.goto('/kk/apply/soldier');
    await page.getByLabel(kk.field.surname.label, { exact: true }).fill('Қасымов');
    await switchOf(page, kk.site.largeType).click();
    await expect(page.locator('html')).toHaveAttribute('data-type', 'large');
    await expect(page.getByLabel(kk.field.surname.label, { exact: true })).toHaveValue('Қасымов');
  });

  test('a followed application fits in large type @desktop', async ({ page }) => {
    const { reference, code } = await applyQuickly(page, `Ірі-${Date.now()}`);
    await switchOf(page, kk.site.largeType).click();
    await expect(page.locator('html')).toHaveAttribute('data-type', 'large');
    await nothingHangsOver(page, 'sent');
    await page.goto('/kk/track');
    await page.getByLabel('Өтініштің нөмірі').fill(reference);
    await page.getByLabel('Жеке код').fill(code);
    await page.getByRole('button', { name: 'Өтінішті ашу' }).click();
    await expect(page.getByText(reference).first()).toBeVisible();
    await fits(page, '/kk/track');
    await hasNoBarriers(page);
  });
});

// A window of 1280 px at 200 % is 640 px wide for the page, at 400 % 320 px (WCAG 1.4.10); text alone at 200 % is WCAG 1.4.4.
for (const [name, width] of [
  ['200 %', 640],
  ['400 %', 320],
] as const)
  test(`public pages at a zoom of ${name} @desktop`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height: 640 });
    for (const path of pages) await fits(page, `/kk${path}`);
  });

test('public pages with their letters twice as large, nothing else @desktop', async ({ page, context }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  // As the browser's own setting for the size of letters does it.
  await context.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.style.setProperty('font-size', '200%', 'important');
    });
  });
  for (const locale of ['kk', 'ru']) for (const path of pages) await fits(page, `/${locale}${path}`);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('large type is a plain form that leads back to the same page @desktop', async ({ page }) => {
    await page.goto('/ru/burials?as=reported');
    await switchOf(page, ru.site.largeType).click();
    await expect(page).toHaveURL('/ru/burials?as=reported');
    await expect(switchOf(page, ru.site.largeType)).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('html')).toHaveAttribute('data-type', 'large');
  });
});
