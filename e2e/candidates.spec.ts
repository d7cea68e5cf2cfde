/**
 * Possible matches: a record proposed for a case becomes its evidence; "not the same" stays hidden until the birth year is changed; an
 * import wakes a case on watch.
 */
import type { Locator, Page } from '@playwright/test';
import { importRecords } from './fixtures/importing';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

/** The worker matches every unresolved case after an import, one import after the other. */
const matched = { timeout: 120_000, intervals: [1_000] };

/** Men nobody else in the register is called like: three for each project, since both run on one register. */
const men = {
  desktop: ['Құлақшынов Өтепберген Шыныбекұлы', 'Бөріқазғанов Жаңбырбай Меңдіаязұлы', 'Шөмішбаев Ғазиз Ұзақбергенұлы'],
  phone: ['Әжіғұмаров Түменбай Сүгірәліұлы', 'Тоқсейітов Қыдырхожа Бұланбайұлы', 'Ізтұрғанов Еңсегей Үмбетәліұлы'],
};

function man(project: string, number: number) {
  const [surname = '', given_name = '', patronymic = ''] =
    men[project === 'phone' ? 'phone' : 'desktop'][number]?.split(' ') ?? [];
  return { surname, given_name, patronymic, birth_date: `__.__.19${number + 10}` };
}

test.beforeEach(async ({ page }) => {
  test.setTimeout(300_000);
  await signIn(page, 'researcher');
});

test('a possible match becomes evidence by a person’s decision', async ({ page }, { project }) => {
  const sought = man(project.name, 0);
  importRecords([{ ...sought, source_record_id: `cand-0-${project.name}`, archive: 'ЦАМО', fond: '58', opis: '1' }]);
  const casePath = await openCase(page, sought, '1910');
  const link = await candidate(page, casePath, sought.surname);
  await expect(page.locator('#matches')).toContainText('ЦАМО, ф. 58, оп. 1');

  // It waits in "my work", too.
  await page.goto('/ru/desk');
  await page
    .locator('#matches')
    .getByRole('link', { name: /по моим розыскам/ })
    .click();
  await page.waitForURL(/\/desk\/matches/);
  await expect(page.getByRole('table')).toContainText(sought.surname);

  await page.goto(casePath);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sought.given_name);
  await expect(page.getByRole('table')).toContainText('год рождения совпадает');
  await expect(page.locator('#as-written')).toContainText('given_name');
  await page.getByRole('link', { name: 'Тот же человек' }).click();
  await expect(page.getByLabel('Шифр документа')).toHaveValue('ЦАМО, ф. 58, оп. 1');
  await page.getByLabel('Что подтверждает запись').fill('Призван и пропал без вести.');
  await page.getByRole('button', { name: 'Подтвердить: тот же человек' }).click();
  await page.waitForURL(/\/ru\/desk\/cases\/[0-9a-f-]{36}#evidence/);
  await expect(page.locator('#evidence')).toContainText('ЦАМО, ф. 58, оп. 1');
  await expect(page.locator('#evidence')).toContainText('Призван и пропал без вести.');
  await expect(link).toBeHidden();
  await expect(page.locator('#history')).toContainText('принято решение о совпадении');
});

test('"not the same" stays hidden, and comes back when the birth year is changed', async ({ page }, { project }) => {
  const sought = man(project.name, 1);
  importRecords([{ ...sought, source_record_id: `cand-1-${project.name}` }]);
  const casePath = await openCase(page, sought, '1911');
  const link = await candidate(page, casePath, sought.surname);
  await link.click();

  await page.getByRole('link', { name: 'Другой человек' }).click();
  await page.waitForURL(/decide=rejected/);
  await page.getByRole('button', { name: 'Отметить: другой человек' }).click();
  await expect(page.locator('#decide')).toContainText('Напишите причину');
  await page.getByLabel('Причина').first().fill('Жена и место рождения другие.');
  await page.getByRole('button', { name: 'Отметить: другой человек' }).click();
  await expect(page.locator('main')).toContainText('Сейчас решено: другой человек');

  // What the record says nothing of changes nothing between the two.
  await correct(page, casePath, 'draftPlace', 'Акмолинский РВК');
  await settled(page, casePath);
  await expect(link).toBeHidden();

  await correct(page, casePath, 'birth', '1912');
  await candidate(page, casePath, sought.surname);
  await expect(page.locator('#matches')).toContainText('Прежнее решение: другой человек');
  await expect(page.locator('#matches')).toContainText('С тех пор изменилось: дата рождения');
  await expect(page.locator('#matches')).toContainText('Жена и место рождения другие.');
});

