/** Brings a clone to where it can run: installs what is missing, builds when sources changed. Needs nothing but Node. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** What the production build is made of. */
const sources = [
  ...['app', 'components', 'db', 'documents', 'domain', 'messages', 'public'],
  ...['auth.ts', 'env.ts', 'instrumentation.ts', 'instrumentation-client.ts', 'log.ts', 'proxy.ts'],
  ...['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
];

const installStamp = path.join(root, 'node_modules', '.izdeu-installed');
const buildStamp = path.join(root, '.next', '.izdeu-built');

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program in the repository; resolves with its exit status. A signal ends the program, and then this one. */
export function run(command, args, { env = {}, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, ...options });
    let told;
    const passOn = (signal) => {
      told = signal;
      child.kill(signal);
    };
    for (const signal of signals) process.on(signal, passOn);
    child.once('error', reject).once('exit', (status) => {
      for (const signal of signals) process.off(signal, passOn);
      if (told) process.exit(1);
      resolve(status);
    });
  });
}

export async function installMissing() {
  const wanted = hashOf(
    ['package-lock.json'],
    `node modules ${process.versions.modules} ${process.platform} ${process.arch}`,
  );
  if (stampIs(installStamp, wanted)) return;
  if (!existsSync(installStamp) && isInstalled()) return writeFileSync(installStamp, wanted);
  console.log('Installing packages …');
  // Built here, so the tools of the build are needed whatever NODE_ENV says. Not `npm ci`: it refuses a lock file written on
  // one platform on another, where optional packages of that platform are missing from it. The lock file stays as it is.
  const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'];
  const status = await run('npm', args, { env: { NODE_ENV: '' } });
  if (status !== 0) throw new Error(`npm install ended with status ${status}: see its message above`);
  writeFileSync(installStamp, wanted);
}

/** @returns whether a build was made. */
export async function buildWhenChanged() {
  const wanted = hashOf(sources);
  if (stampIs(buildStamp, wanted)) return false;
  console.log('Building …');
  rmSync(buildStamp, { force: true });
  const next = path.join('node_modules', 'next', 'dist', 'bin', 'next');
  const status = await run(process.execPath, [next, 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new Error(`The build ended with status ${status}: see its message above`);
  writeFileSync(buildStamp, wanted);
  return true;
}

/** Somebody ran npm by hand: its own record of the folder names every package of the lock file in its version. */
function isInstalled() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const present = packagesOf(record);
  const wanted = Object.entries(packagesOf(path.join(root, 'package-lock.json')));
  return wanted.every(
    ([name, { version, optional }]) =>
      name === '' || present[name]?.version === version || (optional && !present[name]),
  );
}

const stampIs = (file, wanted) => existsSync(file) && readFileSync(file, 'utf8') === wanted;

/** Of names and contents; tests do not count. */
export function hashOf(entries, also = '') {
  const hash = createHash('sha256').update(also);
  for (const file of entries.flatMap(filesUnder))
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesUnder(entry) {
  const stats = statSync(path.join(root, entry), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [entry];
  return readdirSync(path.join(root, entry), { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && !/\.test\.tsx?$/.test(found.name))
    .map((found) => path.relative(root, path.join(found.parentPath ?? found.path, found.name)))
    .sort();
}
