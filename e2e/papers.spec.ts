/** Photographs and documents on their way from a relative's phone to the researcher, over lines that break and from hands that err. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { applyQuickly, goOn, hasNoBarriers, standsAt } from './fixtures/applying';
import { choose, document, photo, sha256 } from './fixtures/papers';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

// What these journeys provoke: cut lines, refused files, closed addresses.
test.use({ expectedComplaints: [/net::ERR_|the server responded with a status of 4(?:01|03|04|22)/] });

const pieces = /\/api\/attachments\/[\w-]+\?/;
const { queue, list, upload } = kk.papers;

/** What can be pressed beside a file says in its name which one is meant, for those who do not see where it stands. */
const about = (label: string, file: string) => new RegExp(`^${label}\\s*: ${file.replaceAll('.', '\\.')}$`);

async function beginDraft(page: Page, surname: string): Promise<void> {
  await page.goto('/kk/apply/soldier');
  await page.getByLabel('Тегі', { exact: true }).fill(surname);
  await goOn(page);
  await standsAt(page, 'Әскердегі қызметі');
  await page.goto('/kk/apply/papers');
}

/** Journeys run beside each other in one register: each gives its files a beginning of its own. */
const newTag = () => randomUUID().slice(0, 8);

/** What lies there of the files of one journey, in the order they were added. */
const kept = (tag: string) =>
  readRegister<{ name: string; sha256: string; kind: string }>(
    'SELECT name, sha256, kind FROM attachments WHERE removed_at IS NULL AND name LIKE ? ORDER BY added_at, id',
    `${tag}-%`,
  );

test('photographs go on by themselves after the line broke, and arrive whole', async ({ page }) => {
  test.slow();
  const tag = newTag();
  await page.goto('/kk/apply/papers');
  await expect(page, 'nobody sends papers before the first page is saved').toHaveURL('/kk/apply');

  await beginDraft(page, 'Үзілген');
  await hasNoBarriers(page);
  await page.getByLabel(upload.kind).selectOption({ label: kk.papers.kind.letter });
  let sent = 0;
  await page.route(pieces, (route) => (++sent === 2 || sent === 3 ? route.abort('connectionreset') : route.continue()));
  const photos = [await photo(`${tag}-1.jpg`, 11), await photo(`${tag}-2.jpg`, 12)];
  await choose(page, photos);
  await expect(page.getByText(queue.broken, { exact: true })).toBeVisible();
  await hasNoBarriers(page);
  await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 2' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(queue.title, { exact: true })).toBeHidden();
  expect(kept(tag)).toEqual(photos.map((one) => ({ name: one.name, sha256: sha256(one), kind: 'letter' })));
  // The small picture is made by the worker and comes without a reload.
  await expect(page.getByRole('link', { name: about(list.open, `${tag}-1.jpg`) })).toBeVisible({ timeout: 60_000 });
  await hasNoBarriers(page);
});

