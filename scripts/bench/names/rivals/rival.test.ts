import { expect, it } from 'vitest';
import { plain } from './rival';

it('gives rivals one alphabet', () => {
  expect(plain('Zhaqypov')).toBe('жакыпов');
  expect(plain('Жақыпов')).toBe('жакыпов');
});
