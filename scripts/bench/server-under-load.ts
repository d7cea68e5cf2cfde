/** The production server on a demonstration register of a benchmark. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Starts the built server on one register file; whoever started it ends it with SIGTERM. */
export const serve = (file: string, port: number): ChildProcess => start('scripts/serve.ts', file, String(port));

/** Starts the worker beside it; ended in the same way. */
export const work = (file: string): ChildProcess => start('scripts/worker.ts', file);

function start(script: string, file: string, port = process.env.PORT): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', BENCH: '1', DEMO_FILE: file, PORT: port, LOG_LEVEL: 'warn' },
  });
}

/** Waits until it answers. @throws when it ends before, or does not answer within a minute */
export async function answering(origin: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    if (server.exitCode !== null)
      throw new Error('The server ended before it answered; is there a build? npm start makes one');
    try {
      if ((await fetch(`${origin}/api/health`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await pause(250);
  }
  throw new Error('The server did not answer within a minute');
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
