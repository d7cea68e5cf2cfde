/** A member of the public tells us something, and a member of staff finds the case it is about. */
import ru from '../messages/ru.json' with { type: 'json' };
import { openFromGraveList, unfold } from './fixtures/cases';
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

test('a message from the public meets its case, and its writer is forgotten', async ({ page }, { project }) => {
  test.setTimeout(300_000);
  const surname = project.name === 'phone' ? 'Жанғозин' : 'Тұрлыханов';
  await signIn(page, 'manager');
  const casePath = await openFromGraveList(page, surname);
  await page.goto('/kk/tell-us');
  const form = page.getByRole('main').locator('form');
  await form.locator('[name="text"]').fill('Бейіті ауыл шетінде, қоршауы бар.');
  await form.locator('[name="soldier"]').fill(`${surname} Ерғали`);
  await form.locator('[name="name"]').fill('Ерболат');
  await form.locator('[name="contact"]').fill('+7 700 000 00 03');
  await form.getByRole('button').last().click();
  await page.waitForURL(/sent=\d+/);
  const number = new URL(page.url()).searchParams.get('sent') ?? '';
  await expect(page.getByRole('main')).toContainText(number);

  await page.goto('/ru/desk/leads');
  await page.getByRole('link', { name: `Сообщение № ${number}`, exact: true }).click();
  await expect(page.getByRole('main')).toContainText('Бейіті ауыл шетінде');
  await page
    .getByRole('button', { name: /Связать с розыском № \d+/ })
    .first()
    .click();
  await expect(page.locator('#decision')).toContainText(surname);
  await page.goto(`${casePath}#finds`);
  await expect(page.locator('#finds')).toContainText('Бейіті ауыл шетінде');
  await expect(page.locator('#finds')).not.toContainText('+7 700');

  await page.goto('/ru/desk/leads?view=linked');
  await page.getByRole('link', { name: `Сообщение № ${number}`, exact: true }).click();
  const erase = await unfold(page, ru.lead.erase);
  await erase.getByRole('button', { name: ru.lead.erase }).click();
  await expect(page.getByRole('main')).toContainText(ru.lead.erased);
  await expect(page.getByRole('main')).not.toContainText('Ерболат');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('a message is sent, and an empty one is refused with what was typed', async ({ page }) => {
    await page.goto('/kk/tell-us');
    await page.locator('[name="name"]').fill('Айгүл');
    await page.getByRole('main').getByRole('button').last().click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expect(page.locator('[name="name"]')).toHaveValue('Айгүл');
    await page.locator('[name="text"]').fill('Атамның хатында осы кісі туралы жазылған.');
    await page.getByRole('main').getByRole('button').last().click();
    await page.waitForURL(/sent=\d+/);
  });
});
