import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { registerNextAction } from '@/app/actions/register';
import { lastHandover } from '@/app/actions/register-handover';
import { deskActor } from '@/app/actions/session';
import { ApplyPrintButton } from '@/components/site/apply-print-button';
import { ApplySlip } from '@/components/site/apply-slip';
import { Button, ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/headings';
import { env } from '@/env';
import { type Locale, routing } from '@/messages/routing';
import { Scan } from './scan';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'register' });
  return { title: t('registered.title') };
}

/** Reference and access code, to be read out or handed over on paper. */
export default async function RegisteredPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const last = await lastHandover(actor);
  if (!last) redirect(`/${locale}/desk/applications/new`);
  const t = await getTranslations('register.registered');
  const languages = await getTranslations('site.languages');
  return (
    <>
      <PageHeading>{t(last.why === 'registered' ? 'title' : `why.${last.why}`)}</PageHeading>
      <p className="measure mb-[1.25em] print:hidden">{t('lead')}</p>
      <ApplySlip name={last.name} reference={last.reference} code={last.code} />
      <p className="measure mt-[1.25em]">
        {t('follow')}{' '}
        <strong className="[overflow-wrap:anywhere]">
          {`${env.baseUrl.replace(/^https?:\/\//, '')}/${last.language}/track`}
        </strong>
      </p>
      <p className="measure mt-[0.5em] text-muted print:hidden">{t('soon')}</p>
      <div className="mt-[1.5em] flex print:hidden flex-wrap items-center gap-[0.75em]">
        <ButtonLink href={`/${locale}/desk/cases/${last.caseId}`}>{t('case')}</ButtonLink>
        <ApplyPrintButton label={t('print')} />
        {last.why === 'registered' && (
          <form action={registerNextAction}>
            <Button look="secondary">{t('next')}</Button>
          </form>
        )}
        {last.language !== locale && (
          <a href={`/${last.language}/desk/applications/registered`} className="target">
            {t('inLanguage', { language: languages(last.language) })}
          </a>
        )}
      </div>
      {last.why === 'registered' && (
        <Scan
          actor={actor}
          caseId={last.caseId}
          reference={last.reference}
          address={`/${locale}/desk/cases/${last.caseId}`}
        />
      )}
    </>
  );
}
