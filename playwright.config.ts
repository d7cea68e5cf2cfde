import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/test/browser.mjs';

const port = 3100;

/** Chromium calls home otherwise; and it cannot make its sandbox as root, as in a container. */
const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    locale: 'kk-KZ',
    timezoneId: 'Asia/Almaty',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: await findBrowser(), args },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    // What needs two screens at once, or counts attempts, runs once.
    {
      name: 'phone',
      grepInvert: /@desktop/,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
  ],
  webServer: {
    command: 'node --import tsx scripts/test/server.mjs',
    env: { PORT: String(port) },
    url: `http://localhost:${port}/kk`,
    timeout: 900_000,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
});
