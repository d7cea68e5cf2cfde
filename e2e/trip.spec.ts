/** A trip from its plan to the families' calendars: three are invited, one comes, one cannot, one says so later. */
import type { Page } from '@playwright/test';
import kk from '../messages/kk.json' with { type: 'json' };
import ru from '../messages/ru.json' with { type: 'json' };
import { hasNoBarriers } from './fixtures/applying';
import { unfold } from './fixtures/cases';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const desk = ru.journey;
const own = kk.track.journeys;

type Family = { id: string; reference: string; caseId: string };

/** Where three families may be invited; what they would learn they know already. */
function placeOfThree(): { place: string; families: Family[] } {
  const rows = readRegister<Family & { place: string }>(
    `SELECT a.id, a.reference, a.case_id AS caseId, b.burial_place_id AS place FROM applications a
       JOIN burials b ON b.case_id = a.case_id AND b.ended_at IS NULL
       JOIN conclusions k ON k.id = b.conclusion_id AND k.sensitive = 0
       JOIN consents c ON c.application_id = a.id AND c.kind = 'ceremonies' AND c.revoked_at IS NULL
      WHERE a.withdrawn_at IS NULL AND a.erased_at IS NULL AND a.tell_first = 'page'
      ORDER BY b.burial_place_id, a.id`,
  );
  for (const place of new Set(rows.map((row) => row.place))) {
    const families = rows.filter((row) => row.place === place);
    if (families.length >= 3) return { place, families: families.slice(0, 3) };
  }
  throw new Error('Nowhere lie three soldiers whose families may be invited');
}

test('a trip: planned, opened, three families invited, their answers and calendars @desktop', async ({ page }) => {
  test.setTimeout(400_000);
  const { place, families } = placeOfThree();
  const title = `Әкемнің қабіріне ${Date.now()}`;
  await signIn(page, 'manager');
  await plan(page, title);
  const tripPath = new URL(page.url()).pathname;

  await page.locator('#stages select[name="burialPlaceId"]').selectOption(place);
  await page.locator('#stages [name="programmeKk"]').fill('Гүл қою, құран оқу');
  await page.getByRole('button', { name: desk.stages.submit, exact: true }).click();
  await expect(page.locator('#stages ol')).toContainText('Гүл қою');
  await page.getByRole('button', { name: desk.move.trip.open, exact: true }).click();
  await expect(page.getByText(ru.journeys.state.open, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: desk.show, exact: true }).click();
  await expect(page.getByRole('link', { name: desk.publicYes })).toBeVisible();

  const chosen = page.locator('#families input[name="applicationIds"]');
  for (const box of await chosen.all()) await box.setChecked(await isOneOf(box, families));
  await page.getByRole('button', { name: desk.families.invite }).click();
  await expect(page.locator('#answers').getByText(desk.invitation.invited, { exact: true })).toHaveCount(3);
  await hasNoBarriers(page);

  const [comes, cannot, later] = families;
  if (!comes || !cannot || !later) throw new Error('Not three');
  await answers(page, comes, title, own.choice.accepted, '2');
  await hasNoBarriers(page);
  const invitation = page.getByRole('article', { name: title });
  const calendar = await page.request.get(await hrefOf(invitation.getByRole('link', { name: own.calendar })));
  const ics = (await calendar.text()).replaceAll('\r\n ', '');
  expect(ics).toContain(title);
  expect(ics).toContain('DTSTART;VALUE=DATE:20200615');
  expect(ics).toContain('DTEND;VALUE=DATE:20200619');
  expect(ics).toContain('STATUS:CONFIRMED');
  const programme = await page.request.get(await hrefOf(invitation.getByRole('link', { name: own.programme })));
  expect((await programme.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await answers(page, cannot, title, own.choice.declined, '');
  await answers(page, later, title, own.choice.later, '');

  await page.goto(tripPath);
  // The tags, not the choices beside them.
  const told = (words: string) => page.locator('#answers').getByText(words, { exact: true }).filter({ visible: true });
  await expect(told(desk.invitation.accepted)).toHaveCount(1);
  await expect(told(desk.invitation.declined)).toHaveCount(1);
  await expect(told(desk.invitation.invited)).toHaveCount(1);
  await page.goto('/ru/desk');
  await expect(page.locator('#invitations')).toContainText(title);

  const shown = (await (await page.request.get('/kk/ceremonies/calendar.ics')).text()).replaceAll('\r\n ', '');
  expect(shown).toContain(`SUMMARY;LANGUAGE=kk:${title}`);
  expect(shown).not.toContain('ATTENDEE');
  await page.goto('/kk/ceremonies');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByText('Музейдің алдында')).toBeHidden();
  await hasNoBarriers(page);
});

async function plan(page: Page, title: string): Promise<void> {
  await page.goto('/ru/desk/trips/new');
  const fill = (name: string, value: string) => page.locator(`main [name="${name}"]`).fill(value);
  await fill('titleKk', title);
  await fill('startsOn', '2020-06-15');
  await fill('endsOn', '2020-06-18');
  await fill('answerBy', '2020-05-15');
  await fill('meetingKk', 'Музейдің алдында, сағат 9-да');
  await fill('documentsKk', 'Төлқұжат\nСақтандыру полисі');
  await page.getByRole('button', { name: desk.trips.submit }).click();
  await page.waitForURL(/\/ru\/desk\/trips\/[0-9a-f-]{36}/);
}

const isOneOf = async (box: { inputValue(): Promise<string> }, families: readonly Family[]): Promise<boolean> => {
  const value = await box.inputValue();
  return families.some(({ id }) => id === value);
};

const hrefOf = async (link: { getAttribute(name: string): Promise<string | null> }): Promise<string> =>
  (await link.getAttribute('href')) ?? '';

/** Gets a new code from the desk, follows the application with it and answers the invitation. */
async function answers(page: Page, family: Family, title: string, choice: string, persons: string): Promise<void> {
  await page.goto(`/ru/desk/cases/${family.caseId}`);
  const renewal = await unfold(page, ru.case.code.renew);
  await renewal.getByLabel(ru.case.code.how).selectOption('telephone');
  await renewal.getByLabel(ru.case.code.checked).fill('Назвала год рождения отца и адрес до войны.');
  await renewal.getByRole('button', { name: ru.case.code.renewSubmit }).click();
  await expect(page.getByRole('heading', { level: 1, name: ru.register.registered.why.renewed })).toBeVisible();
  const code = await page
    .getByRole('term')
    .filter({ hasText: ru.apply.sent.code })
    .locator('xpath=following-sibling::dd')
    .textContent();
  await page.context().clearCookies({ name: /track$/ });
  await page.goto('/kk/track');
  await page.getByLabel(kk.track.signIn.reference.label).fill(family.reference);
  await page.getByLabel(kk.track.signIn.code.label).fill(code ?? '');
  await page.getByRole('main').getByRole('button').first().click();
  const invitation = page.getByRole('article', { name: title });
  await invitation.getByLabel(choice).check();
  await invitation.getByLabel(own.howMany).fill(persons);
  await invitation.getByRole('button', { name: own.send }).click();
  await expect(page.getByText(kk.track.done.invitationAnswered)).toBeVisible();
}
