/** Two records disagree about the year of birth: they stand side by side, one is chosen with a reason, the other stays. */
import type { Page } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { importRecords } from './fixtures/importing';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { fact } = ru;

/** Nobody else in the register is called like this; one for each project, since both run on one register. */
const men = { desktop: ['Мыңжасаров', 'Еркебұлан'], phone: ['Тайғұлатов', 'Өскенбай'] };

test('a conflict of two records is settled by a person, and by nobody else', async ({ page }, { project }) => {
  test.setTimeout(240_000);
  const [surname = '', given_name = ''] = men[project.name === 'phone' ? 'phone' : 'desktop'];
  const name = { surname, given_name };
  const papers = [
    { birth_date: '__.__.1914', delo: '11', source_record_id: `fact-a-${project.name}` },
    { birth_date: '__.__.1917', delo: '12', source_record_id: `fact-b-${project.name}` },
  ];
  importRecords(papers.map((paper) => ({ ...name, ...paper, archive: 'ЦАМО', fond: '58', opis: '18001' })));
  await signIn(page, 'researcher');
  const casePath = await openCase(page, surname, given_name);
  for (const { source_record_id } of papers) await attach(page, casePath, source_record_id);

  await page.goto(casePath);
  const birth = page.getByRole('row').filter({ has: page.locator('#fact-birth') });
  for (const text of ['__.__.1914', 'д. 11', '__.__.1917', 'д. 12', fact.disagree])
    await expect(birth).toContainText(text);
  await expect(birth).toContainText(ru.case.known.undecided);
  // What agrees is no question.
  await expect(page.getByRole('row').filter({ has: page.locator('#fact-surname') })).not.toContainText(fact.disagree);

  await birth.locator('summary', { hasText: fact.choose }).click();
  await birth.getByLabel('__.__.1917').check();
  await birth.getByRole('button', { name: fact.chooseSubmit }).click();
  await expect(birth).toContainText('Заполните');
  await birth.getByLabel(fact.reason).fill('Карточка призыва заполнена с его слов.');
  await birth.getByRole('button', { name: fact.chooseSubmit }).click();
  await expect(birth).toContainText('Карточка призыва заполнена с его слов.');
  await expect(birth).not.toContainText(fact.disagree);
  for (const text of ['__.__.1914', 'д. 11', fact.chosen]) await expect(birth).toContainText(text);
  await expect(page.locator('#history')).toContainText(ru.event['fact-chosen']);
  const [row] = readRegister<{ birth: string }>('SELECT birth FROM cases WHERE id = ?', casePath.split('/').at(-1));
  expect(row?.birth).toBe('__.__.1917');

  // The record turns out to be another man's: the choice says so, and the question is open again.
  await page.goto(casePath);
  const paper = page.locator('#evidence li').filter({ hasText: 'д. 12' });
  await paper.locator('summary', { hasText: ru.case.evidence.remove }).click();
  await paper.getByLabel(ru.case.evidence.reason).fill('Другой человек.');
  await paper.getByRole('button', { name: ru.case.evidence.removeSubmit }).click();
  await expect(birth).toContainText(fact.gone);
  await expect(birth).toContainText(fact.lookAgain);
});

/** Opens a case that began from a list of graves, without a year of birth, and takes it. */
async function openCase(page: Page, surname: string, givenName: string): Promise<string> {
  await page.goto('/ru/desk/cases/new');
  await page.locator('[name="origin"][value="grave-list"], select[name="origin"]').first().waitFor();
  const origin = page.locator('select[name="origin"]');
  if ((await origin.count()) > 0) await origin.selectOption('grave-list');
  else await page.locator('[name="origin"][value="grave-list"]').check();
  await page.locator('[name="surname"]').fill(surname);
  await page.locator('[name="givenName"]').fill(givenName);
  await page.getByRole('button', { name: 'Открыть розыск' }).click();
  await page.waitForURL(/\/ru\/desk\/cases\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Взять розыск' }).click();
  await expect(page.locator('main')).toContainText('Ответственный:');
  return new URL(page.url()).pathname;
}

async function attach(page: Page, casePath: string, document: string): Promise<void> {
  const [record] = readRegister<{ id: number }>(
    'SELECT id FROM archive_records WHERE row LIKE ? ORDER BY id DESC',
    `%"${document}"%`,
  );
  await page.goto(`/ru/desk/archive/${record?.id}?case=${casePath.split('/').at(-1)}`);
  await page.getByRole('button', { name: 'Приложить к розыску' }).click();
  await page.waitForURL(/\/ru\/desk\/cases\//);
}
