import { getTranslations } from 'next-intl/server';
import { correctRowAction } from '@/app/actions/takeover';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { Section } from '@/components/ui/headings';
import { acceptable } from '@/domain/takeover/problems';
import type { TakeoverRowPage } from '@/domain/takeover/queries';

/** Every field of the row; what the file says stands under what was corrected. */
export async function CorrectForm({ row }: { row: TakeoverRowPage }) {
  const t = await getTranslations('takeover');
  const fields: FieldSpec[] = row.values.map(({ field, value, written, corrected }) => ({
    name: field,
    kind: value.length > 80 || field === 'remark' ? 'textarea' : 'text',
    label: t(`field.${field}`),
    value,
    maxLength: 4000,
    ...(corrected && { hint: t('row.written', { text: written || '–' }) }),
  }));
  const open = acceptable.filter((code) => row.problems.some((one) => one.code === code));
  return (
    <Section title={t('row.correct')} id="correct">
      <p className="measure mb-4">{t('row.lead')}</p>
      <ActionForm
        id="correct"
        action={correctRowAction}
        texts={await formTexts()}
        token={crypto.randomUUID()}
        submit={t('row.save')}
        compact
        keep
        fields={[
          { name: 'takeoverId', kind: 'hidden', label: 'takeoverId', value: row.takeoverId },
          { name: 'rowId', kind: 'hidden', label: 'rowId', value: row.rowId },
          {
            name: 'before',
            kind: 'hidden',
            label: 'before',
            value: JSON.stringify(Object.fromEntries(row.values.map(({ field, value }) => [field, value]))),
          },
          ...fields,
          ...(open.length > 0
            ? [
                {
                  name: 'accepted',
                  kind: 'checkboxes' as const,
                  label: t('row.accept'),
                  options: open.map((code) => ({ value: code, label: t(`problem.${code}`) })),
                  value: row.accepted.join(','),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
