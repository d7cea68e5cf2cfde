/** What goes between a relative and the museum: words both ways, a lost code found again, an application in other hands. */
import type { Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { applyQuickly, goOn, hasNoBarriers, slip, standsAt } from './fixtures/applying';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { track } = kk;
const desk = ru.case;

/** Opens the application's page in this browser, as whoever holds the slip. */
async function follow(page: Page, held: { reference: string; code: string }): Promise<void> {
  await page.goto('/kk/track');
  const leave = page.getByRole('button', { name: track.leave });
  if (await leave.isVisible()) await leave.click();
  await page.getByLabel(track.signIn.reference.label).fill(held.reference);
  await page.getByLabel(track.signIn.code.label).fill(held.code);
  await page.getByRole('button', { name: track.signIn.submit }).click();
}

const caseOf = (reference: string) =>
  readRegister<{ id: string }>('SELECT case_id AS id FROM applications WHERE reference = ?', reference)[0]?.id ?? '';

/** Opens the disclosure with this summary. */
async function open(page: Page, summary: string): Promise<void> {
  const details = page.locator('details', { has: page.locator('summary', { hasText: summary }) }).first();
  await details.locator('summary').first().click();
}

async function takeUp(page: Page, reference: string): Promise<string> {
  const path = `/ru/desk/cases/${caseOf(reference)}`;
  await page.goto(path);
  await page.getByRole('button', { name: 'Взять розыск' }).click();
  await expect(page.getByRole('main')).toContainText('Ответственный:');
  await page.goto(path);
  await open(page, 'Изменить статус');
  await page.locator('[name="to"][value="checking"]').check();
  await page.getByRole('button', { name: 'Изменить статус' }).click();
  await expect(page.getByRole('main')).toContainText('Проверяется');
  return path;
}

test('words go both ways, and an answer moves the case on', async ({ page }) => {
  test.setTimeout(150_000);
  const surname = `Жүнісов${Date.now()}`;
  const held = await applyQuickly(page, surname);
  await follow(page, held);
  await expect(page.getByText(track.thread.none)).toBeVisible();
  await page.getByLabel(track.thread.write).fill('Атамның інісі Серік те соғыстан қайтпаған.');
  await page.getByRole('button', { name: track.thread.send }).click();
  await expect(page.getByText(track.done.written)).toBeVisible();
  await expect(page.getByRole('list', { name: track.thread.title }).getByRole('listitem')).toHaveCount(1);
  await hasNoBarriers(page);

  // Nobody holds the case yet: the message stands in everybody's work.
  await signIn(page, 'researcher');
  const inMyWork = page.getByRole('row').filter({ hasText: surname }).filter({ hasText: 'Атамның інісі' });
  await expect(inMyWork).toBeVisible();
  await expect(inMyWork).toContainText(ru.queue.answers.message);
  const path = await takeUp(page, held.reference);
  const thread = page.locator('#asked');
  await expect(thread).toContainText('Атамның інісі Серік');
  await hasNoBarriers(page);
  await thread.getByRole('button', { name: desk.asked.markSeen }).click();
  await expect(thread.getByText(desk.asked.newMessage)).toHaveCount(0);

  await open(page, desk.asked.ask);
  await page.getByRole('textbox', { name: desk.asked.questionText }).fill('Атаңыз қай жылы әскерге алынды?');
  await page.getByLabel(desk.asked.moveCase).check();
  await page.getByRole('button', { name: desk.asked.askSubmit }).click();
  await expect(thread).toContainText('Атаңыз қай жылы');
  await page.goto(path);
  await open(page, desk.asked.write);
  await page.getByRole('textbox', { name: desk.asked.messageText }).fill('Рақмет, інісін де іздейміз.');
  await page.getByRole('button', { name: desk.asked.writeSubmit }).click();
  await expect(thread).toContainText('інісін де іздейміз');

  await page.goto('/kk/track');
  await standsAt(page, 'Сізден бір мәлімет керек');
  const said = page.getByRole('list', { name: track.thread.title });
  await expect(said.getByRole('listitem').first()).toContainText('інісін де іздейміз');
  await expect(said).not.toContainText('Атаңыз қай жылы');
  await hasNoBarriers(page);
  await page.getByLabel(track.owed.answer).fill('1941 жылдың күзінде.');
  await page.getByRole('button', { name: track.owed.send }).click();
  await expect(page.getByText(track.done.answered)).toBeVisible();
  await standsAt(page, 'Өтінішіңіз қабылданды');
  await expect(said.getByRole('listitem').first()).toContainText('1941 жылдың күзінде.');

  await page.goto('/ru/desk');
  await expect(page.getByRole('row').filter({ hasText: surname }).filter({ hasText: '1941 жылдың' })).toBeVisible();
  await expect(inMyWork).toHaveCount(0);
});

test('a lost code is replaced by a link, once, and the answer never tells whether an address is known', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const email = `aigul.${Date.now()}@poshta.example`;
  const old = await applyQuickly(page, 'Жүнісов', async () => {
    await page.goto('/kk/apply/you');
    await page.getByLabel('Аты-жөніңіз').fill('Айгүл Серікқызы');
    await page.getByLabel('Сіз оған кім боласыз').selectOption({ label: 'Немересі' });
    await page.getByLabel('Электрондық пошта', { exact: true }).fill(email);
    await goOn(page);
    await standsAt(page, 'Келісіміңіз');
  });
  await follow(page, old);
  await standsAt(page, 'Өтінішіңіз қабылданды');

  const said: string[] = [];
  const took: number[] = [];
  for (const asked of [`nobody.${Date.now()}@poshta.example`, email.toUpperCase()]) {
    await page.goto('/kk/track/lost-code');
    await hasNoBarriers(page);
    await page.getByLabel(track.lost.email).fill(asked);
    const began = Date.now();
    await page.getByRole('button', { name: track.lost.submit }).click();
    await standsAt(page, track.lost.asked.title);
    took.push(Date.now() - began);
    said.push((await page.getByRole('main').textContent()) ?? '');
  }
  expect(said[0]).toBe(said[1]);
  for (const milliseconds of took) expect(milliseconds).toBeGreaterThanOrEqual(1000);
  await hasNoBarriers(page);

  const [notice] = readRegister<{ data: string; state: string }>(
    "SELECT data, state FROM notices WHERE kind = 'code-link' AND lower(address) = ?",
    email,
  );
  expect(notice?.state).toBe('kept');
  const { token } = JSON.parse(notice?.data ?? '{}') as { token: string };
  const link = `/kk/track/new-code?code=${token}`;
  // Looked at twice, as a mail program does: nothing happens.
  await page.request.get(link);
  await page.goto(link);
  await standsAt(page, track.newCode.title);
  await hasNoBarriers(page);
  await page.getByRole('button', { name: track.newCode.submit }).click();
  await standsAt(page, track.newCode.slip.title);
  await expect(page).toHaveURL('/kk/track/new-code');
  await hasNoBarriers(page);
  const fresh = await slip(page);
  expect(fresh.reference).toBe(old.reference);
  expect(fresh.code).not.toBe(old.code);

  // What was open with the old code is closed, and the old code opens nothing.
  await page.goto('/kk/track');
  await expect(page.getByLabel(track.signIn.code.label)).toBeVisible();
  await follow(page, old);
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await follow(page, fresh);
  await standsAt(page, 'Өтінішіңіз қабылданды');

  await page.context().clearCookies();
  await page.goto(link);
  await standsAt(page, track.newCode.over.title);
  await hasNoBarriers(page);
});

