import { describe, expect, it } from 'vitest';
import type { GateSettings } from './gate';
import { open, post, raw, real, start } from './testing';

describe('methods and addresses', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is refused', async (method) => {
    const { ask } = await start();
    const { status, headers } = await ask('/kk', { method });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
  });

  it.each(['http://evil.example/', '*', '/kk/%zz', '/kk/%00', '/kk/%ff'])('%s is refused', async (target) => {
    const { port } = await start();
    expect(await raw(port, `GET ${target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 400 /,
    );
  });

  it('CONNECT and WebSockets lead nowhere', async () => {
    const { port } = await start();
    expect(await raw(port, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: a\r\n\r\n')).toBe('');
    const handshake = 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13';
    expect(await raw(port, `GET /kk HTTP/1.1\r\nHost: a\r\n${handshake}\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
  });
});

describe('the host', () => {
  it('must be the one people type', async () => {
    const { ask, refusals } = await start(real);
    const asked = async (host: string) => (await ask('/en', { headers: { host } })).status;
    expect(await asked('izdeu.example.kz')).toBe(200);
    expect(await asked('IZDEU.example.kz:443')).toBe(200);
    expect(refusals).toEqual([]);
    for (const host of ['evil.example', 'izdeu.example.kz:80', 'x@izdeu.example.kz', 'izdeu.example.kz/a', ''])
      expect(await asked(host)).toBe(421);
    expect(refusals).toEqual([421, 421, 421, 421, 421]);
  });

  it('is told the reader together with the right address', async () => {
    const { ask } = await start(real);
    const { body } = await ask('/ru/desk', { headers: { host: 'evil.example' } });
    expect(body).toContain('<html lang="ru">');
    expect(body).toContain('href="https://izdeu.example.kz/ru"');
    expect(body).not.toContain('evil');
  });

  it('may be stated by a proxy only where one of ours stands', async () => {
    const headers = { host: 'upstream', 'x-forwarded-host': 'izdeu.example.kz' };
    expect((await (await start(real)).ask('/kk', { headers })).status).toBe(200);
    expect((await (await start({ ...real, trustedHops: 0 })).ask('/kk', { headers })).status).toBe(421);
  });
});

