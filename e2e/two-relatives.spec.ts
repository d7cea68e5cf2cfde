/** Two relatives, strangers to each other, ask for one man: staff are shown the pair, join it, and part it again. */
import type { Browser, Page } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { goOn, slip, standsAt } from './fixtures/applying';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { steps } = ru.case;
const { page: pair } = ru.candidate;

const daughter = { name: 'Рәзия Шыңғысқызы', telephone: '+7 701 111 11 11' };
const nephew = { name: 'Марат Бегалыұлы', telephone: '+7 702 222 22 22' };

test('two applications for one man are joined and parted, and neither relative sees the other @desktop', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const first = await apply(browser, daughter, {
    surname: 'Жүзбенбетов',
    givenName: 'Шалғынбай',
    patronymic: 'Еңсебекұлы',
  });
  const second = await apply(browser, nephew, {
    surname: 'Джузбенбетов',
    givenName: 'Чалгинбай',
    patronymic: 'Энсебекович',
  });
  const [one, other] = [caseOf(first.reference), caseOf(second.reference)];

  await signIn(page, 'manager');
  const link = page.locator('#matches').getByRole('link', { name: /Сравнить подробно: Жүзбенбетов/ });
  await expect(async () => {
    await page.goto(`/ru/desk/cases/${other.id}`);
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000, intervals: [1_000] });
  await link.click();
  await page.getByRole('link', { name: pair.confirm }).click();
  await page.getByRole('button', { name: pair.confirmSubmit }).click();
  await page.waitForURL(/\?join=\d+/);
  await expect(page.getByLabel(steps.joinNumber)).toHaveValue(String(one.number));
  await page.locator('details:has(#join)').getByLabel(steps.reason).fill('Аты, әкесінің аты, туған жылы бір.');
  await page.getByRole('button', { name: steps.joinSubmit, exact: true }).click();
  await expect(page.getByRole('main')).toContainText(steps.joinedInto);

  // What is asked of the one is nothing to the other; how far the search is, both read.
  for (const [stranger, code] of [
    [nephew, first],
    [daughter, second],
  ] as const) {
    const theirs = await follow(browser, code);
    await expect(theirs.getByRole('main')).toContainText(code.reference);
    for (const word of [stranger.name, stranger.telephone])
      await expect(theirs.locator('html')).not.toContainText(word);
    await theirs.context().close();
  }

  await page.goto(`/ru/desk/cases/${other.id}`);
  await page.locator('summary', { hasText: steps.part }).click();
  await page
    .locator('details', { hasText: steps.part })
    .getByLabel(steps.reason)
    .fill('Туған жерлері екі басқа болып шықты.');
  await page.getByRole('button', { name: steps.partSubmit, exact: true }).click();
  await expect(page.getByRole('main')).not.toContainText(steps.joinedInto);
  expect(caseOf(second.reference).status).toBe('received');
});

type Code = Awaited<ReturnType<typeof slip>>;

async function apply(browser: Browser, who: typeof daughter, soldier: Record<string, string>): Promise<Code> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto('/kk/apply/soldier');
  for (const [name, value] of Object.entries({ ...soldier, birth: '1917', birthPlace: 'Жаңаарқа' }))
    await page.locator(`[name="${name}"]`).fill(value);
  await goOn(page);
  await standsAt(page, 'Әскердегі қызметі');
  await page.goto('/kk/apply/you');
  await page.locator('[name="applicantName"]').fill(who.name);
  await page.locator('[name="kinship"]').selectOption({ index: 2 });
  await page.locator('[name="telephone"]').fill(who.telephone);
  await goOn(page);
  await standsAt(page, 'Келісіміңіз');
  await goOn(page);
  await standsAt(page, 'Жауаптарыңызды тексеріңіз');
  await page.getByRole('button', { name: 'Өтінішті жіберу' }).click();
  await standsAt(page, 'Өтінішіңіз қабылданды');
  const code = await slip(page);
  await page.context().close();
  return code;
}

async function follow(browser: Browser, { reference, code }: Code): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto('/kk/track');
  await page.getByLabel('Өтініштің нөмірі').fill(reference);
  await page.getByLabel('Жеке код').fill(code);
  await page.getByRole('button', { name: 'Өтінішті ашу' }).click();
  await expect(page.getByRole('list', { name: 'Не болды, қашан' })).toBeVisible();
  return page;
}

function caseOf(reference: string): { id: string; number: number; status: string } {
  const [row] = readRegister<{ id: string; number: number; status: string }>(
    'SELECT c.id, c.number, c.status FROM cases c JOIN applications a ON a.case_id = c.id WHERE a.reference = ?',
    reference,
  );
  if (!row) throw new Error(`No case of ${reference}`);
  return row;
}