test('staff give a new code after a check; taking back the consent then takes the entry down at once', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/kk/burials');
  const [entry] = readRegister<{ burial: string; caseId: string; reference: string }>(
    `SELECT b.id AS burial, b.case_id AS caseId, a.reference FROM burials b JOIN applications a ON a.case_id = b.case_id
     WHERE b.ended_at IS NULL AND a.tell_first = 'page' AND a.withdrawn_at IS NULL AND a.telephone <> ''
       AND (SELECT count(*) FROM applications o WHERE o.case_id = b.case_id) = 1
       AND NOT EXISTS (SELECT 1 FROM case_joins j WHERE j.into_id = b.case_id AND j.parted_at IS NULL)
       AND (SELECT count(DISTINCT kind) FROM consents c WHERE c.application_id = a.id AND c.revoked_at IS NULL
              AND c.kind IN ('processing', 'publication')) = 2
     ORDER BY b.id DESC LIMIT 1`,
  );
  const address = `/kk/burials/${entry?.burial}`;
  expect((await page.request.get(address)).status()).toBe(200);

  await signIn(page, 'manager');
  await page.goto(`/ru/desk/cases/${entry?.caseId}`);
  await open(page, desk.code.renew);
  await page.getByLabel(desk.code.how).selectOption('telephone');
  await page.getByRole('button', { name: desk.code.renewSubmit }).click();
  await expect(page.getByText(ru.form.problem).first()).toBeVisible();
  await page.getByLabel(desk.code.checked).fill('Назвала год рождения отца и адрес до войны.');
  await page.getByRole('button', { name: desk.code.renewSubmit }).click();
  await expect(page.getByRole('heading', { level: 1, name: ru.register.registered.why.renewed })).toBeVisible();
  await hasNoBarriers(page);
  const code =
    (await page
      .getByRole('term')
      .filter({ hasText: ru.apply.sent.code })
      .locator('xpath=following-sibling::dd')
      .textContent()) ?? '';

  await follow(page, { reference: entry?.reference ?? '', code });
  await expect(page.getByRole('heading', { level: 2, name: track.consents.title })).toBeVisible();
  const publication = page.getByRole('listitem').filter({ hasText: kk.field['consent-publication'].label });
  await publication.locator('summary').click();
  await expect(publication).toContainText(track.consents.follows.publication);
  await hasNoBarriers(page);
  await publication.getByRole('button', { name: track.consents.takeBack }).click();
  await expect(page.getByText(track.done.revoked)).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(404);

  await publication.locator('summary').click();
  await publication.getByRole('button', { name: track.consents.give }).click();
  await expect(page.getByText(track.done.given, { exact: true })).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(200);
});

