/** The lookup: a letter in hand, one line typed, records by how likely it is he; other records of the same man. */
import type { Page } from '@playwright/test';
import { importRecords } from './fixtures/importing';
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

/** Men nobody else in the register is called like; others for each project, since both run on one register. */
const surnameFor = (project: string) => (project === 'phone' ? 'Шыңғырлаубаев' : 'Қызылқайнарбеков');

const cardsOf = (project: string) => {
  const russian = project === 'phone' ? 'Чингирлаубаев' : 'Кызылкайнарбеков';
  const man = { surname: russian, given_name: 'Ахмет', patronymic: 'Жумабекович', birth_date: '__.__.1913' };
  const place = 'Казахская ССР, Карагандинская обл., Каркаралинский р-н';
  return [
    {
      ...man,
      ...{ source_record_id: `search-1-${project}`, birth_place: place, unit: '1073 сп 316 сд', rank: 'кр-ц' },
      ...{ archive: 'ЦАМО', fond: '58', opis: '18001', delo: project === 'phone' ? '9082' : '9081', fate: 'убит' },
      ...{ loss_date: '12.05.1942', loss_place: 'Крымская АССР' },
    },
    {
      ...man,
      source_record_id: `search-2-${project}`,
      birth_place: `${place}, с. Бегазы`,
      unit: '316 сд',
      fate: 'убит',
    },
    // The same name, another man.
    { ...man, source_record_id: `search-3-${project}`, birth_date: '__.__.1899', birth_place: 'Ростовская обл.' },
  ];
};

async function ask(page: Page, line: string): Promise<void> {
  await page.goto('/ru/desk/archive');
  await page.locator('[name="text"]').fill(line);
  await page.getByRole('button', { name: 'Искать', exact: true }).click();
  await page.waitForURL(/logged=yes/);
}

test.beforeEach(async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, 'researcher');
});

test('one line in any script finds him, says why, and leads to his other record', async ({ page }, { project }) => {
  const cards = cardsOf(project.name);
  importRecords(cards);
  const russian = cards[0]?.surname ?? '';
  await ask(page, `${surnameFor(project.name)} Ахмет 1913 Қарқаралы`);
  await expect(page.locator('main')).toContainText(`Запрос понят так: Фамилия: ${surnameFor(project.name)}`);
  const likeliest = page.locator('#band-likely, #band-possible').first();
  await expect(likeliest).toContainText(`${russian} Ахмет Жумабекович`);
  await expect(likeliest).toContainText('год рождения совпадает');
  await expect(likeliest).toContainText('ф. 58, оп. 18001');

  // Spellings for other databases, to be selected without any script.
  const spellings = page.locator('details', { hasText: 'Написания для поиска' });
  await spellings.locator('summary').click();
  await expect(spellings.getByText(`${russian} Ахмет Жумабекович`)).toBeVisible();

  await likeliest.getByRole('link', { name: russian }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${russian} Ахмет Жумабекович`);
  await expect(page.locator('#readings')).toContainText('316-я стрелковая дивизия');
  await expect(page.locator('#readings')).toContainText('красноармеец');
  await expect(page.locator('#sisters')).toContainText('вероятно, тот же человек');
  await expect(page.locator('#as-written')).toContainText('search-');
});

test('a file, a unit beside a name, and filters; the address keeps the question', async ({ page }, { project }) => {
  const cards = cardsOf(project.name);
  importRecords(cards);
  const delo = cards[0] && 'delo' in cards[0] ? cards[0].delo : '';
  await ask(page, `фонд 58 опись 18001 дело ${delo}`);
  await expect(page.locator('#band-stated')).toContainText(cards[0]?.surname ?? '');
  await expect(page.locator('#band-stated')).toContainText('тот же шифр');

  await ask(page, `${cards[0]?.surname} Ахмет`);
  await page.locator('summary', { hasText: 'Отдельные поля и фильтры' }).click();
  await page.locator('select[name="fate"]').selectOption('captured');
  await page.getByRole('button', { name: 'Искать', exact: true }).click();
  await page.waitForURL(/fate=captured/);
  await expect(page.locator('main')).toContainText('Ничего не найдено');
  await expect(page.locator('main')).toContainText('снимите ограничения');
  await page.reload();
  await expect(page.locator('select[name="fate"]')).toHaveValue('captured');
});

test('refuses what cannot be looked for, and keeps what was typed', async ({ page }) => {
  await page.goto('/ru/desk/archive');
  await page.locator('[name="text"]').fill('1913');
  await page.getByRole('button', { name: 'Искать', exact: true }).click();
  await expect(page.getByRole('alert').first()).toContainText('одного года или места мало');
  await expect(page.locator('[name="text"]')).toHaveValue('1913');
  for (const text of ['" OR 1=1 --', 'NEAR(а б)*', 'Ә\u0301\u0301\u0301', '🕯️🕯️', '%_^{}']) {
    const response = await page.goto(`/ru/desk/archive?${new URLSearchParams({ text })}`);
    expect(response?.status(), text).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the lookup is made, and shown', async ({ page }) => {
    await page.goto('/ru/desk/archive');
    await page.locator('[name="text"]').fill('Ахметов Касым');
    await page.getByRole('button', { name: 'Искать', exact: true }).click();
    await page.waitForURL(/logged=yes/);
    await expect(page.locator('main')).toContainText('Поиск записан в журнал');
  });
});
