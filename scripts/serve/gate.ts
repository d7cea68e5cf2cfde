/** What every request passes before the application sees it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BodyLimit, bodyLimitOf, CountedRequest } from './body-limits';
import { clientAddress } from './client-address';
import { type Refusal, refuse } from './refusal';
import { removeForgedHeaders } from './request-headers';
import { contentSecurityPolicy, isPage, isPersonal, securityHeaders } from './security-headers';

export interface GateSettings {
  baseUrl: string;
  isSecure: boolean;
  allowedHosts: readonly string[] | 'any';
  trustedHops: number;
  /** Where the pictures under the maps come from, when some are set. */
  mapTiles?: { origin: string } | null;
}

export type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

export function gate(
  settings: GateSettings,
  handle: Handler,
  refused: (req: IncomingMessage, refusal: Refusal) => void,
  limitOf: (path: string) => BodyLimit = bodyLimitOf,
): Handler {
  const always = Object.entries(securityHeaders(settings.isSecure));
  const scheme = settings.isSecure ? 'https' : 'http';
  return (req, res) => {
    for (const [name, value] of always) res.setHeader(name, value);
    const path = (req.url ?? '').split('?', 1)[0] ?? '';
    const host = outerHost(req, scheme, settings.trustedHops);
    const limit = limitOf(path);
    const refusal = refusalOf(req, path, host, limit, settings);
    if (refusal) {
      refused(req, refusal);
      return refuse(req, res, path, refusal);
    }
    stateWhatWeKnow(req, host, scheme, settings.trustedHops);
    boundBody(req, res, limit);
    if (req.headers.expect) res.writeContinue();
    if (isPage(path)) {
      const policy = contentSecurityPolicy(settings.mapTiles?.origin);
      req.headers['content-security-policy'] = policy;
      res.setHeader('content-security-policy', policy);
    }
    if (isPersonal(path)) res.setHeader('cache-control', 'no-store');
    return handle(req, res);
  };
}

function refusalOf(
  req: IncomingMessage,
  path: string,
  host: string | undefined,
  limit: BodyLimit,
  { allowedHosts, baseUrl }: GateSettings,
): Refusal | undefined {
  if (!['GET', 'HEAD', 'POST'].includes(req.method ?? '')) return { status: 405, reason: 'methodNotAllowed' };
  if (!isReadable(path) || req.headers.upgrade?.toLowerCase() === 'websocket')
    return { status: 400, reason: 'badRequest' };
  if (!host || (allowedHosts !== 'any' && !allowedHosts.includes(host)))
    return { status: 421, reason: 'misdirected', address: baseUrl };
  if (req.method === 'POST' && isFromElsewhere(req, host))
    return { status: 403, reason: 'foreignForm', address: baseUrl };
  if (Number(req.headers['content-length'] ?? 0) > limit.bytes)
    return { status: 413, reason: 'tooLarge', limit: limit.bytes };
  if (req.headers['transfer-encoding'] !== undefined && !isOwnForwarding(req))
    return { status: 411, reason: 'lengthRequired' };
}

/** A path that can be decoded and holds no NUL: neither `*` nor the whole address that a proxy is asked for. */
function isReadable(path: string): boolean {
  try {
    return path.startsWith('/') && !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

/**
 * A form on somebody else's page, sent with our reader's cookies. What states neither header is no browser of today and is
 * judged by the action itself.
 */
function isFromElsewhere(req: IncomingMessage, host: string): boolean {
  const site = req.headers['sec-fetch-site'];
  // `none`: the reader's own doing, such as a tab restored after a form was sent.
  if (site !== undefined && site !== 'none') return site !== 'same-origin';
  const { origin } = req.headers;
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
}

/** The framework passes an action on to another of its pages by a request to itself, whose length it does not state. */
function isOwnForwarding(req: IncomingMessage): boolean {
  const peer = req.socket.remoteAddress ?? '';
  return req.headers['x-action-forwarded'] === '1' && /^(?:127\.|::1$|::ffff:127\.)/.test(peer);
}

/** The host the client asked for; a proxy's word counts only where a proxy of ours is known to stand. */
function outerHost(req: IncomingMessage, scheme: string, trustedHops: number): string | undefined {
  const forwarded = [req.headers['x-forwarded-host']].flat().join(',').split(',').at(-1)?.trim();
  const host = (trustedHops > 0 && forwarded) || req.headers.host || '';
  const address = `${scheme}://${host}`;
  return /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(host) && URL.canParse(address)
    ? new URL(address).host
    : undefined;
}

function stateWhatWeKnow(req: IncomingMessage, host: string | undefined, scheme: string, trustedHops: number) {
  const forwardedFor = [req.headers['x-forwarded-for']].flat().join(',');
  const address = clientAddress(forwardedFor, req.socket.remoteAddress, trustedHops);
  removeForgedHeaders(req.headers);
  req.headers.host = host;
  req.headers['x-forwarded-host'] = host;
  req.headers['x-forwarded-proto'] = scheme;
  req.headers['x-forwarded-for'] = address;
  req.headers['x-client-address'] = address;
  // Pages learn their own address from it: the framework does not tell a layout.
  req.headers['x-path'] = req.url;
}

/** Node's own limit of time is one for all; a page with a short text need not wait as long as an import. */
function boundBody(req: IncomingMessage, res: ServerResponse, limit: BodyLimit) {
  if (req instanceof CountedRequest) req.bodyLimit = limit;
  if (req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined) return;
  const { socket } = req;
  const tooSlow = setTimeout(() => {
    if (!res.headersSent) socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    socket.destroySoon();
  }, limit.seconds * 1000);
  const done = () => clearTimeout(tooSlow);
  req.once('end', done).once('close', done);
}
