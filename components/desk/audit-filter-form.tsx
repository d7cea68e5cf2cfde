import { getTranslations } from 'next-intl/server';
import type { Address } from '@/components/ui/address';
import { FilterForm } from '@/components/ui/filter-form';
import type { StaffLine } from '@/domain/staff/queries';
import { auditKinds } from './audit-kinds';
import { eventWords } from './audit-words';

/** Those who act without a name in the log. */
export const unnamedActors = ['applicant', 'visitor', 'system'] as const;

/** What of the log to show. @param withCases whether the reader may ask for a case by its number */
export async function AuditFilterForm(props: { address: Address; staff: readonly StaffLine[]; withCases: boolean }) {
  const t = await getTranslations('audit.filter');
  const role = await getTranslations('role');
  const words = await eventWords();
  const line = { kind: 'text', autocomplete: 'off', maxLength: 20 } as const;
  return (
    <FilterForm
      address={props.address}
      fields={[
        {
          name: 'kind',
          kind: 'select',
          label: t('kind'),
          options: auditKinds.map((value) => ({ value, label: words(value) })),
        },
        {
          name: 'actor',
          kind: 'select',
          label: t('actor'),
          options: [
            ...props.staff.map(({ id, name }) => ({ value: id, label: name })),
            ...unnamedActors.map((value) => ({ value, label: role(value) })),
          ],
        },
        ...(props.withCases ? [{ ...line, name: 'number', label: t('number'), inputMode: 'numeric' as const }] : []),
        { ...line, name: 'from', label: t('from'), hint: t('dayHint') },
        { ...line, name: 'to', label: t('to'), hint: t('dayHint') },
      ]}
    />
  );
}
