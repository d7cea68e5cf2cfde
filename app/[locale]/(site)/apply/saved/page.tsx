import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { ownDraft } from '@/app/actions/public-draft';
import { ApplyLink } from '@/components/site/apply-link';
import { pageToGoOn } from '@/components/site/apply-pages';
import { ApplyPrintButton } from '@/components/site/apply-print-button';
import { ApplyShareLink } from '@/components/site/apply-share-link';
import { ButtonLink } from '@/components/ui/button';
import { Lead, PageHeading } from '@/components/ui/headings';
import { draftLife } from '@/domain/applications/drafts';
import { env } from '@/env';
import { routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'apply.saved' });
  return { title: t('title'), robots: { index: false } };
}

export default async function SavedPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return null;
  setRequestLocale(locale);
  const draft = await ownDraft();
  if (!draft) redirect(`/${locale}/apply`);
  if (draft.applicationId) redirect(`/${locale}/apply/sent`);
  const t = await getTranslations('apply.saved');
  const format = await getFormatter();
  const link = `${env.baseUrl}/${locale}/apply/resume?draft=${draft.token}`;
  const mail = new URLSearchParams({ subject: t('mailSubject'), body: link }).toString().replaceAll('+', '%20');
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>
        <p>{t('lead')}</p>
      </Lead>
      <p className="title-3">{t('link')}</p>
      <ApplyLink address={link} />
      <p className="mt-5 flex flex-wrap gap-4 print:hidden">
        <ApplyShareLink link={link} texts={{ share: t('share'), copy: t('copy'), copied: t('copied') }} />
        <ButtonLink href={`mailto:?${mail}`} look="secondary">
          {t('mail')}
        </ButtonLink>
        <ApplyPrintButton label={t('print')} />
      </p>
      <div className="measure mt-8 grid gap-y-3">
        <p>
          {t('life', {
            days: draftLife / 86_400_000,
            date: format.dateTime(draft.updatedAt + draftLife, { dateStyle: 'long' }),
          })}
        </p>
        <p>{t('private')}</p>
        <p>{t('sameDevice')}</p>
      </div>
      <p className="mt-8">
        <ButtonLink href={`/${locale}/apply/${pageToGoOn(draft.answers)}`}>{t('goOn')}</ButtonLink>
      </p>
    </>
  );
}
