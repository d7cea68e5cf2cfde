import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { enterPartnerAction } from '@/app/actions/partners';
import { deskActor } from '@/app/actions/session';
import { partnerFields } from '@/components/desk/partner-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'partners' });
  return { title: t('enter.title') };
}

export default async function NewPartnerPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'partner.write')) notFound();
  const t = await getTranslations('partners');
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/partners` }, { label: t('enter.title') }]} />
      <PageHeading>{t('enter.title')}</PageHeading>
      <ActionForm
        action={enterPartnerAction}
        token={crypto.randomUUID()}
        compact
        fields={await partnerFields(locale)}
        submit={t('enter.submit')}
        texts={await formTexts()}
      />
    </>
  );
}
