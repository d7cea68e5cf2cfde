import http from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { bodyLimitOf } from './body-limits';
import { gate } from './gate';
import { asker, listen, open, raw, start } from './testing';
import { webServer } from './web-server';

function promised<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

it('a head of 20 kB is refused', async () => {
  const { ask } = await start();
  expect((await ask('/kk', { headers: { cookie: 'a'.repeat(20_000) } })).status).toBe(431);
});

it('runs out for a head that drips', async () => {
  const { port, web } = await start();
  expect(web.server.headersTimeout).toBe(10_000);
  web.server.headersTimeout = 200;
  expect(await raw(port, 'GET /kk HTTP/1.1\r\nHost: a\r\n')).toMatch(/^HTTP\/1.1 408 /);
});

it('runs out for a body that never comes', async () => {
  expect(bodyLimitOf('/kk').seconds).toBe(30);
  const limitOf = () => ({ bytes: 100, seconds: 0.2 });
  const port = await listen(
    webServer(
      gate(
        open,
        (req) => text(req).catch(() => ''),
        () => undefined,
        limitOf,
      ),
    ),
  );
  expect(await raw(port, 'POST /kk HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc')).toMatch(/^HTTP\/1.1 408 /);
});

it('is given to running requests when the server stops, but not to connections that only wait', async () => {
  const arrived = promised<http.ServerResponse>();
  const web = webServer((_, res) => arrived.resolve(res));
  const port = await listen(web);
  const neverUsed = connect(port, '127.0.0.1');
  const agent = new http.Agent({ keepAlive: true });
  const running = asker(port)('/kk', { agent });
  const answer = await arrived.promise;
  // Far longer than the test may take: it does not wait for what only waits.
  const closed = web.close(600_000);
  await expect(asker(port)('/kk')).rejects.toThrow();
  answer.end('whole');
  expect((await running).body).toBe('whole');
  await closed;
  agent.destroy();
  neverUsed.destroy();
});

it('ends for requests that do not', async () => {
  const arrived = promised<void>();
  const web = webServer(() => arrived.resolve());
  const running = asker(await listen(web))('/kk');
  const failed = expect(running).rejects.toThrow();
  await arrived.promise;
  await web.close(100);
  await failed;
});
