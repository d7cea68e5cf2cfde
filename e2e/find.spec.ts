/** A find whose medallion can be read only in part meets an open case; one that meets nobody opens its own and asks for relatives. */
import ru from '../messages/ru.json' with { type: 'json' };
import { openFromGraveList, unfold } from './fixtures/cases';
import { signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

test.beforeEach(() => {
  test.setTimeout(300_000);
});

test('a find with uncertain letters meets an open case @desktop', async ({ page }) => {
  await signIn(page, 'manager');
  const casePath = await openFromGraveList(page, 'Құлжабайұлов', 'Түгелбай');
  await enterFind(page, 'д. Малая Осинка');
  await enterMan(page, { surname: 'Кулж?бай…', givenName: 'Тугел[бп]ай' });
  const man = page.locator('article').first();
  await expect(man.getByRole('link', { name: /Құлжабайұлов/ })).toBeVisible();
  await expect(man.getByRole('table')).toContainText('прочитанные буквы подходят');

  await page.goto(casePath);
  await page
    .locator('#finds')
    .getByRole('link', { name: /Кулж\?бай/ })
    .click();
  const match = await unfold(page, ru.find.man.match);
  await match.getByRole('button', { name: ru.find.man.match }).click();
  await expect(man).toContainText(ru.find.man.matched);
  await page.goto(casePath);
  await expect(page.locator('#finds')).toContainText('Малая Осинка');
});

test('a found man whom nobody seeks is asked for in his district @desktop', async ({ page }) => {
  await signIn(page, 'manager');
  await enterFind(page, 'бывш. д. Заречье');
  await enterMan(page, { surname: 'Шоңмұрынов', givenName: 'Бекарыстан', birth: '1911' });
  const open = await unfold(page, ru.find.man.open);
  await open.getByRole('button', { name: ru.find.man.openSubmit }).click();
  await page.waitForURL(/\/ru\/desk\/cases\/[0-9a-f-]{36}/);
  const write = await unfold(page, ru.appeal.write);
  await write.locator('[name="district"]').fill('Шет ауданы');
  await write.locator('[name="textRu"]').fill('Ищем внуков и правнуков.');
  await write.getByRole('button', { name: ru.appeal.write }).click();
  await page.getByRole('button', { name: ru.appeal.publish }).click();
  await page.locator('#finds').getByRole('link', { name: ru.appeal.see }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Шоңмұрынов');
  await expect(page.getByRole('main')).not.toContainText('Заречье');
  await page.getByRole('link', { name: ru.sought.know }).click();
  await expect(page.locator('[name="soldier"]')).toHaveValue('Шоңмұрынов Бекарыстан');
});

type Page = Parameters<typeof signIn>[0];

async function enterFind(page: Page, place: string): Promise<void> {
  await page.goto('/ru/desk/finds/new');
  await page.locator('[name="kind"]').selectOption('medallion');
  await page.locator('[name="foundBy"]').fill('Отряд «Осинка»');
  await page.locator('[name="place"]').fill(place);
  await page.getByRole('main').getByRole('button', { name: ru.find.submit, exact: true }).click();
  await page.waitForURL(/\/ru\/desk\/finds\/[0-9a-f-]{36}/);
}

async function enterMan(page: Page, man: Readonly<Record<string, string>>): Promise<void> {
  const form = await unfold(page, ru.find.man.add);
  for (const [name, value] of Object.entries(man)) await form.locator(`[name="${name}"]`).fill(value);
  await form.getByRole('button', { name: ru.find.man.add }).click();
  await expect(page.locator('article').first()).toContainText(man.surname ?? '');
}
