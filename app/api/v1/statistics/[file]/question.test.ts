import { describe, expect, it } from 'vitest';
import { DomainError } from '@/domain/result';
import { questionOf } from './question';

describe('the question in an address', () => {
  it('is what the query asks, the language apart', () => {
    expect(questionOf('overdue', { at: '2020-01-31', language: 'kk' })).toEqual({
      input: { key: 'overdue', at: '2020-01-31' },
      language: 'kk',
    });
    expect(questionOf('overdue', {})).toEqual({ input: { key: 'overdue' }, language: undefined });
  });

  it('knows the older name of the basis, of burials by country alone', () => {
    expect(questionOf('burials-by-country', { 'as-reported': 'true' }).input.basis).toBe('reported');
    expect(questionOf('burials-by-country', { 'as-reported': 'false' }).input.basis).toBe('today');
  });

  it.each([
    ['overdue', { 'as-reported': 'true' }, { 'as-reported': 'input.unexpected' }],
    ['burials-by-country', { 'as-reported': 'yes' }, { 'as-reported': 'input.choose' }],
    ['burials-by-country', { 'as-reported': 'true', basis: 'today' }, { basis: 'input.unexpected' }],
    ['overdue', { language: 'de' }, { language: 'input.choose' }],
    ['overdue', { key: 'burials-by-country' }, { key: 'input.unexpected' }],
  ] as const)('refuses %s %j', (key, given, fields) => {
    const refused = () => questionOf(key, given);
    expect(refused).toThrow(DomainError);
    try {
      refused();
    } catch (error) {
      expect((error as DomainError).fields).toEqual(fields);
    }
  });
});
