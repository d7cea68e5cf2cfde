/** The map of all burial places: its drawing, its page on a slow phone, and how smoothly it moves. */
import { chromium, type Page } from '@playwright/test';
import { now } from '@/domain/clock';
import { drawMap } from '@/domain/map/draw';
import { reportPlaces } from '@/domain/statistics/report-places';
import { dayOf } from '@/domain/working-days';
import { browser as journeysBrowser } from '../../test/browser.mjs';
import { slowPhone } from '../relative-audit';
import { goals, printLine, share } from './print';
import type { Served } from './served';

const rounds = 5;

/** The drawing alone, in this process. */
export async function printDrawing(): Promise<void> {
  const points = (await reportPlaces(dayOf(now()))).map((place) => ({ ...place, name: '' }));
  const draw = (view: { z: number; x: number; y: number } | null) => {
    const began = performance.now();
    const { marks } = drawMap({ points, view });
    return { marks: marks.length, milliseconds: performance.now() - began };
  };
  console.log(`\nDrawing ${points.length} places, ms`);
  const cold = draw(null);
  printLine(`all of them for the first time, ${cold.marks} marks`, cold.milliseconds);
  const warm = Array.from({ length: 20 }, () => draw(null).milliseconds);
  printLine('all of them once more, at the 95th', share(warm, 0.95));
}

/** The page of the map as a slow phone sees it (the line is the machine's own: what is measured is our work). */
export async function printMapPage({ origin, cookie }: Served): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await journeysBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  console.log(`\nThe page of the map, ms; the processor ${slowPhone.processor} times slower`);
  try {
    for (const [name, path] of [
      ['public', '/kk/burials'],
      ['staff', '/kk/desk/burials/map'],
    ] as const) {
      const seen: { answered: number; painted: number; frame: number }[] = [];
      for (let round = 0; round < rounds; round++) {
        const { width, height } = slowPhone;
        const context = await browser.newContext({ viewport: { width, height }, extraHTTPHeaders: { cookie } });
        const page = await context.newPage();
        // What the compiler puts around the functions that run in the page.
        await page.addInitScript({ content: 'globalThis.__name ??= (value) => value;' });
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.processor });
        await page.goto(origin + path, { waitUntil: 'load' });
        const times = await page.evaluate(painted);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        seen.push({ ...times, frame: await longestFrame(page) });
        await context.close();
      }
      const median = (of: (one: (typeof seen)[number]) => number) => share(seen.map(of), 0.5);
      printLine(
        `${name}: the server’s answer begun`,
        median(({ answered }) => answered),
      );
      printLine(
        `${name}: first paint`,
        median(({ painted }) => painted),
        goals.map,
      );
      printLine(
        `${name}: longest frame while it is dragged`,
        median(({ frame }) => frame),
        50,
      );
    }
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function painted(): { answered: number; painted: number } {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return { answered: navigation?.responseStart ?? 0, painted: paint?.startTime ?? 0 };
}

/** Drags the map to and fro with the mouse for about two seconds. @returns milliseconds of the longest frame meanwhile */
async function longestFrame(page: Page): Promise<number> {
  const map = page.locator('#map svg').first();
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  if (!box) throw new Error('The page has no map');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.evaluate(() => {
    const kept = window as unknown as { longest: number; watching: boolean };
    kept.longest = 0;
    kept.watching = true;
    let before = performance.now();
    requestAnimationFrame(function next(at) {
      kept.longest = Math.max(kept.longest, at - before);
      before = at;
      if (kept.watching) requestAnimationFrame(next);
    });
  });
  await page.mouse.down();
  for (let step = 0; step < 120; step++) await page.mouse.move(x + 60 * Math.sin(step / 8), y);
  await page.mouse.up();
  return page.evaluate(() => {
    const kept = window as unknown as { longest: number; watching: boolean };
    kept.watching = false;
    return kept.longest;
  });
}
