import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localeOfPath, preferredLocale } from '@/messages/preferred-locale';
import { locales } from '@/messages/routing';

describe('the language a browser asks for', () => {
  it.each([
    [null, 'kk'],
    ['', 'kk'],
    ['*', 'kk'],
    ['de', 'kk'],
    ['uk', 'kk'],
    ['ru-RU,ru;q=0.9', 'ru'],
    ['en-US,en;q=0.9', 'en'],
    ['de,ru;q=0.5', 'ru'],
    ['kk-KZ,ru;q=0.9,en;q=0.8', 'kk'],
    ['en;q=0.3, ru;q=0.7', 'ru'],
    ['ru;q=0', 'kk'],
    ['ru;q=abc', 'kk'],
    ['RU', 'ru'],
    ['rum', 'kk'],
  ])('%s → %s', (asked, answer) => {
    expect(preferredLocale(asked)).toBe(answer);
  });

  it('answers whatever is sent', () => {
    fc.assert(fc.property(fc.string(), (header) => locales.includes(preferredLocale(header))));
  });

  it('is read off an address only where it is the whole first part', () => {
    expect(localeOfPath('/ru/desk')).toBe('ru');
    expect(localeOfPath('/en')).toBe('en');
    expect(localeOfPath('/english')).toBeUndefined();
    expect(localeOfPath('/desk/ru')).toBeUndefined();
  });
});
