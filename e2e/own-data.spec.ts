import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { applyQuickly, hasNoBarriers } from './fixtures/applying';
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { track, apply } = kk;
const { erasures } = ru;

async function follow(page: Page, { reference, code }: { reference: string; code: string }): Promise<void> {
  await page.goto('/kk/track');
  await page.getByLabel(track.signIn.reference.label).fill(reference);
  await page.getByLabel(track.signIn.code.label).fill(code);
  await page.getByRole('button', { name: track.signIn.submit }).click();
}

/** Follows a link that leads to a file. @returns its content */
async function downloaded(page: Page, link: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ]);
  return readFile(await download.path());
}

async function figures(page: Page): Promise<unknown> {
  const answer = await page.request.get('/api/v1/statistics/burials-by-country');
  expect(answer.status()).toBe(200);
  return answer.json();
}

test('an applicant takes along all we hold, asks for deletion, and a manager carries it out', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const surname = `Өшіров-${Date.now()}`;
  const sent = await applyQuickly(page, surname);
  expect((await downloaded(page, apply.paper.own)).subarray(0, 5).toString()).toBe('%PDF-');
  const before = await figures(page);

  await follow(page, sent);
  await expect(page.getByRole('heading', { name: track.data.title, exact: true })).toBeVisible();
  const data = JSON.parse((await downloaded(page, track.data.json)).toString());
  expect(data).toMatchObject({
    application: { reference: sent.reference, applicantName: 'Айгүл Серікқызы', telephone: '+7 700 000 00 00' },
    answers: { surname },
    consents: [{ kind: 'publication', how: 'web' }],
  });
  for (const link of [track.data.pdf, track.data.form])
    expect((await downloaded(page, link)).subarray(0, 5).toString()).toBe('%PDF-');

  await page.getByText(track.data.erase.summary).click();
  await expect(page.getByText(track.data.erase.page)).toBeVisible();
  await hasNoBarriers(page);
  await page.getByRole('button', { name: track.data.erase.submit }).click();
  await expect(page.getByText(track.done.erasureAsked)).toBeVisible();
  await expect(page.getByText(track.data.asked.title)).toBeVisible();

  await signIn(page, 'manager');
  await page.goto('/ru/desk/erasures');
  const request = page.getByRole('article').filter({ hasText: sent.reference });
  await expect(request.getByText(erasures.family.none)).toBeVisible();
  await request.getByText(erasures.carryOutMore).click();
  await hasNoBarriers(page);
  await request.getByRole('button', { name: erasures.carryOut, exact: true }).click();
  await expect(request).toHaveCount(0);
  const settled = page.getByRole('row').filter({ hasText: sent.reference });
  await expect(settled).toContainText(erasures.state['carried-out']);
  await settled.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(surname);
  await expect(page.getByText('Данные удалены по желанию заявителя')).toBeVisible();
  await expect(page.getByText('Айгүл Серікқызы')).toHaveCount(0);
  await hasNoBarriers(page);

  await page.goto('/kk/track');
  await expect(page.getByLabel(track.signIn.code.label)).toBeVisible();
  await context.clearCookies();
  await follow(page, sent);
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  expect(await figures(page)).toEqual(before);
});

test('the empty form can be printed in every language without signing in', async ({ page }) => {
  for (const language of ['kk', 'ru', 'en']) {
    const answer = await page.request.get(`/api/documents/application-form?language=${language}`);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringContaining(`izdeu-application-${language}.pdf`),
    });
    expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
  }
  await page.goto('/kk/apply');
  expect((await downloaded(page, apply.paper.link)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('nobody else gets what belongs to an applicant', async ({ page }) => {
  for (const path of ['my-data.json', 'my-data.pdf', 'my-application.pdf']) {
    const answer = await page.request.get(`/api/documents/${path}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toMatch(/\/track$/);
  }
  const form = '/api/documents/applications/00000000-0000-7000-8000-000000000000/form';
  expect((await page.request.get(form, { maxRedirects: 0 })).status()).toBe(303);
  await signIn(page, 'manager');
  expect((await page.request.get(form)).status()).toBe(404);
});
