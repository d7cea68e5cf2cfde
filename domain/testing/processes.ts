/** Other processes at the same database: programs of this folder, watched and killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type Program = 'write-rows' | 'write-plainly' | 'migrate-file';

export type Running = {
  /** Whole lines of stdout so far. */
  lines(): string[];
  /** Resolves when this many lines are there or the program has ended. */
  said(count: number): Promise<void>;
  /** Kills as a power cut would, and waits. */
  kill(): Promise<void>;
  /** Waits for the end. @throws when the status is not 0, with what stderr says */
  ended(): Promise<void>;
};

const commandOf = (program: Program, args: string[]) => ['--import', 'tsx', `domain/testing/${program}.ts`, ...args];

export function start(program: Program, ...args: string[]): Running {
  return watch(spawn(process.execPath, commandOf(program, args), { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** The same under strace, which counts the named system calls into `summary`. */
export function startCounted(summary: string, calls: string, program: Program, ...args: string[]): Running {
  const traced = ['-f', '--seccomp-bpf', '-c', '-e', `trace=${calls}`, '-o', summary, process.execPath];
  return watch(spawn('strace', [...traced, ...commandOf(program, args)], { stdio: ['ignore', 'pipe', 'pipe'] }));
}

function watch(child: ChildProcess): Running {
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (data) => {
    output += data;
  });
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  const lines = () => output.split('\n').slice(0, -1);
  return {
    lines,
    async said(count) {
      const open = () => child.exitCode === null && child.signalCode === null;
      while (lines().length < count && open())
        await Promise.race([once(child.stdout as NodeJS.EventEmitter, 'data'), closed]);
      if (lines().length < count) throw new Error(`Ended after ${lines().length} lines: ${errors}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    async ended() {
      const [status, signal] = await closed;
      if (status !== 0) throw new Error(`Ended with ${status ?? signal}: ${errors}`);
    },
  };
}
