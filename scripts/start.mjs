/** `npm start`: from a fresh clone to a running server. Needs nothing but Node. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { buildWhenChanged, installMissing, root, run } from './prepare.mjs';
import { supervise } from './supervise.mjs';

const production = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
const typescript = ['--import', 'tsx'];
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Something the person at the keyboard can mend: told in its own words, without a stack. */
class Refusal extends Error {}

try {
  await installMissing();
  const settings = readSettings();
  await refuseBusyPort(settings);
  await buildWhenChanged();
  await prepareRegister();
  await serve(settings);
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}

/** Checked by env.ts, before the build: a wrong setting should not cost two minutes. */
function readSettings() {
  const { status, stdout } = spawnSync(process.execPath, [...typescript, 'scripts/settings.ts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) process.exit(1);
  return JSON.parse(stdout);
}

async function refuseBusyPort({ host, port }) {
  const probe = net.createServer();
  const error = await new Promise((resolve) =>
    probe.once('error', resolve).listen(port, host, () => probe.close(resolve)),
  );
  if (error?.code === 'EADDRINUSE')
    throw new Refusal(
      `Port ${port} is taken by another program: end that one, or choose another port, as in PORT=${port + 1} npm start`,
    );
  if (error) throw new Refusal(`Cannot listen on ${host}, port ${port}: ${error.message}`);
}

/** Migrates, fills the demonstration the first time, and prints its sign-ins. */
async function prepareRegister() {
  if (!existsSync(path.join(root, 'scripts', 'izdeu.ts'))) return;
  const status = await run(process.execPath, [...typescript, 'scripts/izdeu.ts', 'prepare'], { env: production });
  if (status !== 0) throw new Refusal('The register could not be made ready: see the message above');
}

async function serve(settings) {
  const web = { name: 'web', args: [...typescript, 'scripts/serve.ts'], onFirstReady: () => announce(settings) };
  const worker = { name: 'worker', args: [...typescript, 'scripts/worker.ts'] };
  const programs = existsSync(path.join(root, 'scripts', 'worker.ts')) ? [web, worker] : [web];
  const { stop, ended } = supervise(programs, (line) => console.error(line), {
    spawn: { cwd: root, env: { ...process.env, ...production } },
  });
  for (const signal of signals) process.on(signal, stop);
  process.exit(await ended);
}

/** The address is told once the application itself has answered. */
async function announce({ host, port, baseUrl }) {
  const { status, body } = await askHealth(host, port, new URL(baseUrl).host);
  if (status >= 500) console.error(`The server runs but is not well: ${body}`);
  console.log(`\nIzdeu is running at ${baseUrl}  (Ctrl-C ends it)\n`);
}

function askHealth(host, port, outerHost) {
  const own = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return new Promise((resolve) => {
    const request = http.get(
      { host: own, port, path: '/api/health', headers: { host: outerHost }, agent: false },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part) => {
          body += part;
        });
        answer.once('close', () => resolve({ status: answer.statusCode, body }));
      },
    );
    request.once('error', (error) => resolve({ status: 503, body: error.message }));
  });
}
