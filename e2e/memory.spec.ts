/** A memory page from the museum's words through the family's consent to everybody, and off the site after an objection. */
import type { Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { hasNoBarriers } from './fixtures/applying';
import { unfold } from './fixtures/cases';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const desk = ru.memoryDesk;
type Entry = { burial: string; caseId: string; reference: string };

/** The first man of the register with one application that agrees, is told on its page, and has no memory page yet. */
function someone(): Entry {
  const [entry] = readRegister<Entry>(
    `SELECT b.id AS burial, b.case_id AS caseId, a.reference FROM burials b JOIN applications a ON a.case_id = b.case_id
     JOIN conclusions c ON c.id = b.conclusion_id
     WHERE b.ended_at IS NULL AND c.state = 'confirmed' AND c.sensitive = 0
       AND a.tell_first = 'page' AND a.withdrawn_at IS NULL AND a.telephone <> ''
       AND (SELECT count(*) FROM applications o WHERE o.case_id = b.case_id) = 1
       AND NOT EXISTS (SELECT 1 FROM case_joins j WHERE j.into_id = b.case_id AND j.parted_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM memory_pages m WHERE m.case_id = b.case_id)
       AND NOT EXISTS (SELECT 1 FROM publication_holds h WHERE h.case_id = b.case_id AND h.lifted_at IS NULL)
       AND (SELECT count(DISTINCT kind) FROM consents k WHERE k.application_id = a.id AND k.revoked_at IS NULL
              AND k.kind IN ('processing', 'publication')) = 2
     ORDER BY b.id LIMIT 1`,
  );
  if (!entry) throw new Error('Nobody of the register can have a memory page');
  return entry;
}

/** Staff give the family a new code, and the family opens its page with it. */
async function follow(page: Page, { caseId, reference }: Entry): Promise<void> {
  await page.goto(`/ru/desk/cases/${caseId}`);
  await unfold(page, ru.case.code.renew);
  await page.getByLabel(ru.case.code.how).selectOption('telephone');
  await page.getByLabel(ru.case.code.checked).fill('Назвала год рождения отца.');
  await page.getByRole('button', { name: ru.case.code.renewSubmit }).click();
  await expect(page.getByRole('heading', { level: 1, name: ru.register.registered.why.renewed })).toBeVisible();
  const term = page.getByRole('term').filter({ hasText: ru.apply.sent.code });
  const code = (await term.locator('xpath=following-sibling::dd').textContent()) ?? '';
  await page.goto('/kk/track');
  await page.getByLabel(kk.track.signIn.reference.label).fill(reference);
  await page.getByLabel(kk.track.signIn.code.label).fill(code);
  await page.getByRole('button', { name: kk.track.signIn.submit }).click();
  await expect(page.getByRole('heading', { level: 2, name: kk.track.memory.title })).toBeVisible();
}

test.use({ expectedComplaints: [/404 \(Not Found\)/] });

test('from consent to publication to objection @desktop', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('/kk/burials');
  const entry = someone();
  const memory = `/ru/desk/cases/${entry.caseId}/memory`;
  const words = 'Соғысқа дейін ауылда мұғалім болған.\n\nХаттарын анасы өмір бойы сақтаған.';

  await signIn(page, 'manager');
  await page.goto(memory);
  await page.getByLabel(desk.in.kk).fill(words);
  await page.getByRole('button', { name: desk.begin }).click();
  await expect(page.getByText(desk.states.draft, { exact: true })).toBeVisible();
  await hasNoBarriers(page);
  await page.getByRole('button', { name: desk.ask }).click();
  await expect(page.getByText(desk.states.asked, { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: desk.publish })).toHaveCount(0);

  await follow(page, entry);
  const section = page.locator('#memory');
  await expect(section).toContainText('Хаттарын анасы өмір бойы сақтаған.');
  await hasNoBarriers(page);
  await section.getByLabel(kk.track.memory.yes).check();
  await section.getByRole('button', { name: kk.track.memory.send }).click();
  await expect(page.getByText(kk.track.done.memory)).toBeVisible();

  await page.goto(memory);
  await page.getByRole('button', { name: desk.publish }).click();
  await expect(page.getByText(desk.states.published, { exact: true })).toBeVisible();
  const open = page.getByRole('link', { name: desk.open });
  const address = ((await open.getAttribute('href')) ?? '').replace('/ru/', '/kk/');

  await page.goto(address);
  await expect(page.getByText('Хаттарын анасы өмір бойы сақтаған.')).toBeVisible();
  await hasNoBarriers(page);
  const picture = await page.request.get(`${address}/picture`);
  expect(picture.headers()['content-type']).toBe('image/png');
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}');
  expect(data).toMatchObject({ '@type': 'WebPage', mainEntity: { '@type': 'Person' } });
  expect(await (await page.request.get('/sitemap.xml')).text()).toContain(address);

  await page.getByRole('link', { name: kk.burials.object }).click();
  await hasNoBarriers(page);
  await page.getByLabel(kk.objection.text, { exact: false }).fill('Суретте басқа адам тұр.');
  await page.getByLabel(new RegExp(`^${kk.objection.name}`)).fill('Асқар Сейітов');
  await page.getByLabel(kk.objection.contact, { exact: false }).fill('+7 700 000 00 02');
  await page.getByRole('button', { name: kk.objection.send }).click();
  await expect(page).toHaveURL(/sent=\d+/);

  await page.goto('/ru/desk/objections');
  await hasNoBarriers(page);
  await page.getByRole('row').filter({ hasText: 'Асқар Сейітов' }).getByRole('link').first().click();
  await page.getByLabel(ru.objections.uphold).check();
  await page.getByLabel(ru.objections.note, { exact: false }).fill('Семья подтвердила: на снимке другой человек.');
  await page.getByRole('button', { name: ru.objections.submit }).click();
  await expect(page.getByText(ru.objections.isNotPublic)).toBeVisible();
  await hasNoBarriers(page);

  for (const gone of [address, `${address}/picture`, `/kk/burials/${entry.burial}`])
    expect((await page.request.get(gone)).status()).toBe(404);
  expect(await (await page.request.get('/sitemap.xml')).text()).not.toContain(address);
});
