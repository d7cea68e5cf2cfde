import { randomBytes } from 'node:crypto';

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: with it a plain form post states `Origin: null`.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const twoYears = 63_072_000;

/** For every answer. */
export function securityHeaders(isSecure: boolean): Record<string, string> {
  return isSecure ? { ...always, 'strict-transport-security': `max-age=${twoYears}; includeSubDomains` } : always;
}

/**
 * Only what the page came with may run: the framework puts the nonce on each of its scripts.
 * @param pictures the origin of the map's tiles, where some are set: no other foreign picture is shown
 */
export function contentSecurityPolicy(pictures = '', nonce = randomBytes(16).toString('base64')): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:${pictures ? ` ${pictures}` : ''}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Pages; files of the build and interfaces have no scripts, and an interface may set a stricter policy of its own. */
export const isPage = (path: string) => !/^\/(?:_next\/static|api)(?:\/|$)/.test(path);

/** Pages and files with personal data, which no cache may keep. */
export const isPersonal = (path: string) =>
  /^\/(?:(?:kk|ru|en)\/(?:desk|track|apply)|api\/attachments)(?:\/|$)/.test(path);
