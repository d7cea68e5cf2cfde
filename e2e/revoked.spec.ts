/** A confirmed conclusion was about another man: a manager revokes it, the search begins anew, and the wrong letter is owed a correction. */
import type { APIRequestContext } from '@playwright/test';
import ru from '../messages/ru.json' with { type: 'json' };
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const { conclusion } = ru.case;

test('a confirmed conclusion is revoked: the figure falls, the letter is to be corrected @desktop', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  // Hungary: nothing else in the journeys changes its figure.
  const [told] = readRegister<{ id: string; number: number }>(
    `SELECT c.id, c.number FROM cases c
       JOIN burials b ON b.case_id = c.id AND b.ended_at IS NULL AND b.kind = 'primary'
       JOIN burial_places p ON p.id = b.burial_place_id AND p.country_today = 'HU'
      WHERE c.status IN ('closed', 'family-informed')
        AND c.id IN (SELECT case_id FROM letters WHERE kind IN ('result', 'certificate') AND state IN ('sent', 'handed-over'))
      ORDER BY c.number DESC LIMIT 1`,
  );
  if (!told) throw new Error('No family was told of a grave in Hungary');
  const before = await inHungary(request);

  await signIn(page, 'manager');
  await page.goto(`/ru/desk/cases/${told.id}`);
  const part = page.locator('#conclusion');
  await part.locator('summary', { hasText: conclusion.revoke }).click();
  await part.getByRole('button', { name: conclusion.revokeSubmit }).click();
  await expect(part).toContainText('Заполните');
  await part.getByLabel(conclusion.revokeReason).fill('В донесении его тёзка из другого аула.');
  await part.getByRole('button', { name: conclusion.revokeSubmit }).click();

  await expect(part).toContainText(conclusion.state.revoked);
  await expect(part).toContainText('В донесении его тёзка из другого аула.');
  await expect(part).toContainText(conclusion.toCorrect);
  await expect(page.locator('.case-head')).toContainText(ru.status.searching);
  await expect(page.locator('#history')).toContainText(ru.event['conclusion-revoked']);
  expect(await inHungary(request)).toBe(before - 1);
  await expect(part.getByText(conclusion.revoke, { exact: true })).toBeHidden();
});

async function inHungary(request: APIRequestContext): Promise<number> {
  const answer = await request.get('/api/v1/statistics/burials-by-country');
  const { countries } = (await answer.json()) as { countries: { country: string; count: number }[] };
  return countries.find(({ country }) => country === 'HU')?.count ?? 0;
}
