/** The gate in front of a stand-in for the application, on a free port; and clients that ask it politely or rudely. */
import http, { type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach } from 'vitest';
import { type GateSettings, gate } from './gate';
import { type WebServer, webServer } from './web-server';

export const open: GateSettings = { baseUrl: 'http://localhost', isSecure: false, allowedHosts: 'any', trustedHops: 0 };
export const real: GateSettings = {
  baseUrl: 'https://izdeu.example.kz',
  isSecure: true,
  allowedHosts: ['izdeu.example.kz'],
  trustedHops: 1,
};

const servers: WebServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close(0))));

export async function listen(web: WebServer): Promise<number> {
  servers.push(web);
  await new Promise<void>((resolve) => web.server.listen(0, '127.0.0.1', resolve));
  return (web.server.address() as AddressInfo).port;
}

/** Stands where the application would: tells what reached it. */
export async function start(settings: GateSettings = open) {
  const refusals: number[] = [];
  const tell = async (req: IncomingMessage, res: http.ServerResponse) => {
    const body = await text(req).catch(() => 'broken off');
    res.end(JSON.stringify({ headers: req.headers, length: body.length }));
  };
  const web = webServer(gate(settings, tell, (_, { status }) => refusals.push(status)));
  const port = await listen(web);
  return { web, refusals, port, ask: asker(port) };
}

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string };

export const asker =
  (port: number) =>
  (path: string, options: http.RequestOptions = {}, body?: Buffer | string) =>
    new Promise<Answer>((resolve, reject) => {
      const request = http.request({ port, host: '127.0.0.1', path, agent: false, ...options }, async (res) =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: await text(res) }),
      );
      request.on('error', reject).end(body);
    });

export const post = (length: number): http.RequestOptions => ({
  method: 'POST',
  headers: { 'content-length': length },
});

/** Sends bytes as they are and gives back what came until the connection ended. */
export const raw = (port: number, bytes: string) =>
  new Promise<string>((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (data) => {
      received += data;
    });
    socket.on('error', () => undefined).on('close', () => resolve(received));
  });
