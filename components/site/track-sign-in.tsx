import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FormAction } from '@/components/form/types';
import { Lead, PageHeading, Section } from '@/components/ui/headings';

/** Reference and access code, and where both are found. */
export async function TrackSignIn({ action, locale }: { action: FormAction; locale: string }) {
  const t = await getTranslations('track');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('lead')}</p>
      </Lead>
      <ActionForm
        action={action}
        fields={[
          {
            name: 'reference',
            kind: 'text',
            label: t('signIn.reference.label'),
            hint: t('signIn.reference.hint'),
            required: true,
            width: 'medium',
            maxLength: 40,
            autocomplete: 'off',
          },
          {
            name: 'code',
            kind: 'text',
            label: t('signIn.code.label'),
            hint: t('signIn.code.hint'),
            required: true,
            width: 'medium',
            maxLength: 60,
            autocomplete: 'off',
          },
        ]}
        check={{ reference: 'required', code: 'required' }}
        submit={t('signIn.submit')}
        texts={await formTexts()}
      />
      <p className="mt-5">
        <a href={`/${locale}/track/lost-code`} className="target">
          {t('lostCode')}
        </a>
      </p>
      <Section title={t('help.title')}>
        <dl className="grid gap-y-5">
          {(['where', 'lost', 'letters'] as const).map((name) => (
            <div key={name} className="measure">
              <dt className="title-3">{t(`help.${name}.title`)}</dt>
              <dd className="mt-0.5">{t(`help.${name}.text`)}</dd>
            </div>
          ))}
        </dl>
        <p className="measure mt-5">
          {t('help.none')} <a href={`/${locale}/apply`}>{t('help.apply')}</a>
        </p>
      </Section>
    </>
  );
}
