/** What the journeys visit: `npm start` on a fresh copy of the demonstration register, which ends with the journeys. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demonstrationFile } from '../demonstration/cached.ts';
import { run } from '../prepare.mjs';

// Nothing of a real installation may reach the tests.
for (const name of Object.keys(process.env))
  if (/^(?:DATABASE_|DEMO_|NEXTAUTH_|SMTP_|MAIL_|BASE_URL$|HOST$|TRUSTED_HOPS$)/.test(name)) delete process.env[name];

const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-journeys-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = path.join(folder, 'demo.db');
copyFileSync(await demonstrationFile(), file);

process.exitCode = await run(process.execPath, ['scripts/start.mjs'], {
  env: { DEMO_FILE: file, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
});