test('a case on watch wakes when its man comes in with an import', async ({ page }, { project }) => {
  // The oldest for one project, the next for the other: both run on one register.
  const [watched] = readRegister<{
    id: string;
    surname: string;
    given_name: string;
    patronymic: string;
    birth: string;
  }>(
    `SELECT id, surname, given_name, patronymic, birth FROM cases
      WHERE status = 'on-watch' AND surname <> '' AND given_name <> '' AND patronymic <> '' AND birth GLOB '[0-9][0-9][0-9][0-9]'
        AND id NOT IN (SELECT case_id FROM match_candidates) ORDER BY number LIMIT 1 OFFSET ?`,
    project.name === 'phone' ? 1 : 0,
  );
  if (!watched) throw new Error('No case on watch without a possible match');
  const { id, birth, ...names } = watched;
  importRecords([{ ...names, birth_date: `__.__.${birth}`, source_record_id: `cand-2-${project.name}` }]);
  await candidate(page, `/ru/desk/cases/${id}`, names.surname);
  await expect(page.locator('main')).toContainText('На контроле');
  await expect(page.locator('#matches')).toContainText('Мемориал');
});

/** Opens a case that began from a list of graves, and takes it. */
async function openCase(page: Page, sought: ReturnType<typeof man>, birth: string): Promise<string> {
  await page.goto('/ru/desk/cases/new');
  await page.locator('[name="origin"][value="grave-list"], select[name="origin"]').first().waitFor();
  const origin = page.locator('select[name="origin"]');
  if ((await origin.count()) > 0) await origin.selectOption('grave-list');
  else await page.locator('[name="origin"][value="grave-list"]').check();
  await page.locator('[name="surname"]').fill(sought.surname);
  await page.locator('[name="givenName"]').fill(sought.given_name);
  await page.locator('[name="patronymic"]').fill(sought.patronymic);
  await page.locator('[name="birth"]').fill(birth);
  await page.getByRole('button', { name: 'Открыть розыск' }).click();
  await page.waitForURL(/\/ru\/desk\/cases\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Взять розыск' }).click();
  await expect(page.locator('main')).toContainText('Ответственный:');
  return new URL(page.url()).pathname;
}

/** The way to the possible match of this name, as soon as the worker has found it. */
async function candidate(page: Page, casePath: string, surname: string): Promise<Locator> {
  const link = page
    .locator('#matches')
    .getByRole('link', { name: `Сравнить подробно: ${surname}` })
    .first();
  await expect(async () => {
    await page.goto(casePath);
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass(matched);
  return link;
}

/** Until nothing waits for the worker. */
async function settled(page: Page, casePath: string): Promise<void> {
  await expect(async () => {
    await page.goto(casePath);
    await expect(page.locator('#matches')).not.toContainText('Совпадения сейчас подбираются', { timeout: 100 });
  }).toPass(matched);
}

async function correct(page: Page, casePath: string, field: string, value: string): Promise<void> {
  await page.goto(casePath);
  await open(page, 'Исправить сведения розыска');
  await page.locator(`#known [name="${field}"]`).fill(value);
  await page.locator('#known').getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.locator('#known').getByRole('status').first()).not.toBeEmpty();
}

/** Opens the disclosure with this summary. */
async function open(page: Page, summary: string): Promise<void> {
  await page.locator('summary', { hasText: summary }).first().click();
}
