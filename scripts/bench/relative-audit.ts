/** One page looked at by Lighthouse in the browser of the journeys. */
import { type Browser, chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { browser as journeysBrowser } from '../test/browser.mjs';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];

export type Audited = {
  /** Milliseconds to the largest paint. */
  paint: number;
  /** Cumulative layout shift, without unit. */
  shift: number;
  /** Milliseconds in which the page could not have answered a finger. */
  blocked: number;
  /** Everything sent over the line. */
  bytes: number;
  /** 0 to 100. */
  scores: Record<Category, number>;
  /** What cost points, one line each. */
  remarks: string[];
};

/** A slow phone: what Lighthouse asks of the browser to feel like 1.6 Mbit/s and 150 ms, on a processor four times slower. */
export const slowPhone = { latency: 562.5, kilobits: 1474.56, upKilobits: 675, processor: 4, width: 360, height: 740 };

/** Opens the browser with a port for Lighthouse, and closes it afterwards. */
export async function withAuditedBrowser(
  debugging: number,
  work: (browser: Browser, debugging: number) => Promise<void>,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await journeysBrowser(),
    args: [
      `--remote-debugging-port=${debugging}`,
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    await work(browser, debugging);
  } finally {
    await browser.close();
  }
}

export async function audit(url: string, port: number, cookie: string | undefined): Promise<Audited> {
  const { latency, kilobits, upKilobits, processor, width, height } = slowPhone;
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: [...categories],
    // A noisy machine is measured, not given up.
    maxWaitForFcp: 60_000,
    maxWaitForLoad: 120_000,
    formFactor: 'mobile',
    screenEmulation: { mobile: true, width, height, deviceScaleFactor: 2, disabled: false },
    throttlingMethod: 'devtools',
    throttling: {
      rttMs: 150,
      throughputKbps: 1638.4,
      requestLatencyMs: latency,
      downloadThroughputKbps: kilobits,
      uploadThroughputKbps: upKilobits,
      cpuSlowdownMultiplier: processor,
    },
    ...(cookie && { extraHeaders: { cookie } }),
  });
  if (!result) throw new Error(`Lighthouse had nothing to say about ${url}`);
  const { audits, categories: judged, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  const number = (id: string): number => audits[id]?.numericValue ?? 0;
  return {
    paint: number('largest-contentful-paint'),
    shift: number('cumulative-layout-shift'),
    blocked: number('total-blocking-time'),
    bytes: number('total-byte-weight'),
    scores: Object.fromEntries(
      categories.map((category) => [category, Math.round((judged[category]?.score ?? 0) * 100)]),
    ) as Record<Category, number>,
    remarks: categories.flatMap((category) =>
      (judged[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
        .map(({ id }) => `${category}: ${audits[id]?.title ?? id} ${audits[id]?.displayValue ?? ''}`.trim()),
    ),
  };
}
