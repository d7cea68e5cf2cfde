import { defineConfig } from '@playwright/test';
import base from './playwright.config';
export default defineConfig({ ...base, webServer: undefined, workers: 1, timeout: 180_000, expect: { timeout: 30_000 }, outputDir: '/tmp/people/out', use: { ...base.use, baseURL: 'http://localhost:3877', trace: 'off' } });
