import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { supervise } from './supervise.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'izdeu-supervise-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const quick = {
  firstPause: 10,
  longestPause: { afterSuccess: 20, afterFailure: 20 },
  failedStarts: 3,
  killMilliseconds: 300,
};
const ready = "process.send('ready');";
const forever = 'setInterval(() => {}, 1000);';

/** A program that adds a line to a file each time it is started, and then does `work`. */
function program(name: string, work: string, onFirstReady?: () => void) {
  const starts = path.join(folder, `${name}.txt`);
  writeFileSync(starts, '');
  const source = `require('node:fs').appendFileSync(${JSON.stringify(starts)}, 'x'); ${work}`;
  return { name, args: ['-e', source], onFirstReady, starts: () => readFileSync(starts, 'utf8').length };
}

const alive = (pid: number | undefined) => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function until(holds: () => boolean) {
  for (let waited = 0; !holds(); waited += 20) {
    if (waited > 20_000) throw new Error('It did not happen');
    await pause(20);
  }
}

it('starts again what dies, and only that', async () => {
  const lines: string[] = [];
  let announced = 0;
  const web = program('web', `${ready}${forever}`, () => {
    announced += 1;
  });
  const worker = program('worker', `${ready}${forever}`);
  const { stop, ended, pids } = supervise([web, worker], (line) => lines.push(line), quick);
  for (const times of [1, 2, 3]) {
    await until(() => announced > 0 && web.starts() === times && alive(pids()[0]));
    process.kill(pids()[0] ?? 0, 'SIGKILL');
  }
  await until(() => web.starts() === 4);
  expect(worker.starts()).toBe(1);
  expect(announced).toBe(1);
  expect(lines[0]).toBe('web ended by SIGKILL; starting it again in 0.01 s');
  stop();
  expect(await ended).toBe(0);
});

it('gives up on what never gets ready, says so, and ends the others', async () => {
  const lines: string[] = [];
  const web = program('web', 'process.exit(7)');
  const worker = program('worker', `${ready}${forever}`);
  const { ended, pids } = supervise([web, worker], (line) => lines.push(line), quick);
  const workerPid = pids()[1];
  expect(await ended).toBe(1);
  expect(web.starts()).toBe(3);
  expect(lines.at(-1)).toMatch(/^web ended with status 7 at its start; giving up/);
  expect(alive(workerPid)).toBe(false);
});

it('does not try wrong settings twice', async () => {
  const web = program('web', 'process.exit(2)');
  const { ended } = supervise([web], () => undefined, quick);
  expect(await ended).toBe(1);
  expect(web.starts()).toBe(1);
});

it('asks politely first, and kills what does not listen', async () => {
  const polite = program('polite', `process.on('SIGTERM', () => process.exit(0)); ${ready}${forever}`);
  const deaf = program('deaf', `process.on('SIGTERM', () => {}); ${ready}${forever}`);
  const { stop, ended, pids } = supervise([polite, deaf], () => undefined, quick);
  await until(() => polite.starts() + deaf.starts() === 2);
  await pause(300);
  const [politePid, deafPid] = pids();
  const begun = Date.now();
  stop();
  await until(() => !alive(politePid));
  expect(alive(deafPid)).toBe(true);
  expect(await ended).toBe(0);
  expect(Date.now() - begun).toBeGreaterThanOrEqual(290);
  expect(alive(deafPid)).toBe(false);
});