test('an application passes to another relative, with a new code and without the consents', async ({ page }) => {
  test.setTimeout(120_000);
  const old = await applyQuickly(page, 'Жүнісов');
  await follow(page, old);
  await page.getByLabel(track.thread.write).fill('Бұл сөзім мұрагерге көрінбесін.');
  await page.getByRole('button', { name: track.thread.send }).click();
  await expect(page.getByText(track.done.written)).toBeVisible();

  await signIn(page, 'manager');
  await page.goto(`/ru/desk/cases/${caseOf(old.reference)}`);
  await open(page, desk.passOn.summary);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: desk.passOn.submit }) });
  await form.getByLabel(desk.passOn.name).fill('Дана Ерланқызы');
  await form.getByLabel(desk.passOn.kinship).selectOption('great-grandchild');
  await form.getByLabel(desk.family.telephone).fill('+7 700 000 00 09');
  await form.getByLabel(desk.passOn.reason).fill('Заявительница умерла, продолжает правнучка.');
  await hasNoBarriers(page);
  await form.getByRole('button', { name: desk.passOn.submit }).click();
  await expect(page.getByRole('heading', { level: 1, name: ru.register.registered.why['passed-on'] })).toBeVisible();
  const code =
    (await page
      .getByRole('term')
      .filter({ hasText: ru.apply.sent.code })
      .locator('xpath=following-sibling::dd')
      .textContent()) ?? '';

  await page.goto('/kk/track');
  await expect(page.getByLabel(track.signIn.code.label)).toBeVisible();
  await follow(page, { reference: old.reference, code });
  await standsAt(page, 'Өтінішіңіз қабылданды');
  await expect(page.getByText('мұрагерге көрінбесін')).toHaveCount(0);
  await expect(page.getByText(track.consents.never)).toHaveCount(4);
  await page.goto(`/ru/desk/cases/${caseOf(old.reference)}`);
  await expect(page.locator('#family')).toContainText('Дана Ерланқызы');
  await expect(page.locator('#asked')).toContainText('мұрагерге көрінбесін');
});
