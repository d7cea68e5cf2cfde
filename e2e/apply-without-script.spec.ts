import { goOn, slip, standsAt } from './fixtures/applying';
import { expect, test } from './fixtures/test';

test.use({ javaScriptEnabled: false });

test('applying and following work without script', async ({ page, context }) => {
  await page.goto('/kk/apply');
  await page.getByRole('link', { name: 'Өтінішті бастау' }).click();
  await page.getByLabel('Тегі', { exact: true }).fill('Қасымов');
  await page.getByLabel('Білмеймін (Аты)').check();
  await page.getByLabel('Туған күні немесе жылы', { exact: true }).fill('30.02.1915');
  await goOn(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Күнтізбеде мұндай күн жоқ');
  await expect(page.getByLabel('Тегі', { exact: true })).toHaveValue('Қасымов');
  await expect(page.getByLabel('Білмеймін (Аты)')).toBeChecked();
  await page.getByLabel('Туған күні немесе жылы', { exact: true }).fill('1915');
  await goOn(page);

  await standsAt(page, 'Әскердегі қызметі');
  await page.getByRole('button', { name: 'Сақтап, кейін жалғастыру' }).click();
  await standsAt(page, 'Жазғаныңыз сақталды');
  const link = (await page.getByRole('link', { name: /draft=/ }).getAttribute('href')) ?? '';
  await context.clearCookies();
  await page.goto(link);
  await goOn(page);
  await standsAt(page, 'Одан келген соңғы хабар');
  await page.getByLabel('Хабарсыз кеткені туралы').check();
  for (const heading of ['Сол кездегі отбасы', 'Бұған дейін қайдан іздедіңіз', 'Ескі қағаздар мен суреттер']) {
    await goOn(page);
    await standsAt(page, heading);
  }
  await page.getByRole('link', { name: 'Қағазсыз жалғастыру' }).click();
  await standsAt(page, 'Өзіңіз туралы');

  await goOn(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Осы жолды толтырыңыз');
  await page.getByLabel('Аты-жөніңіз').fill('Айгүл Серікқызы');
  await page.getByLabel('Сіз оған кім боласыз').selectOption({ label: 'Қызы' });
  await page.getByLabel('Электрондық пошта').fill('aigul@example.kz');
  await goOn(page);
  await standsAt(page, 'Келісіміңіз');
  await page.getByLabel('Жеке деректерімді өңдеуге келісемін').check();
  await goOn(page);
  await standsAt(page, 'Жауаптарыңызды тексеріңіз');
  await page.getByRole('button', { name: 'Өтінішті жіберу' }).click();
  await standsAt(page, 'Өтінішіңіз қабылданды');
  const { reference, code } = await slip(page);

  await context.clearCookies();
  await page.goto('/kk/track');
  await page.getByLabel('Өтініштің нөмірі').fill(reference);
  await page.getByLabel('Жеке код').fill('AAAA-AAAA-AAAA');
  await page.getByRole('button', { name: 'Өтінішті ашу' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Мұндай нөмір мен код табылмады');
  await expect(page.getByLabel('Өтініштің нөмірі')).toHaveValue(reference);
  await page.getByLabel('Жеке код').fill(code);
  await page.getByRole('button', { name: 'Өтінішті ашу' }).click();
  await standsAt(page, 'Өтінішіңіз қабылданды');
  await expect(page.getByText('Қасымов')).toBeVisible();

  await page.getByText('Мәтінін оқу, қайтарып алу').click();
  await page.getByRole('button', { name: 'Келісімді қайтарып алу' }).click();
  await expect(page.getByText('Келісім қайтарып алынды')).toBeVisible();
});
