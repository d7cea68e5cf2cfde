/** The few answers that are given before a request reaches the application: short pages in the reader's language. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createTranslator } from 'use-intl/core';
import en from '@/messages/en.json';
import kk from '@/messages/kk.json';
import { localeOfPath, preferredLocale } from '@/messages/preferred-locale';
import type { Locale } from '@/messages/routing';
import ru from '@/messages/ru.json';

const messages = { kk, ru, en };

export interface Refusal {
  status: 400 | 403 | 405 | 411 | 413 | 421;
  reason: 'badRequest' | 'foreignForm' | 'methodNotAllowed' | 'lengthRequired' | 'tooLarge' | 'misdirected';
  /** The limit, in bytes, of a body that is too large. */
  limit?: number;
  /** The address of the site, where that is what was wrong. */
  address?: string;
}

const style =
  'body{font:1.25rem/1.6 Georgia,serif;max-width:34rem;margin:15vh auto;padding:0 1.25rem;color:#222}a{color:#1b4d6b}';
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'`;

/** How long the rest of a refused body is read away, so that the sender gets to see the answer. */
const lingerMilliseconds = 5_000;

export function refuse(req: IncomingMessage, res: ServerResponse, path: string, refusal: Refusal) {
  const locale = localeOfPath(path) ?? preferredLocale(req.headers['accept-language']);
  const wantsPage = !path.startsWith('/api/') && (req.headers.accept ?? '*/*').match(/text\/html|\*\/\*/) !== null;
  const body = wantsPage ? asPage(locale, path, refusal) : asText(locale, refusal);
  res.writeHead(refusal.status, {
    'content-type': `${wantsPage ? 'text/html' : 'text/plain'}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': policy,
    'cache-control': 'no-store',
    connection: 'close',
    ...(refusal.status === 405 && { allow: 'GET, HEAD, POST' }),
  });
  if (req.method !== 'HEAD') res.write(body);
  endOnceRead(req, res);
}

/** Ending at once would reset the connection under a sender who is still busy, and the answer would be lost. */
function endOnceRead(req: IncomingMessage, res: ServerResponse) {
  const end = () => {
    clearTimeout(timer);
    res.end();
  };
  const timer = setTimeout(end, lingerMilliseconds);
  req.once('end', end).once('close', end).once('error', end).resume();
}

function words(locale: Locale, { reason, limit = 0, address = '' }: Refusal) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'refusal' });
  return {
    title: t(`${reason}.title`),
    text: t(`${reason}.text`, { limit: limit / (1024 * 1024), address }),
    backHome: t('backHome'),
    backToPage: t('backToPage'),
  };
}

function asText(locale: Locale, refusal: Refusal): string {
  const { title, text } = words(locale, refusal);
  return `${title}. ${text}\n`;
}

function asPage(locale: Locale, path: string, refusal: Refusal): string {
  const { title, text, backHome, backToPage } = words(locale, refusal);
  const home = refusal.address ?? '';
  const toPage = refusal.status === 413 || refusal.status === 411;
  const link = toPage ? { href: path, name: backToPage } : { href: `${home}/${locale}`, name: backHome };
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1><p>${escaped(text)}</p><p><a href="${escaped(link.href)}">${escaped(link.name)}</a></p></body></html>
`;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
