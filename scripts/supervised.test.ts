import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const helpers = fileURLToPath(new URL('./supervised.ts', import.meta.url));

/** A program under a supervisor, which says on standard output why it was told to stop. */
async function supervised(work: string, stop = 'process.exit(0)') {
  const source = `
    const { whenToldToStop, tellReady, endAtUnexpectedErrors } = await import(${JSON.stringify(helpers)});
    endAtUnexpectedErrors((error, what) => console.log(what, error.message));
    whenToldToStop((reason) => { console.log(reason); ${stop}; }, 200);
    setInterval(() => {}, 1000);
    tellReady();
    ${work}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let said = '';
  child.stdout?.on('data', (data) => {
    said += data;
  });
  const silent = child.stdout ? once(child.stdout, 'end') : undefined;
  const ended = once(child, 'exit').then(async ([status]) => {
    await silent;
    return { status, said: said.trim() };
  });
  if (!work) await once(child, 'message');
  return { child, ended };
}

it('stops at a signal', async () => {
  const { child, ended } = await supervised('');
  child.kill('SIGTERM');
  expect(await ended).toEqual({ status: 0, said: 'SIGTERM' });
});

it('stops when the supervisor is gone without a word', async () => {
  const { child, ended } = await supervised('');
  child.disconnect();
  expect(await ended).toEqual({ status: 0, said: 'supervisor gone' });
});

it('ends itself when stopping does not come to an end', async () => {
  const { child, ended } = await supervised('', '');
  child.disconnect();
  expect(await ended).toEqual({ status: 1, said: 'supervisor gone' });
});

it.each([
  ['uncaughtException', "setTimeout(() => { throw new Error('boom'); });"],
  ['unhandledRejection', "void Promise.reject(new Error('boom'));"],
])('ends at an %s', async (what, work) => {
  const { ended } = await supervised(work);
  expect(await ended).toEqual({ status: 1, said: `${what} boom` });
});
