/** The filter of the audit log as its address says it; what cannot be understood is named, not guessed. */
import { isDay } from '@/domain/working-days';
import { isoDay } from './register-day';

export const auditFields = ['kind', 'actor', 'number', 'from', 'to'] as const;
export type AuditField = (typeof auditFields)[number];
export type AuditFilter = Record<AuditField, string>;

export function auditFilter(
  given: (name: AuditField) => string,
  known: { kinds: readonly string[]; actors: readonly string[] },
): { filter: AuditFilter; wrong: AuditField[] } {
  const fits: Record<AuditField, (value: string) => boolean> = {
    kind: (value) => known.kinds.includes(value),
    actor: (value) => known.actors.includes(value),
    number: (value) => /^[1-9]\d{0,8}$/.test(value),
    from: isDay,
    to: isDay,
  };
  const filter: AuditFilter = { kind: '', actor: '', number: '', from: '', to: '' };
  const wrong: AuditField[] = [];
  for (const field of auditFields) {
    const value = field === 'from' || field === 'to' ? isoDay(given(field)) : given(field);
    if (!value) continue;
    if (fits[field](value)) filter[field] = value;
    else wrong.push(field);
  }
  return { filter, wrong };
}
