import { getTranslations } from 'next-intl/server';
import type { FieldSpec } from '@/components/form/types';
import { searchOutcomes } from '@/domain/sources/words';

/** What is written down of an answer about one man. */
export async function replyFields(): Promise<FieldSpec[]> {
  const t = await getTranslations('requests');
  const outcome = await getTranslations('outcome');
  return [
    {
      name: 'outcome',
      kind: 'select',
      label: t('field.outcome'),
      required: true,
      options: searchOutcomes.map((value) => ({ value, label: outcome(value) })),
    },
    { name: 'answeredOn', kind: 'text', label: t('field.answeredOn'), hint: t('field.answeredOnHint') },
    { name: 'answer', kind: 'textarea', label: t('field.answer'), required: true, rows: 4, maxLength: 4000 },
    {
      name: 'changed',
      kind: 'textarea',
      label: t('field.changed'),
      hint: t('field.changedHint'),
      rows: 2,
      maxLength: 4000,
    },
  ];
}
