/** Applying from the home page to the slip with the keyboard alone; where the focus stands can be seen at every stop. */
import type { Locator, Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import { standsAt } from './fixtures/applying';
import { expect, test } from './fixtures/test';

const { apply, field, form, home, papers, site } = kk;

/** Goes on with Tab until the focus stands there; every stop on the way must be visible. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await page.waitForLoadState();
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press('Tab');
    await focusIsSeen(page);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The focus never came to ${target}`);
}

/** What is focused lies in the window, is not covered, and is drawn with an outline. */
async function focusIsSeen(page: Page): Promise<void> {
  const seen = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'nothing is focused';
      const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      if (width < 2 || height < 2) return `too small: ${element.outerHTML.slice(0, 120)}`;
      if (bottom < 0 || top > innerHeight || right < 0 || left > innerWidth)
        return `outside: ${element.outerHTML.slice(0, 120)}`;
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
        return `no outline: ${element.outerHTML.slice(0, 120)}`;
      return '';
    });
  // A stylesheet may still be on its way.
  await expect.poll(seen).toBe('');
}

const named = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, named(page, label));
  await page.keyboard.type(text);
}

async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

const goOn = (page: Page) => press(page, button(page, apply.continue));

test('applying with the keyboard alone @desktop', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/kk');

  // The first stop leads past the head of the page.
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: site.skip });
  await expect(skip).toBeFocused();
  await focusIsSeen(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await press(page, page.getByRole('main').getByRole('link', { name: home.apply.title }).first());
  await standsAt(page, apply.title);
  await press(page, page.getByRole('link', { name: apply.begin }));

  await standsAt(page, apply.steps.soldier.title);
  await type(page, field.surname.label, 'Пернебеков');
  await press(page, named(page, `${form.unknown} (${field.givenName.label})`), 'Space');
  await type(page, field.birth.label, '30.02.1915');
  await goOn(page);

  // A refusal takes the focus to itself, and from there a link leads to the field.
  const summary = page.getByRole('main').getByRole('alert');
  await expect(summary).toBeFocused();
  await press(page, summary.getByRole('link').first());
  await expect(named(page, field.birth.label)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1915');
  await goOn(page);

  // Help opens and closes without a mouse.
  await standsAt(page, apply.steps.service.title);
  const help = page.locator('summary').filter({ hasText: kk.help.fieldPost.summary });
  await press(page, help, 'Space');
  await expect(page.getByRole('img', { name: kk.help.fieldPost.drawing.title })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: kk.help.fieldPost.drawing.title })).toBeHidden();
  await goOn(page);

  await standsAt(page, apply.steps.news.title);
  await tabTo(page, page.getByRole('radio', { name: field.noticeKind.options.killed }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: field.noticeKind.options.missing })).toBeChecked();
  await goOn(page);

  await standsAt(page, apply.steps.family.title);
  await goOn(page);
  await standsAt(page, apply.steps.search.title);
  await goOn(page);
  await standsAt(page, apply.steps.papers.title);
  await press(page, page.getByRole('main').getByRole('link', { name: papers.apply.skip }));

  await standsAt(page, apply.steps.you.title);
  await type(page, `${field.applicantName.label} (${form.required})`, 'Айгүл Серікқызы');
  await tabTo(page, page.getByLabel(field.kinship.label));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await type(page, field.telephone.label, '+7 700 000 00 00');
  await goOn(page);

  await standsAt(page, apply.steps.consents.title);
  await press(page, page.getByRole('checkbox').first(), 'Space');
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await goOn(page);

  await standsAt(page, apply.check.title);
  await press(page, button(page, apply.check.send.button));
  await standsAt(page, apply.sent.title);
  await expect(page.getByRole('term').filter({ hasText: apply.sent.code })).toBeVisible();
});
