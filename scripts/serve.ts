/** The web process: the application behind our own HTTP server. Started by start.mjs. */
import { createServer } from 'node:http';
import next from 'next';
import { theStore } from '@/domain/database';
import { env } from '@/env';
import { log, withoutQuery } from '@/log';
import { gate } from './serve/gate';
import { webServer } from './serve/web-server';
import { endAtUnexpectedErrors, tellReady, whenToldToStop, wrongSettings } from './supervised';

/** A second less than the supervisor waits before it kills. */
const stopMilliseconds = 9_000;

endAtUnexpectedErrors((error, what) => log.fatal({ err: error }, what));

// What the framework reads from its surroundings follows from our own settings.
const outside = new URL(env.baseUrl);
process.env.NEXTAUTH_URL = env.baseUrl;
process.env.NEXTAUTH_SECRET = env.secret;
process.env.__NEXT_PRIVATE_ORIGIN = `http://${ownAddress(env.host)}:${env.port}`;

const app = next({
  dev: false,
  // It would say the same once more; instrumentation.ts says it with the reference.
  quiet: true,
  hostname: outside.hostname,
  port: Number(outside.port) || (env.isSecure ? 443 : 80),
  // A server that never listens: the framework would otherwise attach its WebSocket handler to ours.
  httpServer: createServer(),
});
await app.prepare();
// The framework reports an instrumentation.ts that failed and goes on; without its database this process is of no use.
theStore();

const web = webServer(
  gate(env, app.getRequestHandler(), (req, { status, reason }) =>
    log.info({ status, reason, method: req.method, path: withoutQuery(req.url ?? '') }, 'request refused'),
  ),
);

web.server.once('error', (error) => {
  log.fatal(`Cannot listen on ${env.host}:${env.port}: ${error.message}`);
  process.exit(wrongSettings);
});
web.server.listen(env.port, env.host, tellReady);

whenToldToStop(async (reason) => {
  log.debug({ reason }, 'web is stopping');
  await web.close(stopMilliseconds);
  await app.close();
  process.exit(0);
});

/** Where this machine reaches a server that listens on `host`; an address of IPv6 stands in brackets. */
function ownAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
