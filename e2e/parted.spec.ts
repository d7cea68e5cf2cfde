/** Two searches are joined, one of the families withdraws meanwhile, and parting them brings nobody back against their wish. */
import type { Locator } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { applyQuickly } from './fixtures/applying';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { steps, family } = ru.case;

test('a family that withdrew while joined stays withdrawn when the cases are parted @desktop', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const references: string[] = [];
  for (const surname of ['Қарашолақов', 'Бәйімбетпанов']) {
    const context = await browser.newContext({ locale: 'kk-KZ' });
    references.push((await applyQuickly(await context.newPage(), surname)).reference);
    await context.close();
  }
  const [leading, joined] = references.map(caseOf);
  if (!leading || !joined) throw new Error('The applications did not arrive');

  await signIn(page, 'manager');
  await page.goto(`/ru/desk/cases/${joined.id}?join=${leading.number}`);
  const join = page.locator('details:has(#join)');
  await join.getByLabel(steps.reason).fill('Әкесінің аты бір.');
  await join.getByRole('button', { name: steps.joinSubmit, exact: true }).click();
  await expect(page.getByRole('main')).toContainText(steps.joinedInto);

  // Everything of the joined one is read on the other's page.
  await page.goto(`/ru/desk/cases/${leading.id}`);
  await expect(page.locator('#known')).toContainText('Бәйімбетпанов');
  const theirs = page.locator('#family article').filter({ hasText: references[1] ?? '' });
  await withdraw(theirs);
  await expect(theirs).toContainText('отозвано');
  expect(statusOf(leading.id)).toBe('received');

  await page.goto(`/ru/desk/cases/${joined.id}`);
  await page.locator('summary', { hasText: steps.part }).click();
  await page.locator('details', { hasText: steps.part }).getByLabel(steps.reason).fill('Екі бөлек адам.');
  await page.getByRole('button', { name: steps.partSubmit, exact: true }).click();
  await expect(page.getByRole('main')).not.toContainText(steps.joinedInto);
  expect([statusOf(leading.id), statusOf(joined.id)]).toEqual(['received', 'withdrawn']);
});

async function withdraw(article: Locator): Promise<void> {
  await article.locator('summary', { hasText: family.withdraw }).click();
  await article.getByLabel(family.withdrawReason).fill('Қызы телефонмен өтінді.');
  await article.getByRole('button', { name: family.withdrawSubmit }).click();
}

function caseOf(reference: string): { id: string; number: number } | undefined {
  return readRegister<{ id: string; number: number }>(
    'SELECT c.id, c.number FROM cases c JOIN applications a ON a.case_id = c.id WHERE a.reference = ?',
    reference,
  )[0];
}

const statusOf = (caseId: string) =>
  readRegister<{ status: string }>('SELECT status FROM cases WHERE id = ?', caseId)[0]?.status;
