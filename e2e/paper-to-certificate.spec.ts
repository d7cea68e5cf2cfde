/**
 * The whole of the desk: an application that came by post, the search, the conclusion under four eyes, and the certificate of memory,
 * handed over to the family. The sheet is read back.
 */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import ru from '../messages/ru.json' with { type: 'json' };
import { unfold } from './fixtures/cases';
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { register, field, letters, letterKind, letterState, status } = ru;
const citation = 'ЦАМО, ф. 58, оп. 818883, д. 1304, л. 15об.';
const main = (page: Page) => page.getByRole('main');
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click();

test('from an application that came by post to the certificate of memory @desktop', async ({ page, browser }) => {
  test.setTimeout(300_000);
  const surname = `Қарғабаев${Date.now() % 1000}`;
  await signIn(page, 'researcher');
  const casePath = await registerByPost(page, surname);
  await press(page, 'Взять розыск');
  await expect(main(page)).toContainText('Ответственный:');
  await move(page, casePath, 'checking');
  await move(page, casePath, 'searching');

  // Nothing is confirmed: there is no certificate to be written.
  const caseId = casePath.split('/').at(-1) ?? '';
  await page.goto(`/ru/desk/letters/new?case=${caseId}&kind=certificate`);
  await expect(main(page)).toContainText(ru.errors.letter['nothing-confirmed']);

  await attach(page, casePath);
  await propose(page, casePath, caseId);
  const manager = await (await browser.newContext()).newPage();
  await signIn(manager, 'manager');
  await confirm(manager, casePath);

  const letterPath = await draftCertificate(page, caseId);
  await manager.goto(letterPath);
  await press(manager, letters.approve);
  await expect(main(manager)).toContainText(letterState.approved);
  await page.reload();
  await page.getByLabel(letters.number).fill(`С-${Date.now()}`);
  await press(page, letters.registerSubmit);
  await expect(main(page)).toContainText(letterState.registered);
  const sheet = await sheetText(page);
  for (const text of [surname, 'Малая Осинка', 'ф. 58, оп. 818883, д. 1304']) expect(sheet).toContain(text);

  await page.locator('[name="state"]').and(page.locator('select')).selectOption('handed-over');
  await page.getByLabel(letters.channel).selectOption('in-person');
  await press(page, letters.settleSubmit);
  await expect(main(page)).toContainText(letterState['handed-over']);
  await move(page, casePath, 'family-informed');
  await move(page, casePath, 'closed');
});

async function registerByPost(page: Page, surname: string): Promise<string> {
  await page.goto('/ru/desk/applications/new');
  await page.getByLabel(register.channel).selectOption('post');
  await page.getByLabel(register.receivedOn).fill('31.01.2020');
  await page.getByLabel(register.language).selectOption('kk');
  await page.getByLabel(field.surname.label, { exact: true }).fill(surname);
  await page.getByLabel(field.givenName.label, { exact: true }).fill('Сейілхан');
  await page.getByLabel(field.birth.label).fill('1911');
  await page.getByLabel(register.field.applicantName).fill('Күлпаш Қарғабаева');
  await page.getByLabel(register.field.kinship).selectOption('daughter');
  await page.locator('[name="postalAddress"]').fill('Ақмола облысы, Жарқайың ауданы');
  await page.getByLabel(register.field['consent-processing']).check();
  await page.getByLabel(register.consentHow).selectOption('signature');
  await page.getByRole('button', { name: register.submit, exact: true }).click();
  await page.getByRole('link', { name: register.registered.case }).click();
  await page.waitForURL(/\/ru\/desk\/cases\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

async function move(page: Page, casePath: string, to: keyof typeof status): Promise<void> {
  await page.goto(casePath);
  await unfold(page, 'Изменить статус');
  await page.locator(`[name="to"][value="${to}"]`).check();
  await press(page, 'Изменить статус');
  await expect(main(page)).toContainText(status[to]);
}

async function attach(page: Page, casePath: string): Promise<void> {
  const { evidence } = ru.case;
  await page.goto(casePath);
  const form = await unfold(page, evidence.attach);
  await form.getByLabel(evidence.citation).fill(citation);
  await form.getByLabel(evidence.states).fill('Умер от ран 18.03.1943, похоронен в д. Малая Осинка.');
  await form.getByRole('button', { name: evidence.attachSubmit }).click();
  await expect(page.locator('#evidence')).toContainText('818883');
}

async function propose(page: Page, casePath: string, caseId: string): Promise<void> {
  await page.goto(`/ru/desk/burials/new?case=${caseId}`);
  await page.locator('[name="reportedName"]').fill('д. Малая Осинка');
  await page.locator('[name="reportedRegion"]').fill('Орловская обл.');
  await page.locator('[name="reportedCountry"]').selectOption('SU');
  await page.locator('[name="presentNameRu"]').fill('Малая Осинка');
  await page.locator('[name="presentNameKk"]').fill('Малая Осинка');
  await page.locator('[name="regionTodayRu"]').fill('Орловская область');
  await page.locator('[name="regionTodayKk"]').fill('Орёл облысы');
  await page.getByRole('button', { name: 'Внести и вернуться к розыску' }).click();
  await expect(page).toHaveURL(/\/desk\/cases\/.*place=/);
  await unfold(page, 'Предложить заключение');
  await page.locator('select[name="fate"]').selectOption('died-of-wounds');
  await page.locator('[name="fateDate"]').fill('18.03.1943');
  await page.locator('[name="burialKind"]').selectOption('primary');
  await page.locator('[name="burialPrecision"]').selectOption('settlement');
  await page.locator('[name="evidenceIds"]').first().check();
  await page.locator('[name="summary"]').fill('Имя, год рождения и место призыва совпадают.');
  await press(page, 'Предложить');
  await expect(page.locator('#conclusion')).toContainText('умер от ран');
  await page.goto(casePath);
  await press(page, 'Отправить на проверку');
  await expect(main(page)).toContainText(status['under-review']);
}

async function confirm(page: Page, casePath: string): Promise<void> {
  await page.goto(casePath);
  await page.locator('[name="countryToday"]').selectOption('RU');
  await page.locator('form:has([name="countryToday"])').getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.locator('#conclusion')).toContainText('Россия');
  await page.goto(casePath);
  await unfold(page, 'Подтвердить');
  await press(page, 'Подтвердить заключение');
  await expect(main(page)).toContainText(status['burial-established']);
}

/** In the language of the application; the text is prepared. @returns the path of the letter */
async function draftCertificate(page: Page, caseId: string): Promise<string> {
  await page.goto(`/ru/desk/letters/new?case=${caseId}&kind=certificate`);
  await expect(page.getByLabel(letters.new.letterText)).not.toHaveValue('');
  await press(page, letters.new.submit);
  await expect(page).toHaveURL(/\/ru\/desk\/letters\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(letterKind.certificate);
  return new URL(page.url()).pathname;
}

async function sheetText(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: letters.sheet }).click();
  const data = new Uint8Array(readFileSync(await (await downloading).path()));
  const pdf = await getDocument({ data, useSystemFonts: false }).promise;
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return (await Promise.all(pages)).join(' ').replace(/\s+/g, ' ');
}