test('a phone without a line waits, and goes on when it is back or when told to', async ({ page, context }) => {
  test.slow();
  await beginDraft(page, 'Күткен');
  await context.setOffline(true);
  await choose(page, [await photo('offline.jpg', 21)]);
  await expect(page.getByText(queue.broken, { exact: true })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 1' })).toBeVisible({ timeout: 60_000 });

  let isCut = true;
  await page.route(/\/api\/attachments/, (route) => (isCut ? route.abort('connectionreset') : route.continue()));
  await choose(page, [await photo('told.jpg', 22)]);
  // Long enough for the pause to have grown beyond a moment.
  await page.waitForTimeout(4_000);
  isCut = false;
  await page.getByRole('button', { name: queue.now }).click();
  await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 2' })).toBeVisible({ timeout: 60_000 });
});

test('what was chosen by mistake is taken back before and after it has arrived', async ({ page }) => {
  test.slow();
  const tag = newTag();
  await beginDraft(page, 'Қайтарған');
  let letOn = () => {};
  const held = new Promise<void>((resolve) => {
    letOn = resolve;
  });
  await page.route(pieces, async (route) => {
    await held;
    await route.continue();
  });
  await choose(page, [
    await photo(`${tag}-keep.jpg`, 31),
    await photo(`${tag}-mistake.jpg`, 32),
    await photo(`${tag}-late.jpg`, 33),
  ]);
  await page.getByRole('button', { name: about(queue.cancel, `${tag}-mistake.jpg`) }).click();
  letOn();
  await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 2' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: about(list.remove, `${tag}-late.jpg`) }).click();
  await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 1' })).toBeVisible();
  expect(kept(tag).map(({ name }) => name)).toEqual([`${tag}-keep.jpg`]);
});

test('a page called a photograph is refused with its sentence, and the others still come', async ({ page }) => {
  test.slow();
  await beginDraft(page, 'Алданған');
  const evil = Buffer.from('<!doctype html><title>x</title><script>document.title = "taken over"</script>');
  await choose(page, [
    { name: 'evil.jpg', mimeType: 'image/jpeg', buffer: evil },
    { name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) },
    await photo('honest.jpg', 41),
  ]);
  const refused = page.getByRole('listitem').filter({ hasText: 'evil.jpg' });
  await expect(refused).toContainText('Бұл – веб-бет.');
  await expect(page.getByRole('listitem').filter({ hasText: 'empty.jpg' })).toContainText(kk.errors.paper.empty);
  await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 1' })).toBeVisible({ timeout: 60_000 });
  await hasNoBarriers(page);
  await page.getByRole('button', { name: about(queue.dismiss, 'evil.jpg') }).click();
  await expect(refused).toHaveCount(0);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('papers are added and taken away by plain forms', async ({ page }) => {
    test.slow();
    const tag = newTag();
    await beginDraft(page, 'Қарапайым');
    await page.getByRole('button', { name: upload.submit, exact: true }).click();
    await expect(page.getByText(kk.errors.paper.none)).toBeVisible();
    await page.getByLabel(upload.kind).selectOption({ label: kk.papers.kind.notice });
    await page
      .getByLabel(upload.choose)
      .setInputFiles([await photo(`${tag}-plain.jpg`, 51), document(`${tag}-plain.pdf`)]);
    await page.getByRole('button', { name: upload.submit, exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 2' })).toBeVisible();
    expect(kept(tag).map(({ kind }) => kind)).toEqual(['notice', 'notice']);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('link', { name: about(list.open, `${tag}-plain.jpg`) })).toBeVisible({
        timeout: 1_000,
      });
    }).toPass({ timeout: 60_000 });
    await page.getByRole('button', { name: about(list.remove, `${tag}-plain.pdf`) }).click();
    await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 1' })).toBeVisible();
  });
});

