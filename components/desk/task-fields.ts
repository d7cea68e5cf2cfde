import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';
import type { StaffLine } from '@/domain/staff/queries';
import { addDays } from '@/domain/working-days';

/** Whom work can be given to, oneself first. */
export async function colleagueOptions(staff: readonly StaffLine[], me: string) {
  const t = await getTranslations('task');
  const role = await getTranslations('role');
  return staff
    .filter((one) => one.active && one.role !== 'administrator')
    .sort((a, b) => Number(b.id === me) - Number(a.id === me))
    .map(({ id, name, role: of }) => ({
      value: id,
      label: id === me ? t('me', { name }) : `${name}, ${role(of)}`,
    }));
}

/** The fields of a new task; a week ahead unless said otherwise. @param today museum day */
export async function taskFields(staff: readonly StaffLine[], me: string, today: string): Promise<FieldSpec[]> {
  const t = await getTranslations('task');
  return [
    { name: 'text', kind: 'text', label: t('text'), required: true, maxLength: 500 },
    {
      name: 'assigneeId',
      kind: 'select',
      label: t('assignee'),
      required: true,
      width: 'medium',
      value: me,
      options: await colleagueOptions(staff, me),
    },
    {
      name: 'dueOn',
      kind: 'text',
      label: t('dueOn'),
      hint: t('dueHint'),
      value: addDays(today, 7),
      required: true,
      width: 'short',
    },
  ];
}
