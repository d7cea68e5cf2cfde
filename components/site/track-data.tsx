import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import type { FormAction, FormTexts } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import type { OwnErasure } from '@/domain/applications/erasure';

const files = [
  { name: 'pdf', path: 'my-data.pdf' },
  { name: 'json', path: 'my-data.json' },
  { name: 'form', path: 'my-application.pdf' },
] as const;

/** What we hold about the applicant: to take along, and to have deleted, with what follows told beforehand. */
export async function TrackData({
  erasure,
  action,
  texts,
  locale,
}: {
  erasure: OwnErasure | null;
  action: FormAction;
  texts: FormTexts;
  locale: string;
}) {
  const t = await getTranslations('track.data');
  return (
    <Section title={t('title')} id="data" aside={t('aside')}>
      <p className="measure">{t('held')}</p>
      <ul className="mt-4 print:hidden">
        {files.map(({ name, path }) => (
          <li key={name} className="py-1">
            <a href={`/api/documents/${path}?language=${locale}`} className="target" download>
              {t(name)}
            </a>
            <span className="block text-muted">{t(`${name}Hint`)}</span>
          </li>
        ))}
      </ul>
      <Decision erasure={erasure} />
      {erasure?.state !== 'asked' && (
        <Disclosure summary={t('erase.summary')}>
          <p className="measure">{t('erase.lead')}</p>
          <ul className="measure mt-3 list-disc pl-5">
            {(['gone', 'page', 'search', 'publication', 'others', 'backup'] as const).map((name) => (
              <li key={name} className="mt-1">
                {t(`erase.${name}`)}
              </li>
            ))}
          </ul>
          <div className="mt-5">
            <ActionForm
              action={action}
              token={crypto.randomUUID()}
              fields={[
                {
                  name: 'reason',
                  kind: 'textarea',
                  label: t('erase.reason'),
                  hint: t('erase.reasonHint'),
                  maxLength: 1000,
                  autocomplete: 'off',
                },
              ]}
              submit={t('erase.submit')}
              danger
              texts={texts}
            />
          </div>
        </Disclosure>
      )}
    </Section>
  );
}

/** Where the last request stands. */
async function Decision({ erasure }: { erasure: OwnErasure | null }) {
  if (!erasure || erasure.state === 'carried-out') return null;
  const t = await getTranslations('track.data');
  const format = await getFormatter();
  const date = format.dateTime(erasure.decidedAt ?? erasure.askedAt, { dateStyle: 'long' });
  return (
    <Notice tone="attention" title={t(`${erasure.state}.title`)}>
      <p className="whitespace-pre-line">
        {erasure.state === 'asked' ? t('asked.text', { date }) : t('declined.text', { date, note: erasure.note })}
      </p>
    </Notice>
  );
}