describe('a form', () => {
  it.each([
    ['of our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }, 200],
    ['of our own page in an old browser', { origin: 'http://localhost:3000' }, 200],
    ['sent again by the reader', { 'sec-fetch-site': 'none', origin: 'http://localhost:3000' }, 200],
    ['sent by a program, for the action to judge', {}, 200],
    ['of a foreign page', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }, 403],
    ['of a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
    ['of a foreign page in an old browser', { origin: 'https://evil.example' }, 403],
    ['of another port', { origin: 'http://localhost:3001' }, 403],
    ['of a page that hides itself', { origin: 'null' }, 403],
  ])('%s', async (_, headers, status) => {
    const { ask } = await start();
    const host = { host: 'localhost:3000' };
    expect((await ask('/kk/apply', { method: 'POST', headers: { ...host, ...headers } }, 'a=b')).status).toBe(status);
    expect((await ask('/kk/apply', { headers: { ...host, ...headers } })).status).toBe(200);
  });
});

describe('what the application is told', () => {
  it('is nothing a client made up', async () => {
    const { ask } = await start(real);
    const forged = {
      'x-middleware-subrequest': 'proxy',
      'x-nextjs-data': '1',
      'x-matched-path': '/kk/desk',
      'x-invoke-path': '/kk/desk',
      'x-now-route-matches': '1',
      'x-prerender-revalidate': 'a',
      'next-resume': '1',
      'x-real-ip': '1.1.1.1',
      forwarded: 'for=1.1.1.1',
      'x-forwarded-port': '1',
    };
    const { body } = await ask('/api/health', { headers: { ...forged, host: 'izdeu.example.kz' } });
    const { headers } = JSON.parse(body);
    for (const name of Object.keys(forged)) expect(headers).not.toHaveProperty(name);
  });

  it('keeps what the framework’s browser part sends', async () => {
    const { ask } = await start();
    const needed = {
      rsc: '1',
      'next-action': 'a',
      'next-url': '/kk',
      'next-router-state-tree': 't',
      'next-router-prefetch': '1',
    };
    expect(JSON.parse((await ask('/kk', { headers: needed })).body).headers).toMatchObject(needed);
  });

  it('is an address, a scheme and a host that we know', async () => {
    const forged = {
      host: 'izdeu.example.kz',
      'x-client-address': '6.6.6.6',
      'x-forwarded-for': '6.6.6.6, 203.0.113.7',
      'x-forwarded-proto': 'http',
    };
    const told = async (settings: GateSettings) =>
      JSON.parse((await (await start(settings)).ask('/kk', { headers: forged })).body).headers;
    expect(await told(real)).toMatchObject({
      'x-client-address': '203.0.113.7',
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'izdeu.example.kz',
    });
    expect(await told({ ...real, trustedHops: 0 })).toMatchObject({ 'x-client-address': '127.0.0.1' });
  });
});

describe('the answer', () => {
  it('carries the protective headers, those of a refusal too', async () => {
    const { ask } = await start(real);
    for (const host of ['izdeu.example.kz', 'evil.example'])
      expect((await ask('/kk', { headers: { host } })).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'strict-transport-security': expect.stringContaining('max-age='),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      });
    expect((await (await start()).ask('/kk')).headers).not.toHaveProperty('strict-transport-security');
  });

  it('has a policy with a nonce that is new each time and the same for application and browser', async () => {
    const { ask } = await start();
    const [one, two] = [
      await ask('/kk'),
      await ask('/kk', { headers: { 'content-security-policy': "script-src 'nonce-abc'" } }),
    ];
    const policy = one?.headers['content-security-policy'];
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic'/);
    expect(policy).not.toContain('unsafe');
    expect(two?.headers['content-security-policy']).not.toBe(policy);
    expect(JSON.parse(one?.body ?? '').headers['content-security-policy']).toBe(policy);
    expect(JSON.parse(two?.body ?? '').headers['content-security-policy']).not.toContain('abc');
  });

  it('lets in pictures of our own, and of the map’s tiles where some are set', async () => {
    const pictures = async (settings?: GateSettings) =>
      /img-src ([^;]*)/.exec(
        String((await (await start(settings)).ask('/kk')).headers['content-security-policy']),
      )?.[1];
    expect(await pictures()).toBe("'self' data:");
    const mapTiles = { origin: 'https://tiles.example.kz' };
    expect(await pictures({ ...open, mapTiles })).toBe("'self' data: https://tiles.example.kz");
  });

  it.each(['/_next/static/chunks/a.js', '/api/health'])('%s has none', async (path) => {
    const { ask } = await start();
    const answer = await ask(path, { headers: { 'content-security-policy': "script-src 'nonce-abc'" } });
    expect(answer.headers).not.toHaveProperty('content-security-policy');
    expect(JSON.parse(answer.body).headers).not.toHaveProperty('content-security-policy');
  });

  it('is not kept where it is personal', async () => {
    const { ask } = await start();
    const kept = async (path: string) => (await ask(path)).headers['cache-control'];
    for (const path of ['/kk/desk', '/ru/track/x', '/en/apply', '/api/attachments/a/view'])
      expect(await kept(path)).toBe('no-store');
    for (const path of ['/kk', '/kk/burials', '/kk/desktop']) expect(await kept(path)).toBeUndefined();
  });

  it('to a program is plain text, in the language it accepts', async () => {
    const { ask } = await start(real);
    const { headers, body } = await ask('/api/v1/cases', { headers: { host: 'evil', 'accept-language': 'ru' } });
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toMatch(/^У сайта другой адрес\./);
  });

  it('never repeats a script from the address', async () => {
    const { ask } = await start();
    const { body } = await ask(`/kk/"><script>alert(1)</script>`.replaceAll(' ', ''), post(9_000_000));
    expect(body).not.toContain('<script');
  });
});
