/** A letter all its way: prepared, edited, approved by a manager, registered, downloaded, sent; and one that may not be written. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { hasNoBarriers } from './fixtures/applying';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { letters, letterKind, letterState, errors } = ru;

/** A case that is searched, in this researcher's hands, with nothing confirmed. */
function aCase(): { id: string; surname: string } {
  const [row] = readRegister<{ id: string; surname: string }>(
    `SELECT c.id, c.surname FROM cases c JOIN staff s ON s.id = c.assignee_id
     JOIN applications a ON a.case_id = c.id AND a.withdrawn_at IS NULL
     WHERE s.email = 'researcher@demo.invalid' AND c.status = 'searching'
       AND NOT EXISTS (SELECT 1 FROM conclusions k WHERE k.case_id = c.id)
     ORDER BY c.number DESC LIMIT 1`,
  );
  if (!row) throw new Error('Nothing is being searched');
  return row;
}

const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click();
const state = (page: Page) => page.getByRole('main');

test('an interim reply from its prepared text to the post @desktop', async ({ browser, page }) => {
  test.setTimeout(240_000);
  const { id, surname } = aCase();
  await signIn(page, 'researcher');

  // A result is not written before anything is confirmed.
  await page.goto(`/ru/desk/letters/new?case=${id}&kind=result`);
  await expect(page.getByRole('main')).toContainText(errors.letter['nothing-confirmed']);
  await expect(page.getByLabel(letters.new.letterText)).toHaveCount(0);

  await page.goto(`/ru/desk/letters/new?case=${id}&kind=interim&language=ru`);
  await hasNoBarriers(page);
  const text = page.getByLabel(letters.new.letterText);
  await expect(text).toHaveValue(new RegExp(surname));
  const own = 'Позвоните нам, если вспомните номер полевой почты.';
  await text.fill(`${await text.inputValue()}\n\n${own}`);
  await press(page, letters.new.submit);
  await expect(page).toHaveURL(/\/ru\/desk\/letters\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(letterKind.interim);
  await expect(state(page)).toContainText(own);
  await expect(state(page)).toContainText(letters.waitsForSignatory);
  await hasNoBarriers(page);
  const address = new URL(page.url()).pathname;

  const context = await browser.newContext();
  const manager = await context.newPage();
  await signIn(manager, 'manager');
  await manager.goto('/ru/desk/letters?view=approve');
  await expect(manager.locator(`a[href="${address}"]`)).toBeVisible();
  await manager.goto(address);
  await press(manager, letters.approve);
  await expect(state(manager)).toContainText(letterState.approved);
  await context.close();

  await page.reload();
  await press(page, letters.registerSubmit);
  await expect(state(page)).toContainText(letterState.registered);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/№ \d\d\/\d+/);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: letters.sheet }).click();
  const download = await downloading;
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(download.suggestedFilename()).toContain('.pdf');

  await page.getByLabel(letters.channel).selectOption('post');
  await press(page, letters.settleSubmit);
  await expect(state(page)).toContainText(letterState.sent);
  await page.goto(`/ru/desk/cases/${id}`);
  await expect(page.locator('#letters')).toContainText(letterState.sent);
});
