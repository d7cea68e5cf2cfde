import type { Page } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { hasNoBarriers } from './fixtures/applying';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

async function attempt(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel(ru.signIn.email).fill(email);
  await page.getByLabel(ru.signIn.password).fill(password);
  await page.getByRole('main').getByRole('button', { name: ru.signIn.submit }).click();
}

const signInsOf = (email: string) =>
  readRegister<{ n: number }>(
    'SELECT count(*) n FROM sign_ins JOIN staff ON staff.id = sign_ins.staff_id WHERE email = ? AND ended_at IS NULL',
    email,
  )[0]?.n;

test('an unknown person and a wrong password get the same answer', async ({ page }) => {
  await page.goto('/ru/sign-in');
  await hasNoBarriers(page);
  const answers: (string | null)[] = [];
  for (const email of ['manager2@demo.invalid', `nobody-${Date.now()}@demo.invalid`]) {
    await page.goto('/ru/sign-in');
    await attempt(page, email, 'сарғайған парақ');
    answers.push(await page.getByRole('main').getByRole('alert').textContent());
    await expect(page.getByLabel(ru.signIn.email)).toHaveValue(email);
  }
  expect(answers[0]).toContain(ru.errors['sign-in'].wrong);
  expect(answers[1]).toBe(answers[0]);
  await hasNoBarriers(page);
  await page.goto('/ru/desk');
  await expect(page).toHaveURL('/ru/sign-in');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('guessing is stopped after five attempts, also for an account that does not exist @desktop', async ({
    page,
  }) => {
    const email = `guessed-${Date.now()}@demo.invalid`;
    await page.goto('/ru/sign-in');
    for (let n = 1; n <= 5; n++) {
      await attempt(page, email, `парақ ${n}`);
      await expect(page.getByRole('main').getByRole('alert')).toContainText(ru.errors['sign-in'].wrong);
    }
    await attempt(page, email, 'парақ 6');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Слишком много попыток');
    await expect(page.getByLabel(ru.signIn.email)).toHaveValue(email);
  });
});

test('signing out ends the sign-in on the server at once', async ({ page, context }) => {
  await signIn(page, 'administrator');
  const before = await context.cookies();
  await page.getByRole('button', { name: ru.site.desk.signOut }).click();
  await expect(page).toHaveURL('/ru/sign-in');
  // The cookie of before, kept by somebody, opens nothing any more.
  await context.addCookies(before);
  await page.goto('/ru/desk/staff');
  await expect(page).toHaveURL('/ru/sign-in');
});

test('an administrator adds a member of staff, who must change the one-time password', async ({ page }) => {
  const email = `new-${Date.now()}@demo.invalid`;
  await signIn(page, 'administrator');
  await page.goto('/ru/desk/staff');
  await hasNoBarriers(page);
  await page.getByLabel(ru.staff.name).fill('Сәуле Ахметова');
  await page.getByLabel(ru.staff.role).selectOption('researcher');
  await page.getByLabel(ru.staff.email).fill(email);
  await page.getByRole('button', { name: ru.staff.addSubmit, exact: true }).click();
  const told = await page.getByText('Одноразовый пароль:').textContent();
  const oneTime = /[a-z]+-[a-z]+-\d{4}/.exec(told ?? '')?.[0] ?? '';
  await page.reload();
  await expect(page.getByText(oneTime)).toHaveCount(0);
  await page.getByRole('button', { name: ru.site.desk.signOut }).click();
  await expect(page).toHaveURL('/ru/sign-in');

  await attempt(page, email, oneTime);
  await expect(page).toHaveURL('/ru/desk/account');
  await page.goto('/ru/desk/cases');
  await expect(page).toHaveURL('/ru/desk/account');
  await hasNoBarriers(page);
  const change = async (password: string, repeat = password) => {
    await page.getByLabel(ru.account.oneTime).fill(oneTime);
    await page.locator('[name="password"]').fill(password);
    await page.getByLabel(ru.account.repeat).fill(repeat);
    await page.getByRole('button', { name: ru.account.submit }).click();
  };
  await change('коротко');
  await expect(page.getByRole('main').getByRole('alert')).toContainText(ru.errors.password['too-short']);
  await change('высокая трава у дороги', 'высокая трава у дома');
  await expect(page.getByRole('main').getByRole('alert')).toContainText(ru.errors.password['not-repeated']);
  await change('высокая трава у дороги');
  await expect(page).toHaveURL('/ru/desk');
  await page.goto('/ru/desk/account');
  await expect(page.getByText(email)).toBeVisible();
  expect(signInsOf(email)).toBe(1);
});
