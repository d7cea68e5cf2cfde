import { describe, expect, it } from 'vitest';
import { type AuditField, auditFilter } from './audit-filter';

const known = { kinds: ['case.moved'], actors: ['system'] };
const read = (given: Partial<Record<AuditField, string>>) => auditFilter((name) => given[name] ?? '', known);

describe('the filter of the audit log', () => {
  it('reads days as papers carry them', () => {
    expect(read({ from: '05.02.2020', to: '2020-02-06' })).toEqual({
      filter: { kind: '', actor: '', number: '', from: '2020-02-05', to: '2020-02-06' },
      wrong: [],
    });
  });

  it('names what it cannot understand and leaves it out', () => {
    const { filter, wrong } = read({ kind: 'case.eaten', actor: 'system', number: '-1', from: '31.02.2020' });
    expect(filter).toEqual({ kind: '', actor: 'system', number: '', from: '', to: '' });
    expect(wrong).toEqual(['kind', 'number', 'from']);
  });
});
