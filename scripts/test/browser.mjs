/** The browser of the journeys: finds one, or installs one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../prepare.mjs';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns the path of a browser that runs, or undefined */
export async function findBrowser() {
  const stated = process.env.PLAYWRIGHT_CHROMIUM;
  if (stated) return stated;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return [own, ...systemNames.map(whereIs)].find((file) => file && existsSync(file) && answers(file, '--version'));
}

export async function browser() {
  const found = (await findBrowser()) ?? (await downloaded()) ?? (await installed());
  if (!found)
    throw new Error('No browser could be installed: install Chromium by hand, or name one in PLAYWRIGHT_CHROMIUM');
  return found;
}

/** Programs of the system that tests call. */
export function installTools() {
  if (process.platform === 'linux' && !whereIs('strace')) aptInstall('strace');
}

function downloaded() {
  console.log('Downloading a browser …');
  const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: 600_000,
  });
  return findBrowser();
}

function installed() {
  if (process.platform === 'linux') aptInstall('chromium');
  return findBrowser();
}

function aptInstall(name) {
  console.log(`Installing ${name} …`);
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const [command, ...rest] = [...prefix, 'apt-get', '-q', ...args];
    const { status } = spawnSync(command, rest, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) console.error(`apt-get ${args[0]} did not work; ${name} may be missing`);
  }
}

const answers = (file, question) => spawnSync(file, [question], { stdio: 'ignore', timeout: 30_000 }).status === 0;

function whereIs(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}
