import { isIP } from 'node:net';

/**
 * The address a request comes from. Each of our own proxies appends to X-Forwarded-For the address it was reached from,
 * so what stands `trustedHops` from the end is known; everything before it was written by the client.
 */
export function clientAddress(forwardedFor: string | undefined, peer: string | undefined, trustedHops: number): string {
  const chain = (forwardedFor ?? '').split(',').map((part) => part.trim());
  const known = [...chain.filter((part) => part !== ''), peer ?? ''];
  const stated = known[Math.max(0, known.length - 1 - trustedHops)];
  return plainAddress(stated) ?? plainAddress(peer) ?? 'unknown';
}

/** `203.0.113.7` from `203.0.113.7:4711`, `[2001:db8::1]:4711` or `::ffff:203.0.113.7`. */
function plainAddress(text: string | undefined): string | undefined {
  const bare = (text ?? '')
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i, '$1');
  return isIP(bare) ? bare : undefined;
}
