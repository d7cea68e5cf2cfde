/** The production server and the worker on the register of a benchmark, and a manager who is signed in there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { encode } from 'next-auth/jwt';
import { signIns, staff } from '@/db/schema';
import { theStore } from '@/domain/database';
import { hashToken, newId, newToken } from '@/domain/identity';
import { actorOf, signInLimits } from '@/domain/staff/sessions';
import { rowWriter } from '../desk/rows';
import { answering, freePort } from '../server-under-load';

export type Served = { origin: string; cookie: string; token: string; end(): Promise<void> };

/** Starts both; the register has to be open in this process. @throws when there is no build */
export async function served(file: string): Promise<Served> {
  const secret = newToken();
  const port = await freePort();
  const token = managerToken();
  const sealed = await encode({ token: { signInToken: token }, secret, maxAge: signInLimits.staff.absolute / 1000 });
  const start = (script: string) =>
    spawn(process.execPath, ['--import', 'tsx', script], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        ...{ NODE_ENV: 'production', DATABASE_FILE: file, NEXTAUTH_SECRET: secret, PORT: `${port}`, LOG_LEVEL: 'warn' },
      },
    });
  const processes = [start('scripts/serve.ts'), start('scripts/worker.ts')];
  const [server] = processes;
  const end = async () => {
    await Promise.all(processes.map(ended));
  };
  try {
    if (server) await answering(`http://127.0.0.1:${port}`, server);
  } catch (error) {
    await end();
    throw error;
  }
  return { origin: `http://127.0.0.1:${port}`, cookie: `izdeu.session=${sealed}`, token, end };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Signs a manager of its own in, as nobody knows a password here. */
function managerToken(): string {
  const [staffId, token, at] = [newId(), newToken(), Date.now()];
  rowWriter(staff)({
    id: staffId,
    email: `${staffId}@bench.invalid`,
    name: 'bench',
    role: 'manager',
    passwordHash: '',
    passwordChangeDue: false,
    active: true,
    confirmsUntil: null,
    createdAt: at,
  });
  rowWriter(signIns)({
    ...{ id: hashToken(token), staffId, applicationId: null, createdAt: at, lastSeenAt: at },
    endsAt: at + signInLimits.staff.absolute,
  });
  theStore().engine.writer.pragma('wal_checkpoint(PASSIVE)');
  return token;
}

/** The manager whom a token signs in. */
export const managerOf = (token: string) => actorOf(token);
