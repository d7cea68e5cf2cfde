import { describe, expect, it } from 'vitest';
import { DomainError } from '@/domain/result';
import { languageOf, refusalText, say } from './words';

describe('the language', () => {
  it.each([
    [{ LANG: 'kk_KZ.UTF-8' }, 'kk'],
    [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
    [{ LANG: 'ru' }, 'ru'],
    [{ LANG: 'kk_KZ.UTF-8', LC_ALL: 'ru_KZ' }, 'ru'],
    [{ LANG: 'kk_KZ.UTF-8', LC_MESSAGES: 'en_US', LC_ALL: '' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'uk_UA.UTF-8' }, 'en'],
    [{ LANG: 'constructor' }, 'en'],
    [{}, 'en'],
  ])('%j', (source, language) => {
    expect(languageOf(source)).toBe(language);
  });
});

describe('a refusal', () => {
  it('is one line with its values', () => {
    const text = refusalText(new DomainError('database.missing', {}, { file: '/tmp/a.db' }));
    expect(text).toContain('/tmp/a.db');
    expect(text).not.toContain('\n');
  });

  it('names the fields of a refused input', () => {
    expect(refusalText(new DomainError('input.invalid', { email: 'staff.not-found' }))).toMatch(/^email: \S/);
  });

  it('has its code where nobody wrote a text', () => {
    expect(refusalText(new DomainError('nobody.wrote-this'))).toBe('errors.nobody.wrote-this');
  });

  it('is not made of an error nobody expected', () => {
    expect(refusalText(new TypeError('x is undefined'))).toBeNull();
    expect(refusalText(Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' }))).toBe(say('errors.database.busy'));
  });
});
