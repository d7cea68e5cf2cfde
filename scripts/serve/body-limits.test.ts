import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { post, raw, start } from './testing';

describe('bodies', () => {
  const kilobyte = 1024;

  it('of the ordinary size pass, one byte more does not', async () => {
    const { ask } = await start();
    const largest = Buffer.alloc(256 * kilobyte);
    expect(JSON.parse((await ask('/kk/apply', post(largest.length), largest)).body).length).toBe(largest.length);
    const { status, body } = await ask('/kk/apply', post(largest.length + 1), Buffer.alloc(largest.length + 1));
    expect(status).toBe(413);
    expect(body).toContain('0,25 МБ');
    expect(body).toContain('href="/kk/apply"');
  });

  it('may be larger where files are imported, and only there', async () => {
    const { ask } = await start();
    const file = Buffer.alloc(1024 * kilobyte);
    expect((await ask('/ru/desk/imports', post(file.length), file)).status).toBe(200);
    expect((await ask('/ru/desk/imports/new', post(file.length), file)).status).toBe(200);
    for (const path of ['/ru/desk/importsx', '/desk/imports', '/ru/desk/imports%2f..', '/ru/x/ru/desk/imports'])
      expect((await ask(path, post(file.length), file)).status).toBe(413);
  });

  it('of 30 MB are refused, and the sender gets to read why', async () => {
    const { ask } = await start();
    const { status, body } = await ask('/en/desk/imports', post(30_000_000), Buffer.alloc(30_000_000));
    expect(status).toBe(413);
    expect(body).toContain('at most 20 MB');
  });

  it('with papers have room where papers are sent, and nowhere else', async () => {
    const { ask } = await start();
    const status = async (path: string, length: number) => (await ask(path, post(length), Buffer.alloc(length))).status;
    for (const path of ['/kk/apply/papers', '/ru/track', '/en/desk/applications/registered', '/kk/desk/cases/0167-a'])
      expect(await status(path, 10_000_000), path).toBe(200);
    for (const path of [
      '/kk/apply/you',
      '/kk/track/new-code',
      '/kk/desk/cases',
      '/kk/desk/cases/a/b',
      '/api/attachments',
    ])
      expect(await status(path, 300 * kilobyte), path).toBe(413);
    expect(await status('/api/attachments/0167-a', 1_000_000)).toBe(200);
    expect(await status('/api/attachments/0167-a', 1_100_000)).toBe(413);
  });

  it('are not asked for when they would be refused', async () => {
    const { port } = await start();
    const head = (length: number) =>
      `POST /kk HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`;
    expect(await raw(port, `${head(2)}ab`)).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 /);
    const refused = connect(port, '127.0.0.1', () => refused.write(head(30_000_000)));
    const first = await new Promise<Buffer>((resolve) => refused.once('data', resolve));
    refused.destroy();
    expect(String(first)).toMatch(/^HTTP\/1.1 413 /);
  });

  it('of unstated length are refused, unless the framework talks to itself', async () => {
    const { ask } = await start();
    const chunked = { 'transfer-encoding': 'chunked' };
    expect((await ask('/kk', { method: 'POST', headers: chunked }, 'abc')).status).toBe(411);
    const own = { ...chunked, 'x-action-forwarded': '1' };
    expect((await ask('/kk', { method: 'POST', headers: own }, 'abc')).status).toBe(200);
  });

  it('are counted as they come: what goes on past the limit loses its connection', async () => {
    const { ask } = await start();
    const own = { 'transfer-encoding': 'chunked', 'x-action-forwarded': '1' };
    await expect(ask('/kk', { method: 'POST', headers: own }, Buffer.alloc(300 * kilobyte))).rejects.toThrow();
  });

  it('with two lengths are refused', async () => {
    const { port } = await start();
    const two = 'Content-Length: 3\r\nTransfer-Encoding: chunked\r\n';
    expect(await raw(port, `POST /kk HTTP/1.1\r\nHost: a\r\n${two}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
  });
});
