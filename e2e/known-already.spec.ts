/** Who applies for a man of the public register is told of the entry, and goes on undisturbed. */
import type { Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import { goOn, hasNoBarriers, standsAt } from './fixtures/applying';
import { expect, test } from './fixtures/test';

const { apply, field } = kk;

/** A man of the register with all three names, as anybody reads them there. */
async function someone(page: Page): Promise<{ name: string; surname: string; givenName: string; href: string }> {
  await page.goto('/kk/burials');
  for (const link of await page.locator('#register li a').all()) {
    const name = (await link.textContent())?.trim() ?? '';
    const [surname, givenName, patronymic, ...more] = name.split(' ');
    if (surname && givenName && patronymic && more.length === 0)
      return { name, surname, givenName, href: (await link.getAttribute('href')) ?? '' };
  }
  throw new Error('The register holds nobody with three names');
}

async function writeName(page: Page, surname: string, givenName: string): Promise<void> {
  await page.goto('/kk/apply/soldier');
  await page.getByLabel(field.surname.label, { exact: true }).fill(surname);
  await page.getByLabel(field.givenName.label, { exact: true }).fill(givenName);
  await goOn(page);
  await standsAt(page, apply.steps.service.title);
}

const offered = (page: Page) => page.getByRole('region', { name: apply.known.title });

test('the entry is offered after the first step, and nothing is in the way', async ({ page }) => {
  const { name, surname, givenName, href } = await someone(page);
  await page.goto('/kk/apply/soldier');
  await expect(offered(page)).toHaveCount(0);
  await writeName(page, surname, givenName);
  await expect(offered(page).getByRole('link', { name })).toHaveAttribute('href', href);
  await hasNoBarriers(page);

  await goOn(page);
  await standsAt(page, apply.steps.news.title);
  await expect(offered(page).getByRole('link', { name })).toBeHidden();
  await offered(page).getByText(apply.known.title).click();
  await expect(offered(page).getByRole('link', { name })).toBeVisible();
  await page.goto('/kk/apply/check');
  const opened = page.waitForEvent('popup');
  await offered(page).getByRole('link', { name }).click();
  await expect((await opened).getByRole('heading', { level: 1 })).toContainText(surname);
  await standsAt(page, apply.check.title);
});

test('a man nobody published is met with no word', async ({ page }) => {
  await writeName(page, 'Пернебеков', 'Сейтжаппар');
  await expect(offered(page)).toHaveCount(0);
});
