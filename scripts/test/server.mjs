/** What the journeys visit: `npm start` on a fresh copy of the demonstration register, which ends with the journeys. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOf, root, run } from '../prepare.mjs';

// Nothing of a real installation may reach the tests.
for (const name of Object.keys(process.env))
  if (/^(?:DATABASE_|DEMO_|NEXTAUTH_|SMTP_|MAIL_|BASE_URL$|HOST$|TRUSTED_HOPS$)/.test(name)) delete process.env[name];

const cache = path.join(root, 'node_modules', '.cache', 'izdeu');
const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-journeys-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

if (existsSync(path.join(root, 'scripts', 'izdeu.ts'))) cpSync(await filledRegister(), folder, { recursive: true });

process.exitCode = await run(process.execPath, ['scripts/start.mjs'], {
  env: { DEMO_FILE: path.join(folder, 'demo.db'), LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
});

/** Filling takes a while and gives the same register each time, so one is kept for as long as its sources are the same. */
async function filledRegister() {
  const kept = path.join(
    cache,
    `demo-${hashOf(['db', 'domain', 'documents', 'messages', 'scripts', 'package-lock.json']).slice(0, 16)}`,
  );
  if (existsSync(kept)) return kept;
  for (const old of existsSync(cache) ? readdirSync(cache) : []) rmSync(path.join(cache, old), { recursive: true });
  const unfinished = `${kept}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const status = await run(process.execPath, ['--import', 'tsx', 'scripts/izdeu.ts', 'prepare'], {
    env: { NODE_ENV: 'production', DEMO_FILE: path.join(unfinished, 'demo.db') },
  });
  if (status !== 0) throw new Error('The demonstration register could not be made');
  renameSync(unfinished, kept);
  return kept;
}
