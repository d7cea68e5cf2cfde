import { expect, test } from './fixtures/test';

test.describe('the home page', () => {
  test('is Kazakh for whoever asks for nothing else', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/kk');
    await expect(page.locator('html')).toHaveAttribute('lang', 'kk');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  for (const locale of ['kk', 'ru', 'en'])
    test(`runs its scripts under the policy (${locale})`, async ({ page }) => {
      const answer = await page.goto(`/${locale}`);
      const policy = (await answer?.headerValue('content-security-policy')) ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
      const html = (await answer?.text()) ?? '';
      const scripts = html.match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page).toHaveTitle(/\S/);
    });

  test('fits its window', async ({ page }) => {
    await page.goto('/kk');
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang).toBeLessThanOrEqual(0);
  });
});

test.describe('a reader of Russian', () => {
  test.use({ locale: 'ru-RU' });

  test('is led to Russian pages, the rest of the address kept', async ({ page, request }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/ru');
    const answer = await request.get('/burials?country=HU', { headers: { 'accept-language': 'ru' }, maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toBe('/ru/burials?country=HU');
    expect(answer.headers()).not.toHaveProperty('set-cookie');
  });
});
