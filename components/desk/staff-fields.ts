import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';

const roles = ['researcher', 'manager', 'administrator'] as const;

/** Name and role of a member of staff. */
export async function staffFields(member?: { name: string; role: string }): Promise<FieldSpec[]> {
  const t = await getTranslations('staff');
  const role = await getTranslations('role');
  return [
    {
      name: 'name',
      kind: 'text',
      label: t('name'),
      required: true,
      maxLength: 200,
      autocomplete: 'off',
      value: member?.name ?? '',
    },
    {
      name: 'role',
      kind: 'select',
      label: t('role'),
      required: true,
      options: roles.map((value) => ({ value, label: role(value) })),
      value: member?.role ?? '',
    },
  ];
}
