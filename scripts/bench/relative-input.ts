/** How long a slowed phone lets the reader wait while typing and pressing a button: the browser's own event timing. */
import type { Browser, Page } from '@playwright/test';
import { slowPhone } from './relative-audit';

export type InputDelay = {
  what: string;
  events: number;
  /** Milliseconds from the finger to the first line of script, the worst of all. */
  delay: number;
  /** Milliseconds from the finger to the next paint, the worst of all. */
  toPaint: number;
};

type Timed = { name: string; delay: number; duration: number };

/** Types a name into the first step and goes on to the second; then types a number on the tracking page and sends it. */
export async function typingAndContinuing(browser: Browser, origin: string): Promise<InputDelay[]> {
  const { width, height } = slowPhone;
  const context = await browser.newContext({ viewport: { width, height }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    await slow(page);
    await page.addInitScript(() => {
      const kept = window as unknown as { timed: Timed[] };
      kept.timed = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as PerformanceEventTiming[])
          kept.timed.push({
            name: entry.name,
            delay: entry.processingStart - entry.startTime,
            duration: entry.duration,
          });
      }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    });
    await page.goto(`${origin}/kk/apply/soldier`);
    const first = page.locator('main input[type="text"]').first();
    const typed = await during(page, 'typing', () => first.pressSequentially('Сейітқасымов', { delay: 60 }));
    const continued = await during(page, 'continue', async () => {
      await page.locator('main form button').first().tap();
      await page.waitForURL(/service/);
    });
    await page.goto(`${origin}/kk/track`);
    const number = page.locator('main input[type="text"]').first();
    const tracked = await during(page, 'track', async () => {
      await number.pressSequentially('AAA-AAA', { delay: 60 });
      await page.locator('main form button').first().tap();
      await page.locator('main [role="alert"]').waitFor();
    });
    return [typed, continued, tracked];
  } finally {
    await context.close();
  }
}

async function slow(page: Page): Promise<void> {
  const { latency, kilobits, upKilobits, processor } = slowPhone;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: processor });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: (kilobits * 1024) / 8,
    uploadThroughput: (upKilobits * 1024) / 8,
  });
}

async function during(page: Page, what: string, work: () => Promise<void>): Promise<InputDelay> {
  const timed = () => page.evaluate(() => (window as unknown as { timed: Timed[] }).timed);
  const before = (await timed()).length;
  await work();
  await page.waitForTimeout(500);
  const events = (await timed()).slice(before);
  const worst = (value: (one: Timed) => number) => Math.max(0, ...events.map(value));
  return { what, events: events.length, delay: worst((one) => one.delay), toPaint: worst((one) => one.duration) };
}
