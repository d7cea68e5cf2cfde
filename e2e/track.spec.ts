import { applyQuickly, hasNoBarriers, standsAt } from './fixtures/applying';
import { expect, test } from './fixtures/test';

/** As somebody types who has a Cyrillic keyboard, and no patience for capitals and dashes. */
const asTyped = (code: string) =>
  code
    .replaceAll('-', ' ')
    .toLowerCase()
    .replace(/[aehkmptxy3]/g, (sign) => 'аенкмртхуз'['aehkmptxy3'.indexOf(sign)] ?? sign);

test('a relative follows an application, takes a consent back, gives another, and withdraws', async ({
  page,
  context,
}) => {
  const { reference, code } = await applyQuickly(page, 'Жүнісов');
  await context.clearCookies();

  await page.goto('/kk/track');
  await expect(page.getByRole('link', { name: 'Кодты жоғалттым' })).toBeVisible();
  await hasNoBarriers(page);
  await page.getByLabel('Өтініштің нөмірі').fill(asTyped(reference));
  await page.getByLabel('Жеке код').fill(asTyped(code));
  await page.getByRole('button', { name: 'Өтінішті ашу' }).click();
  await standsAt(page, 'Өтінішіңіз қабылданды');
  await expect(page.getByText('Жүнісов')).toBeVisible();
  await expect(page.getByText(/күніне дейін, жаңалық болмаса да/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Не болды, қашан' }).getByRole('listitem')).toHaveCount(1);
  await hasNoBarriers(page);

  await page.getByText('Мәтінін оқу, қайтарып алу: Жауынгер туралы жариялауға келісемін').click();
  await expect(page.getByText('осы сайттағы тізімнен алынады')).toBeVisible();
  await page.getByRole('button', { name: 'Келісімді қайтарып алу' }).click();
  await expect(page.getByText('Келісім қайтарып алынды')).toBeVisible();
  await page.getByText('Мәтінін оқу, келісім беру: Еске алу шаралары туралы хабарлауға келісемін').click();
  await hasNoBarriers(page);
  await page.getByRole('button', { name: 'Келісім беру' }).and(page.locator(':visible')).click();
  await expect(page.getByText('Келісім берілді', { exact: true })).toBeVisible();

  await page.getByText('Не болатынын оқу, қайтарып алу').click();
  await expect(page.getByText('Осы өтініш бойынша іздеу тоқтайды.')).toBeVisible();
  await page.getByRole('button', { name: 'Өтінішті қайтарып алу' }).click();
  await standsAt(page, 'Өтініш қайтарып алынды');
  await expect(page.getByRole('button', { name: 'Өтінішті қайтарып алу' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Беттен шығу' }).click();
  await expect(page.getByLabel('Жеке код')).toBeVisible();
  await page.goto('/kk/track');
  await expect(page.getByLabel('Жеке код')).toBeVisible();
});

test('a wrong code and an unknown reference get the same answer', async ({ page, context }) => {
  const { reference } = await applyQuickly(page, 'Жүнісов');
  await context.clearCookies();
  const answers: string[] = [];
  for (const tried of [reference, 'K7M-4RX']) {
    await page.goto('/kk/track');
    await page.getByLabel('Өтініштің нөмірі').fill(tried);
    await page.getByLabel('Жеке код').fill('K7MX-4RTA-9DEF');
    await page.getByRole('button', { name: 'Өтінішті ашу' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    answers.push((await page.getByRole('main').getByRole('alert').textContent()) ?? '');
    await expect(page.getByLabel('Жеке код')).toHaveValue('K7MX-4RTA-9DEF');
  }
  expect(answers[0]).toBe(answers[1]);
  await hasNoBarriers(page);
});
