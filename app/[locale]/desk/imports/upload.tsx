import { getTranslations } from 'next-intl/server';
import { uploadImportAction } from '@/app/actions/archive';
import { uploadLimit } from '@/app/actions/upload-limit';
import { ImportSizeGuard } from '@/components/desk/import-size-guard';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { formats } from '@/domain/archive/agreed-mapping';
import type { SourceName } from '@/domain/archive/queries';
import type { Locale } from '@/messages/routing';

/** As it is typed; the command line has one language. */
const command = 'npm run -s izdeu -- archive import FILE --source KEY';

/** Sends one record file; larger ones are read by the command line. */
export async function Upload({
  locale,
  sources,
}: {
  locale: Locale;
  sources: readonly { key: string; name: SourceName }[];
}) {
  const t = await getTranslations('imports.upload');
  const errors = await getTranslations('errors');
  const limit = uploadLimit / 1_000_000;
  return (
    <ActionForm
      id="import"
      action={uploadImportAction}
      texts={await formTexts()}
      token={crypto.randomUUID()}
      submit={t('submit')}
      compact
      fields={[
        {
          name: 'file',
          kind: 'file',
          label: t('file'),
          hint: t('fileHint', { limit }),
          accept: '.csv,.tsv,.txt,.gz,text/csv,text/tab-separated-values,text/plain,application/gzip',
          required: true,
        },
        {
          name: 'sourceKey',
          kind: 'select',
          label: t('source'),
          hint: t('sourceHint'),
          required: true,
          options: sources.map(({ key, name }) => ({ value: key, label: name[locale] })),
        },
        {
          name: 'format',
          kind: 'select',
          label: t('format'),
          required: true,
          value: 'auto',
          options: formats.map((value) => ({ value, label: t(`formats.${value}`) })),
        },
      ]}
    >
      <ImportSizeGuard limit={uploadLimit} message={errors('upload.too-large', { limit })} />
      <p className="minor measure mt-4 text-muted">
        {t('larger')} <code className="[overflow-wrap:anywhere]">{command}</code>
      </p>
    </ActionForm>
  );
}
