/** A PostgreSQL of its own for one run: a private folder, a socket and nobody else. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Cluster = {
  /** A folder both this process and the server can read. */
  folder: string;
  /** Runs a file of statements and gives back what psql printed. */
  run(file: string): string;
  stop(): void;
};

const signals = ['SIGINT', 'SIGTERM'] as const;

/** @param install whether Debian's packages may be installed where there are none */
export function startCluster(install: boolean): Cluster {
  const bin = binaries() ?? (install ? installed() : undefined);
  if (!bin) throw new Error('No PostgreSQL under /usr/lib/postgresql: install it, or say --install');
  const folder = mkdtempSync(path.join(tmpdir(), 'izdeu-postgres-'));
  const isRoot = process.getuid?.() === 0;
  // The server refuses to run as root.
  const as = (program: string, words: readonly string[]) => {
    const command = path.join(bin, program);
    const options = {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 1 << 28,
    } as const;
    return isRoot
      ? spawnSync('runuser', ['-u', 'postgres', '--', command, ...words], options)
      : spawnSync(command, [...words], options);
  };
  const data = path.join(folder, 'data');
  const stop = () => {
    if (existsSync(path.join(data, 'postmaster.pid'))) as('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
    rmSync(folder, { recursive: true, force: true });
    for (const signal of signals) process.off(signal, interrupted);
  };
  // The server is nobody's child: without this it would outlive an interrupted run.
  const interrupted = () => {
    stop();
    process.exit(1);
  };
  for (const signal of signals) process.once(signal, interrupted);
  try {
    if (isRoot) done(spawnSync('chown', ['postgres', folder], { encoding: 'utf8' }));
    chmodSync(folder, 0o755);
    done(as('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']));
    const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c shared_buffers=512MB -c maintenance_work_mem=512MB -c max_parallel_workers_per_gather=0`;
    // The server must not hold our pipes open: its output goes to its log.
    done(as('pg_ctl', ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings, 'start']));
  } catch (error) {
    stop();
    throw error;
  }
  const run = (file: string) =>
    done(as('psql', ['-X', '-A', '-t', '-q', '-v', 'ON_ERROR_STOP=1', '-h', folder, '-U', 'postgres', '-f', file]))
      .stdout;
  return { folder, run, stop };
}

function done(result: SpawnSyncReturns<string>): SpawnSyncReturns<string> {
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`PostgreSQL: ${result.stderr || result.stdout}`);
  return result;
}

function binaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(root, version, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')));
}

function installed(): string | undefined {
  const options = { stdio: 'inherit' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], options);
  return binaries();
}
