import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { followAction } from '@/app/actions/public';
import { ownDraft, visitor } from '@/app/actions/public-draft';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { ApplyPrintButton } from '@/components/site/apply-print-button';
import { ApplySent } from '@/components/site/apply-sent';
import { ApplySlip } from '@/components/site/apply-slip';
import { OwnPaperLink } from '@/components/site/paper-form-link';
import { ButtonLink } from '@/components/ui/button';
import { Lead, PageHeading } from '@/components/ui/headings';
import { receiptByToken } from '@/domain/applications/receipt';
import { fullName } from '@/domain/names';
import { env } from '@/env';
import { routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'apply.sent' });
  return { title: t('title'), robots: { index: false } };
}

export default async function SentPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const draft = await ownDraft();
  if (draft && !draft.applicationId) redirect(`/${locale}/apply/check`);
  const receipt = draft && (await receiptByToken(await visitor(), { token: draft.token }));
  if (!receipt) return <CodeGone locale={locale} />;
  const t = await getTranslations('apply.sent');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('lead')}</p>
      </Lead>
      <ApplySlip name={fullName(receipt)} reference={receipt.reference} code={receipt.code} />
      <p className="measure mt-5">{t('keep')}</p>
      <div className="mt-1 flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
        <ActionForm
          action={followAction}
          fields={[
            { name: 'reference', kind: 'hidden', label: '', value: receipt.reference },
            { name: 'code', kind: 'hidden', label: '', value: receipt.code },
          ]}
          submit={t('follow')}
          texts={await formTexts()}
        />
        <ApplyPrintButton label={t('print')} />
      </div>
      <OwnPaperLink locale={locale} />
      <ApplySent receipt={receipt} trackAddress={`${env.baseUrl}/${locale}/track`} />
    </>
  );
}

/** A day later, or in another browser: the code stands on paper only. */
async function CodeGone({ locale }: { locale: string }) {
  const t = await getTranslations('apply.sent.gone');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('text')}</p>
      </Lead>
      <p className="flex flex-wrap gap-4">
        <ButtonLink href={`/${locale}/track`}>{t('track')}</ButtonLink>
        <ButtonLink href={`/${locale}/apply`} look="secondary">
          {t('apply')}
        </ButtonLink>
      </p>
    </>
  );
}
