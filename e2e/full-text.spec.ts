/** The list of cases finds what is written in them, and shows where. */
import ru from '../messages/ru.json' with { type: 'json' };
import { hasNoBarriers } from './fixtures/applying';
import { openFromGraveList, unfold } from './fixtures/cases';
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { queue, foundIn } = ru;
const { history } = ru.case;

test('a word of a note finds the case, with the place where it stands', async ({ page }) => {
  test.setTimeout(180_000);
  const surname = `Мәтінов${Date.now()}`;
  await signIn(page, 'manager');
  const path = await openFromGraveList(page, surname);
  const form = await unfold(page, history.addNote);
  await form.locator('[name="text"]').fill('Хатта Қосшоқы станциясы туралы айтылады, Волховский фронт.');
  await form.getByRole('button', { name: history.addNoteSubmit }).click();
  await expect(page.locator('#notes')).toContainText('Қосшоқы');

  await page.goto('/ru/desk/cases');
  // As a clerk without a Kazakh keyboard would write it, another word only begun.
  await page.getByLabel(queue.list.text).fill(`косшокы волховск ${surname}`);
  await page.getByLabel(queue.list.text).press('Enter');
  const row = page.getByRole('row').filter({ hasText: surname });
  await expect(row).toContainText(`${foundIn.note}: Хатта Қосшоқы станциясы`);
  await expect(row.locator('mark')).toHaveText(['Қосшоқы', 'Волховский']);
  await hasNoBarriers(page);
  await row.getByRole('link', { name: surname }).click();
  await page.waitForURL(`**${path}*`);
});
