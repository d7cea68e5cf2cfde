/**
 * One letter about two men: drafted from what is known, sent, reminded of, answered about each; the family of one sees whom we wait
 * for. Then a partner is shown a case by a link, until it is ended.
 */
import type { Browser, Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { applyQuickly } from './fixtures/applying';
import { openFromGraveList, unfold } from './fixtures/cases';
import { choose, document } from './fixtures/papers';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { requests } = ru;
/** Nobody else in the register is called so. */
const [ours, other] = ['Сұраусалмасов', 'Қосажауапбаев'];
const archive = 'Государственный архив области';

test('a request for two men through reminder and answers, and a link for a partner @desktop', async ({
  page,
  browser,
}) => {
  test.setTimeout(900_000);
  const relative = await (await browser.newContext({ locale: 'kk-KZ' })).newPage();
  const { reference, code } = await applyQuickly(relative, ours, undefined, [kk.field['consent-sharing'].label]);
  await signIn(page, 'researcher');
  const one = await takeUp(page, `/ru/desk/cases/${caseOf(ours).id}`);
  const two = await takeUp(page, await openFromGraveList(page, other));

  const path = await draft(page);
  await send(page);
  await page.goto(one);
  await move(page, 'awaiting-reply');
  await expect(page.locator('#asked')).toContainText(archive);
  await follow(relative, reference, code);
  await expect(relative.getByRole('heading', { level: 1 })).toContainText('Жауап');
  await expect(relative.locator('main')).toContainText('Облыстың мемлекеттік архиві');

  await remind(page, path);
  await answer(page, path);
  await page.goto(two);
  await expect(page.locator('#asked')).toContainText('Сведений нет.');
  await expect(page.locator('#searched')).toContainText(ru.outcome.nothing);

  await shareAndEnd(page, browser, one);
});

const caseOf = (surname: string) => {
  const [row] = readRegister<{ id: string; number: number }>(
    'SELECT id, number FROM cases WHERE surname = ? ORDER BY number DESC',
    surname,
  );
  return row ?? { id: '', number: 0 };
};

/** Takes a case and leads it into the search. */
async function takeUp(page: Page, path: string): Promise<string> {
  await page.goto(path);
  await page.getByRole('button', { name: ru.case.steps.take, exact: true }).click();
  await expect(page.locator('main')).toContainText('Ответственный:');
  for (const status of ['checking', 'searching'] as const) await move(page, status);
  return path;
}

async function move(page: Page, status: 'checking' | 'searching' | 'awaiting-reply'): Promise<void> {
  await page.reload();
  await unfold(page, ru.case.steps.move);
  await page.locator(`[name="to"][value="${status}"]`).check();
  await page.getByRole('button', { name: ru.case.steps.moveSubmit }).click();
  await expect(page.locator('main')).toContainText(ru.status[status]);
}

/** @returns the path of the request's page */
async function draft(page: Page): Promise<string> {
  const numbers = [caseOf(ours).number, caseOf(other).number, 999_999].join(', ');
  await page.goto(`/ru/desk/requests/new?numbers=${encodeURIComponent(numbers)}`);
  await expect(page.locator('main')).toContainText('Таких розысков нет: 999999');
  await page.locator('form[method="get"] select[name="partner"]').selectOption({ label: archive });
  await page.locator('form[method="get"] button').first().click();
  const text = page.locator('textarea[name="text"]');
  await expect(text).toHaveValue(/по прилагаемому списку \(2 человека\)/);
  expect(await text.inputValue()).not.toContain('Айгүл');
  for (const surname of [ours, other]) await expect(page.getByRole('checkbox', { name: surname })).toBeChecked();
  await page.getByRole('button', { name: requests.new.submit }).click();
  await page.waitForURL(/\/ru\/desk\/requests\/[0-9a-f-]{36}/);
  const path = new URL(page.url()).pathname;
  await expect(page.locator('main')).toContainText(requests.state.draft);
  await text.fill(`${await text.inputValue()}\n\nОтвет просим направить почтой.`);
  await page.getByRole('button', { name: requests.edit.submit }).click();
  await expect(page.getByRole('status').first()).toBeVisible();
  const sheet = await page.request.get(`/api/documents${path.replace('/ru/desk', '')}`);
  expect(sheet.headers()['content-type']).toBe('application/pdf');
  return path;
}

async function send(page: Page): Promise<void> {
  await page.reload();
  const form = page.locator('#send');
  await form.getByLabel(requests.field.number).fill('26/900');
  await form.getByLabel(requests.field.sentOn).fill('2099-01-01');
  await form.getByRole('button', { name: requests.send.submit }).click();
  await expect(form).toContainText('Этот день ещё не наступил');
  await form.getByLabel(requests.field.sentOn).fill('');
  await form.getByRole('button', { name: requests.send.submit }).click();
  await expect(page.locator('main')).toContainText('исх. № 26/900');
  await expect(page.locator('main')).toContainText('Ответ просим направить почтой.');
}

async function follow(page: Page, reference: string, code: string): Promise<void> {
  await page.goto('/kk/track');
  await page.locator('[name="reference"]').fill(reference);
  await page.locator('[name="code"]').fill(code);
  await page.locator('main form button').first().click();
  await expect(page.locator('main')).toContainText(ours);
}

async function remind(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await unfold(page, requests.remind.title);
  await expect(page.getByLabel(requests.remind.text)).toHaveValue(new RegExp(`26/900[^]*${ours}`));
  await page.getByRole('button', { name: requests.remind.submit }).click();
  await expect(page.locator('#reminders')).toContainText('Напоминание 1');
}

async function answer(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const about = (surname: string) => page.locator('#men li').filter({ hasText: surname }).first();
  const record = async (surname: string, outcome: string, text: string, changed: string) => {
    const man = about(surname);
    await man.locator('summary').first().click();
    await man.getByLabel(requests.field.outcome).selectOption({ label: outcome });
    await man.getByLabel(requests.field.answer).fill(text);
    await man.getByLabel(requests.field.changed).fill(changed);
    await man.getByRole('button', { name: requests.reply.submit }).click();
    await expect(about(surname)).toContainText(text);
  };
  await record(ours, ru.outcome.found, 'Призван 12.09.1941 Аральским РВК.', 'Уточнён военкомат.');
  await unfold(page, ru.papers.desk.reply);
  await choose(page.locator('#men'), [document('ответ.pdf')], ru.papers.upload.choose);
  await expect(page.locator('#men')).toContainText('ответ.pdf');
  await expect(page.locator('#men').getByRole('link', { name: /ответ\.pdf/ })).toBeVisible();
  await record(other, ru.outcome.nothing, 'Сведений нет.', '');
  await page.reload();
  await expect(page.locator('main')).toContainText(requests.state.closed);
  await expect(page.locator('main')).toContainText('Уточнён военкомат.');
}

async function shareAndEnd(page: Page, browser: Browser, casePath: string): Promise<void> {
  const { link } = requests;
  await page.goto(casePath);
  await unfold(page, link.give);
  const form = page.locator('details', { hasText: link.giveSubmit }).last();
  await form.getByLabel(link.partner).selectOption({ index: 1 });
  await form.getByRole('button', { name: link.giveSubmit }).click();
  const told = form.getByRole('status').filter({ hasText: '/shared/' });
  await expect(told).toBeVisible();
  const [address = ''] = /\/ru\/shared\/[\w-]+/.exec((await told.textContent()) ?? '') ?? [];

  const partner = await (await browser.newContext({ locale: 'ru-RU' })).newPage();
  const answered = await partner.goto(address);
  expect(answered?.headers()['cache-control']).toContain('no-store');
  await expect(partner.getByRole('heading', { level: 1 })).toContainText(ours);
  await expect(partner.locator('main')).toContainText(ru.outcome.found);
  for (const word of ['Айгүл', '+7 700', 'Призван 12.09.1941'])
    await expect(partner.locator('main')).not.toContainText(word);
  await expect(partner.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);

  await page.reload();
  await expect(page.locator('#asked')).toContainText('открыта 1 раз');
  await page.locator('#asked').getByRole('button', { name: link.end }).click();
  await expect(page.locator('#asked')).toContainText(link.state.ended);
  await partner.reload();
  await expect(partner.getByRole('heading', { level: 1 })).toContainText(ru.shared.gone.title);
}
