/** Keeps programs running: starts them, starts them again when they die, ends them together. */
import { spawn } from 'node:child_process';

/** Programs that end with this status say that trying again is of no use. */
const wrongSettings = 2;

const ordinary = {
  /** Once a program has run this long, or has told that it is ready, its start counts as a success. */
  settledMilliseconds: 10_000,
  firstPause: 250,
  /** After a success the program is needed at once; after a failed start there is time. */
  longestPause: { afterSuccess: 1_000, afterFailure: 8_000 },
  failedStarts: 5,
  killMilliseconds: 10_000,
};

/**
 * @param {{ name: string, args: string[], onFirstReady?: () => void }[]} programs what Node is to run
 * @param {(line: string) => void} say
 * @returns `stop()` ends all of them; `ended` resolves with the exit status when they are gone
 */
export function supervise(programs, say, options = {}) {
  const limits = { ...ordinary, ...options };
  let stopping = false;
  let status = 0;
  let finish = () => {};
  const ended = new Promise((resolve) => {
    finish = () => resolve(status);
  });
  const kept = programs.map((program) => keep(program));

  function keep(program) {
    const state = { child: undefined, pause: undefined };
    let deaths = 0;
    let failedStarts = 0;
    let everReady = false;

    const begin = () => {
      const begun = Date.now();
      let ready = false;
      state.pause = undefined;
      state.child = spawn(process.execPath, program.args, {
        ...limits.spawn,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      state.child.on('message', (message) => {
        if (message !== 'ready') return;
        ready = true;
        if (!everReady) program.onFirstReady?.();
        everReady = true;
      });
      state.child.once('exit', (code, signal) => {
        state.child = undefined;
        if (stopping) return finishWhenGone();
        const settled = Date.now() - begun >= limits.settledMilliseconds;
        deaths = settled ? 1 : deaths + 1;
        failedStarts = settled || ready ? 0 : failedStarts + 1;
        const how = signal ? `by ${signal}` : `with status ${code}`;
        if (code === wrongSettings || failedStarts >= limits.failedStarts)
          return giveUp(`${program.name} ended ${how} at its start`);
        const longest = failedStarts > 0 ? limits.longestPause.afterFailure : limits.longestPause.afterSuccess;
        const pause = Math.min(limits.firstPause * 2 ** (deaths - 1), longest);
        say(`${program.name} ended ${how}; starting it again in ${pause / 1000} s`);
        state.pause = setTimeout(begin, pause);
      });
    };
    begin();
    return state;
  }

  function giveUp(reason) {
    say(`${reason}; giving up. What it said last stands above.`);
    status = 1;
    stop();
  }

  function stop() {
    if (stopping) return;
    stopping = true;
    for (const { child, pause } of kept) {
      clearTimeout(pause);
      child?.kill('SIGTERM');
    }
    setTimeout(() => {
      for (const { child } of kept) child?.kill('SIGKILL');
    }, limits.killMilliseconds).unref();
    finishWhenGone();
  }

  function finishWhenGone() {
    if (kept.every(({ child }) => child === undefined)) finish();
  }

  return { stop, ended, pids: () => kept.map(({ child }) => child?.pid) };
}
