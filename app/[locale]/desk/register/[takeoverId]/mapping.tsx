import { getTranslations } from 'next-intl/server';
import { mapRegisterAction } from '@/app/actions/takeover';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec } from '@/components/form/types';
import { Section } from '@/components/ui/headings';
import { takeoverFields } from '@/domain/takeover/columns';
import type { TakeoverPage } from '@/domain/takeover/queries';

/** Which column means what, with what stands in its first cells; and how the file is read where its rows do not say. */
export async function MappingForm({ page }: { page: TakeoverPage }) {
  const t = await getTranslations('takeover');
  const channel = await getTranslations('channel');
  const meanings = [
    { value: '', label: t('mapping.nothing') },
    ...takeoverFields.map((field) => ({ value: field, label: t(`field.${field}`) })),
  ];
  const columns: FieldSpec[] = page.columns.map(({ column, field, examples }, at) => ({
    name: `column-${at}`,
    kind: 'select',
    label: column,
    ...(examples.length > 0 && {
      hint: t('mapping.examples', { examples: examples.map((text) => text.slice(0, 40)).join('; ') }),
    }),
    options: meanings,
    value: field,
  }));
  const choice = (name: 'order' | 'language' | 'channel', options: FieldSpec['options']): FieldSpec => ({
    name,
    kind: 'select',
    label: t(`mapping.${name}`),
    required: true,
    value: page.settings[name],
    ...(options && { options }),
  });
  return (
    <Section title={t('mapping.title')} id="mapping">
      <p className="measure mb-4">{t('mapping.lead')}</p>
      <ActionForm
        id="mapping"
        action={mapRegisterAction}
        texts={await formTexts()}
        token={crypto.randomUUID()}
        submit={t('mapping.submit')}
        compact
        keep
        fields={[
          { name: 'takeoverId', kind: 'hidden', label: 'takeoverId', value: page.takeoverId },
          {
            name: 'columns',
            kind: 'hidden',
            label: 'columns',
            value: JSON.stringify(page.columns.map(({ column }) => column)),
          },
          ...columns,
          choice(
            'order',
            (['day-first', 'month-first'] as const).map((value) => ({ value, label: t(`order.${value}`) })),
          ),
          choice(
            'language',
            (['kk', 'ru', 'en'] as const).map((value) => ({ value, label: t(`language.${value}`) })),
          ),
          choice(
            'channel',
            (['post', 'telephone', 'visit', 'email', 'web'] as const).map((value) => ({
              value,
              label: channel(value),
            })),
          ),
        ]}
      />
    </Section>
  );
}
