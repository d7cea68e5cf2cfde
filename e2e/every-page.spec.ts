/** Every page, on a desk's screen and on a phone: axe finds nothing, nothing hangs over the edge, no text is missing. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { catalogue } from '@/domain/statistics/catalogue';
import { readRegister, signIn } from './fixtures/staff';
import { expect, test } from './fixtures/test';

const publicPages = [
  '',
  '/apply',
  ...['soldier', 'service', 'news', 'family', 'search', 'you', 'consents'].map((step) => `/apply/${step}`),
];
const more = [
  '/apply/resume',
  '/track',
  '/track/lost-code',
  '/track/lost-code?asked=yes',
  '/track/new-code?code=unknown',
  '/burials',
  '/burials?as=reported',
  '/ceremonies',
  '/sought',
  '/tell-us',
  '/burials?z=2&x=30&y=52',
  '/sign-in',
  '/shared/unknown',
];

for (const locale of ['kk', 'ru', 'en'])
  test(`public pages in ${locale}`, async ({ page }) => {
    test.setTimeout(240_000);
    for (const path of [...publicPages, ...more]) await look(page, `/${locale}${path}`);
    const [entry] = readRegister<{ id: string }>('SELECT id FROM burials WHERE ended_at IS NULL LIMIT 1');
    await page.goto(`/${locale}/burials`);
    const link = page.locator('#register li a').first();
    if ((await link.count()) > 0)
      await look(page, (await link.getAttribute('href')) ?? `/${locale}/burials/${entry?.id}`);
    const shown = (sql: string) => readRegister<{ id: string }>(sql)[0]?.id;
    await look(page, `/${locale}/ceremonies/${shown('SELECT id FROM trips WHERE public = 1 LIMIT 1')}`);
    await look(page, `/${locale}/sought/${shown("SELECT id FROM appeals WHERE state = 'published' LIMIT 1")}`);
    const memory = shown("SELECT id FROM memory_pages WHERE state = 'published' LIMIT 1");
    await look(page, `/${locale}/memory/${memory}`);
    const [buried] = readRegister<{ id: string }>(
      "SELECT b.id FROM burials b JOIN memory_pages m ON m.case_id = b.case_id WHERE m.state = 'published' LIMIT 1",
    );
    await look(page, `/${locale}/burials/${buried?.id}/object`);
  });

for (const locale of ['kk', 'ru'])
  test(`pages of the desk in ${locale}`, async ({ page }) => {
    test.setTimeout(900_000);
    await signIn(page, 'manager');
    for (const path of [
      '',
      '/cases',
      '/cases/new',
      '/applications/new',
      '/archive',
      '/archive?text=а',
      '/imports',
      '/sources',
      '/sources/new',
      '/sources/obd-memorial',
      '/archive/paste',
      '/burials',
      '/burials/new',
      '/burials/map',
      '/matches',
      '/matches/aliases',
      '/places',
      '/places/new',
      '/statistics',
      '/audit',
      '/audit/openings',
      '/tasks',
      '/settings',
      '/holidays?year=2020',
      '/erasures',
      '/account',
      '/letters',
      '/letters?view=all',
      '/requests',
      '/requests/new',
      '/partners',
      '/partners/new',
      '/register',
    ])
      await look(page, `/${locale}/desk${path}`);
    const one = (sql: string) => readRegister<{ id: string }>(sql)[0]?.id;
    await look(page, `/${locale}/desk/archive/${one('SELECT id FROM archive_records LIMIT 1')}`);
    await look(page, `/${locale}/desk/imports/${one('SELECT id FROM imports LIMIT 1')}`);
    await look(page, `/${locale}/desk/burials/${one('SELECT id FROM burial_places LIMIT 1')}`);
    await look(page, `/${locale}/desk/places/${one('SELECT id FROM places LIMIT 1')}`);
    await look(page, `/${locale}/desk/matches/${one('SELECT id FROM match_candidates LIMIT 1')}`);
    await look(page, `/${locale}/desk/letters/${one("SELECT id FROM letters WHERE kind = 'certificate' LIMIT 1")}`);
    await look(page, `/${locale}/desk/letters/${one("SELECT id FROM letters WHERE state = 'draft' LIMIT 1")}`);
    await look(page, `/${locale}/desk/requests/${one("SELECT id FROM archive_requests WHERE state = 'sent' LIMIT 1")}`);
    await look(page, `/${locale}/desk/partners/${one('SELECT id FROM partners LIMIT 1')}`);
    await look(page, `/${locale}/desk/trips`);
    await look(page, `/${locale}/desk/trips/new`);
    await look(page, `/${locale}/desk/trips/${one('SELECT id FROM trips LIMIT 1')}`);
    await look(page, `/${locale}/desk/ceremonies`);
    await look(page, `/${locale}/desk/ceremonies/new`);
    await look(page, `/${locale}/desk/ceremonies/${one('SELECT id FROM ceremonies LIMIT 1')}`);
    const searched = one("SELECT id FROM cases WHERE status = 'searching' LIMIT 1");
    await look(page, `/${locale}/desk/cases/${searched}/checklist`);
    await look(page, `/${locale}/desk/letters/new?case=${searched}&kind=interim`);
    for (const { id } of readRegister<{ id: string }>('SELECT min(id) AS id FROM cases GROUP BY status'))
      await look(page, `/${locale}/desk/cases/${id}`);
  });

for (const locale of ['kk', 'ru'])
  test(`pages of statistics and of the public memory in ${locale}`, async ({ page }) => {
    test.setTimeout(900_000);
    await signIn(page, 'manager');
    const one = (sql: string) => readRegister<{ id: string }>(sql)[0]?.id;
    for (const path of [
      ...catalogue.map(({ key }) => `/statistics/${key}`),
      '/statistics/burials-by-country/cases?country=RU&column=applications',
      '/statistics/reports',
      '/finds',
      '/finds/new',
      `/finds/${one('SELECT id FROM finds LIMIT 1')}`,
      '/leads',
      `/leads/${one('SELECT id FROM leads LIMIT 1')}`,
      '/objections',
      `/objections/${one('SELECT id FROM objections LIMIT 1')}`,
      '/account/tokens',
      `/cases/${one('SELECT case_id AS id FROM memory_pages LIMIT 1')}/memory`,
      `/cases/${one('SELECT case_id AS id FROM appeals LIMIT 1')}`,
      `/cases/${one('SELECT case_id AS id FROM leads WHERE case_id IS NOT NULL LIMIT 1')}`,
    ])
      await look(page, `/${locale}/desk${path}`);
  });

test('pages of the administrator', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'administrator');
  for (const path of ['/desk', '/desk/staff', '/desk/imports', '/desk/audit', '/desk/audit/openings', '/desk/settings'])
    await look(page, `/ru${path}`);
});

async function look(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  expect(answer?.status(), address).toBe(200);
  const isPublic = !address.includes('/desk');
  const found = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
      // What relatives read keeps 7:1, the enhanced contrast of level AAA; targets are a finger wide.
      rules: { 'color-contrast-enhanced': { enabled: isPublic }, 'target-size': { enabled: true } },
    })
    .analyze();
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`),
    address,
  ).toEqual([]);
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, `${address} hangs over`).toBeLessThanOrEqual(0);
  // A missing text shows as its key.
  expect((await page.locator('main').textContent()) ?? '', address).not.toMatch(
    /\b(?:errors|field|case|apply|track|status|fate|event)\.[a-z]+[.\w-]*\b/,
  );
}