test('papers reach the researcher and nobody else', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const portrait = await photo('portrait.jpg', 61);
  const { reference } = await applyQuickly(page, 'Жеткен', async () => {
    await page.goto('/kk/apply/papers');
    await choose(page, [portrait, document('notice.pdf')]);
    await expect(page.getByRole('heading', { name: 'Қосылған қағаздар: 2' })).toBeVisible({ timeout: 60_000 });
  });
  await page.getByRole('button', { name: 'Өтініштің бетін ашу' }).click();
  const papers = page.locator('#papers');
  await expect(papers.getByRole('link', { name: about(list.open, 'portrait.jpg') })).toBeVisible({ timeout: 60_000 });

  // One more, later.
  await papers.getByText(kk.papers.track.add, { exact: true }).click();
  await choose(papers, [await photo('later.jpg', 62)]);
  await expect(papers.getByRole('link', { name: about(list.open, 'later.jpg') })).toBeVisible({ timeout: 60_000 });
  await hasNoBarriers(page);

  const rows = readRegister<{ id: string; name: string; caseId: string }>(
    `SELECT attachments.id, name, applications.case_id AS caseId FROM attachments
     JOIN applications ON applications.id = attachments.application_id WHERE reference = ?`,
    reference,
  );
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id ?? '';
  const address = (name: string, form: string) => `/api/attachments/${idOf(name)}/${form}`;
  const status = async (who: Page, name: string, form: string) =>
    (await who.request.get(address(name, form), { failOnStatusCode: false })).status();

  // The applicant sees what we made of the picture, never the original; a PDF only as a file to be saved.
  const view = await page.request.get(address('portrait.jpg', 'view'));
  expect(view.headers()).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  expect(view.headers()['cache-control']).toContain('no-store');
  expect(await status(page, 'portrait.jpg', 'original')).toBe(404);
  expect(await status(page, 'notice.pdf', 'view')).toBe(404);
  const saved = await page.request.get(address('notice.pdf', 'original'));
  expect(saved.headers()['content-disposition']).toMatch(/^attachment; filename="notice\.pdf"/);

  // A visitor, and the applicant of somebody else's case.
  const stranger = await (await browser.newContext()).newPage();
  for (const form of ['view', 'thumb', 'original'])
    expect(await status(stranger, 'portrait.jpg', form), form).toBe(401);
  await applyQuickly(stranger, 'Бөтен');
  await stranger.getByRole('button', { name: 'Өтініштің бетін ашу' }).click();
  await expect(stranger.locator('#papers')).toContainText(list.none);
  for (const name of ['portrait.jpg', 'notice.pdf'])
    for (const form of ['view', 'thumb', 'original'])
      expect(await status(stranger, name, form), `${name} ${form}`).toBe(404);
  await stranger.context().close();

  const researcher = await (await browser.newContext()).newPage();
  await signIn(researcher, 'researcher');
  await researcher.goto(`/ru/desk/cases/${rows[0]?.caseId}`);
  const family = researcher.locator('#family');
  await family.getByRole('link', { name: about(ru.papers.list.open, 'portrait.jpg') }).click();
  await standsAt(researcher, ru.papers.kind.other);
  await expect(researcher.getByRole('img', { name: /portrait\.jpg$/ })).toBeVisible();
  await hasNoBarriers(researcher);
  const download = researcher.waitForEvent('download');
  await researcher.getByRole('link', { name: ru.case.papers.original }).click();
  expect((await download).suggestedFilename()).toBe('portrait.jpg');
  const original = await researcher.request.get(address('portrait.jpg', 'original'));
  expect(original.headers()['content-disposition']).toMatch(/^attachment/);
  expect((await original.body()).equals(portrait.buffer)).toBe(true);
  await researcher.getByRole('link', { name: ru.case.papers.next }).click();
  await expect(researcher.getByText(ru.case.papers.pdf)).toBeVisible();
  await hasNoBarriers(researcher);

  // What comes to the museum is added to the case.
  await researcher.goto(`/ru/desk/cases/${rows[0]?.caseId}`);
  await family.getByText(ru.case.papers.add, { exact: true }).click();
  await choose(family, [await photo('scan.jpg', 63)], ru.papers.upload.choose);
  await expect(family.getByRole('link', { name: about(ru.papers.list.open, 'scan.jpg') })).toBeVisible({
    timeout: 60_000,
  });
  await researcher.context().close();
  await page.reload();
  await expect(papers.getByText(list.byStaff)).toBeVisible();
});

test('an upload belongs to the browser that began it', async ({ page, browser }) => {
  await beginDraft(page, 'Иесі');
  const announce = { for: 'draft', kind: 'photo', name: 'mine.jpg', bytes: 10 };
  const own = { 'sec-fetch-site': 'same-origin' };
  const begun = await page.request.post('/api/attachments', { data: announce, headers: own });
  expect(begun.status()).toBe(201);
  const { uploadId } = (await begun.json()) as { uploadId: string };
  const address = `/api/attachments/${uploadId}?for=draft&offset=0`;
  const stranger = await browser.newContext();
  const send = (from: typeof stranger, headers: Record<string, string>) =>
    from.request.post(address, { data: Buffer.from('01234'), headers, failOnStatusCode: false });
  expect((await send(stranger, own)).status()).toBe(404);
  expect((await send(page.context(), { 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
  const first = await send(page.context(), own);
  expect(await first.json()).toEqual({ received: 5 });
  // Sent twice, kept once.
  expect(await (await send(page.context(), own)).json()).toEqual({ received: 5 });
  const wrong = await page.request.post('/api/attachments?language=ru', {
    data: { ...announce, bytes: 26_000_000 },
    headers: own,
    failOnStatusCode: false,
  });
  expect(wrong.status()).toBe(422);
  expect(await wrong.json()).toMatchObject({ code: 'paper.too-large', message: expect.stringContaining('25') });
  await stranger.close();
});

for (const locale of ['kk', 'ru', 'en'])
  test(`the page of papers stands in its own words (${locale})`, async ({ page }) => {
    await beginDraft(page, 'Sozder');
    await page.goto(`/${locale}/apply/papers`);
    await hasNoBarriers(page);
    const text = (await page.getByRole('main').textContent()) ?? '';
    expect(text).not.toMatch(/(?:apply|papers|errors)\.\w/);
    if (locale !== 'kk') expect(text).not.toMatch(/[әғқңөұүһі]/i);
    await page.goto(`/${locale}/apply/check`);
    await hasNoBarriers(page);
  });
