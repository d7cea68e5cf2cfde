import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { enterPlaceAction } from '@/app/actions/places';
import { deskActor } from '@/app/actions/session';
import { placeFields } from '@/components/desk/place-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'place' });
  return { title: t('enterTitle') };
}

/** A new place of the table. */
export default async function NewPlacePage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'place.write')) notFound();
  const t = await getTranslations('place');
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/places` }, { label: t('enterTitle') }]} />
      <PageHeading>{t('enterTitle')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">{t('enterLead')}</p>
      <ActionForm
        action={enterPlaceAction}
        token={crypto.randomUUID()}
        compact
        fields={await placeFields(locale)}
        submit={t('submit')}
        // Success leads on to another page: what stays here was sent before.
        texts={{ ...(await formTexts()), done: t('already') }}
      />
    </>
  );
}
