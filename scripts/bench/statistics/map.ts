/** The map of all burial places: its drawing, its page on a slow phone, and how smoothly it moves. */
import { chromium } from '@playwright/test';
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
        const session = await context.newCDPSession(page);
        await session.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.processor });
        await page.goto(origin + path, { waitUntil: 'load' });
        const times = await page.evaluate(painted);
        await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
        seen.push({ ...times, frame: await page.evaluate(longestFrame) });
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

/** Runs in the page: drags the map to and fro for two seconds. @returns milliseconds of the longest frame */
async function longestFrame(): Promise<number> {
  const map = document.querySelector('#map svg, svg[data-map], .map svg');
  if (!map) return Number.NaN;
  const box = map.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const send = (type: string, dx: number) =>
    map.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerId: 1, isPrimary: true, clientX: x + dx, clientY: y, buttons: 1 }),
    );
  send('pointerdown', 0);
  let [longest, before] = [0, performance.now()];
  for (let frame = 0; frame < 120; frame++) {
    send('pointermove', 60 * Math.sin(frame / 8));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }
  send('pointerup', 0);
  return longest;
}
