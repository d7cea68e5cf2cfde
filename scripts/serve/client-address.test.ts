import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clientAddress } from './client-address';

it.each([
  ['nobody in front', '6.6.6.6', '203.0.113.7', 0, '203.0.113.7'],
  ['one proxy', '6.6.6.6, 203.0.113.7', '127.0.0.1', 1, '203.0.113.7'],
  ['two proxies', '6.6.6.6, 203.0.113.7, 10.0.0.2', '127.0.0.1', 2, '203.0.113.7'],
  ['a proxy that states nothing', undefined, '127.0.0.1', 1, '127.0.0.1'],
  ['a port behind the address', '203.0.113.7:4711', '127.0.0.1', 1, '203.0.113.7'],
  ['IPv6 in brackets', '[2001:db8::1]:4711', '127.0.0.1', 1, '2001:db8::1'],
  ['IPv4 written as IPv6', undefined, '::ffff:203.0.113.7', 0, '203.0.113.7'],
  ['nonsense from a proxy', '<script>', '127.0.0.1', 1, '127.0.0.1'],
  ['a connection already gone', undefined, undefined, 0, 'unknown'],
])('%s', (_, forwardedFor, peer, hops, answer) => {
  expect(clientAddress(forwardedFor, peer, hops)).toBe(answer);
});

it('a client cannot change what we know by writing more in front', () => {
  fc.assert(
    fc.property(fc.string(), (written) => {
      expect(clientAddress(`${written},203.0.113.7`, '127.0.0.1', 1)).toBe('203.0.113.7');
      expect(clientAddress(written, '203.0.113.7', 0)).toBe('203.0.113.7');
    }),
  );
});
