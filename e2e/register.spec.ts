import type { Page } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { hasNoBarriers } from './fixtures/applying';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { register, field, errors } = ru;

async function write(page: Page, surname: string): Promise<void> {
  await page.getByLabel(register.channel).selectOption('telephone');
  await page.getByLabel(register.language).selectOption('kk');
  await page.getByLabel(field.surname.label, { exact: true }).fill(surname);
  await page.getByLabel(field.birth.label).fill('1915');
  await page.getByLabel(register.field.applicantName).fill('Оспан Ибраев');
  await page.getByLabel(register.field.kinship).selectOption('son');
  await page.getByLabel(register.field.telephone).fill('+7 700 000 00 00');
}

const submit = (page: Page) => page.getByRole('button', { name: register.submit, exact: true }).click();

const applicationsFor = (surname: string) =>
  readRegister<{ channel: string; language: string; how: string | null }>(
    `SELECT a.channel, a.language, c.how FROM applications a JOIN cases ON cases.id = a.case_id
     LEFT JOIN consents c ON c.application_id = a.id WHERE cases.surname = ?`,
    surname,
  );

test('a researcher registers what an old man says at the telephone, and reads the code out', async ({ page }) => {
  const surname = `Ибраев-${Date.now()}`;
  await signIn(page, 'researcher');
  await page.goto('/ru/desk/applications/new');
  await hasNoBarriers(page);
  await write(page, surname);
  await page.getByLabel(register.receivedOn).fill('01.01.2199');
  await page.getByLabel(register.field['consent-processing']).check();
  await submit(page);

  // Refused, with everything typed still there.
  await expect(page.getByRole('main').getByRole('alert')).toContainText(errors.input['day-in-future']);
  await expect(page.getByLabel(field.surname.label, { exact: true })).toHaveValue(surname);
  await page.getByLabel(register.receivedOn).fill('31.01.2020');
  await submit(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    `${register.consentHow}: ${errors.input.choose}`,
  );
  expect(applicationsFor(surname)).toEqual([]);
  await page.getByLabel(register.consentHow).selectOption('word-of-mouth');
  await submit(page);

  await expect(page.getByRole('heading', { level: 1, name: register.registered.title })).toBeVisible();
  await expect(page).toHaveURL('/ru/desk/applications/registered');
  await hasNoBarriers(page);
  expect(applicationsFor(surname)).toEqual([{ channel: 'telephone', language: 'kk', how: 'word-of-mouth' }]);
  const value = (term: string) =>
    page.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd').textContent();
  const reference = (await value(ru.apply.sent.reference)) ?? '';
  const code = (await value(ru.apply.sent.code)) ?? '';
  await page.getByRole('link', { name: register.registered.case }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(surname);

  await page.goto('/ru/track');
  await page.getByLabel(ru.track.signIn.reference.label).fill(reference);
  await page.getByLabel(ru.track.signIn.code.label).fill(code);
  await page.getByRole('button', { name: ru.track.signIn.submit }).click();
  await expect(page.getByText(surname)).toBeVisible();
});

test('a form sent twice registers once, and says so', async ({ page }) => {
  const surname = `Дважды-${Date.now()}`;
  await signIn(page, 'researcher');
  await page.goto('/ru/desk/applications/new');
  const token = await page.locator('main input[name="idempotency"]').inputValue();
  await write(page, surname);
  await submit(page);
  await expect(page).toHaveURL('/ru/desk/applications/registered');

  await page.goto('/ru/desk/applications/new');
  await write(page, surname);
  await page.locator('main input[name="idempotency"]').evaluate((input, value) => {
    (input as HTMLInputElement).value = value;
  }, token);
  await submit(page);
  await expect(page.getByText(register.already)).toBeVisible();
  expect(applicationsFor(surname)).toHaveLength(1);

  // What was handed over can be seen again, until the next one begins.
  await page.getByRole('link', { name: register.lastLink }).click();
  await page.getByRole('button', { name: register.registered.next }).click();
  await expect(page).toHaveURL('/ru/desk/applications/new');
  await page.goto('/ru/desk/applications/registered');
  await expect(page).toHaveURL('/ru/desk/applications/new');
});
