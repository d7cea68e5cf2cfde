import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { fieldTexts } from '@/app/[locale]/(site)/apply/field-texts';
import { registerAction } from '@/app/actions/register';
import { lastHandover } from '@/app/actions/register-handover';
import { deskActor } from '@/app/actions/session';
import { registerCheck, registerFields } from '@/components/desk/register-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { now } from '@/domain/clock';
import { can } from '@/domain/permissions';
import { dayOf } from '@/domain/working-days';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'register' });
  return { title: t('title') };
}

/** An application on paper, by telephone or in person, typed in by a member of staff. */
export default async function RegisterPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'application.register')) notFound();
  const t = await getTranslations('register');
  const last = await lastHandover(actor);
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">{t('lead')}</p>
      <EmptyForms />
      {last && (
        <Notice title={t('last', { reference: last.reference })}>
          <a href={`/${locale}/desk/applications/registered`}>{t('lastLink')}</a>
        </Notice>
      )}
      <ActionForm
        action={registerAction}
        token={crypto.randomUUID()}
        fields={await registerFields(await fieldTexts(locale), dayOf(now()))}
        check={registerCheck}
        compact
        submit={t('submit')}
        // Success leads on to another page: what stays here was sent before.
        texts={{ ...(await formTexts()), done: t('already') }}
      />
    </>
  );
}

/** The form for those who write by hand, in each language. */
async function EmptyForms() {
  const t = await getTranslations('register');
  const language = await getTranslations('site.languages');
  return (
    <p className="mb-[1.25em]">
      {t('emptyForm')}{' '}
      {routing.locales.map((locale) => (
        <a key={locale} href={`/api/documents/application-form?language=${locale}`} className="target mr-4" download>
          {language(locale)}
        </a>
      ))}
    </p>
  );
}
