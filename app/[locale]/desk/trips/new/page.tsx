import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { planTripAction } from '@/app/actions/journeys';
import { deskActor } from '@/app/actions/session';
import { tripFields } from '@/components/desk/journey-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'journey.trips' });
  return { title: t('plan') };
}

export default async function NewTripPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'trip.write')) notFound();
  const t = await getTranslations('journey.trips');
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/trips` }, { label: t('plan') }]} />
      <PageHeading>{t('plan')}</PageHeading>
      <ActionForm
        action={planTripAction}
        token={crypto.randomUUID()}
        compact
        fields={await tripFields()}
        submit={t('submit')}
        texts={await formTexts()}
      />
    </>
  );
}
