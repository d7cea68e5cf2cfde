import { describe, expect, it } from 'vitest';
import { inLanguage } from './address-in-language';

describe('an address in another language', () => {
  it.each([
    ['/kk', '/ru'],
    ['/kk?from=letter', '/ru?from=letter'],
    ['/en/burials/7?sort=name&direction=desc', '/ru/burials/7?sort=name&direction=desc'],
    ['/ru/apply', '/ru/apply'],
    ['/', '/ru'],
    ['', '/ru'],
    ['/kkk/apply', '/ru'],
    ['//evil.example/kk', '/ru'],
    ['/kk//evil.example', '/ru//evil.example'],
  ])('%s in Russian is %s', (path, expected) => {
    expect(inLanguage(path, 'ru')).toBe(expected);
  });
});
