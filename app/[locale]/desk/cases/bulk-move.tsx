import { getTranslations } from 'next-intl/server';
import { moveManyAction } from '@/app/actions/move-many';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Disclosure } from '@/components/ui/disclosure';
import { choicesFrom, isStatus, statuses } from '@/domain/cases/pipeline';

/** The form to which the boxes in the table belong. */
export const bulkForm = 'move-many';

/** Moves the ticked cases with one reason. @param status the one the list shows, if it shows one */
export async function BulkMove({ status }: { status: string }) {
  const t = await getTranslations('queue.bulk');
  const words = await getTranslations('status');
  const from = isStatus(status) ? [status] : statuses;
  const targets = statuses.filter((to) => from.some((one) => choicesFrom(one).includes(to)));
  if (targets.length === 0) return null;
  return (
    <Disclosure summary={t('title')}>
      <p className="measure mb-3 text-muted">{t('hint')}</p>
      <ActionForm
        id={bulkForm}
        action={moveManyAction}
        texts={await formTexts()}
        token={crypto.randomUUID()}
        submit={t('submit')}
        fields={[
          {
            name: 'to',
            kind: 'select',
            label: t('to'),
            required: true,
            width: 'medium',
            options: targets.map((to) => ({ value: to, label: words(to) })),
          },
          { name: 'reason', kind: 'textarea', label: t('reason'), hint: t('reasonHint'), rows: 2, maxLength: 4000 },
        ]}
      />
    </Disclosure>
  );
}
