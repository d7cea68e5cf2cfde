import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { enterSourceAction } from '@/app/actions/sources';
import { sourceFields } from '@/components/desk/source-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'sources' });
  return { title: t('enterTitle') };
}

/** A new source. */
export default async function NewSourcePage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'source.write')) notFound();
  const t = await getTranslations('sources');
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/sources` }, { label: t('enterTitle') }]} />
      <PageHeading>{t('enterTitle')}</PageHeading>
      <p className="measure mb-5 text-muted">{t('enterLead')}</p>
      <ActionForm
        action={enterSourceAction}
        token={crypto.randomUUID()}
        compact
        fields={await sourceFields(locale)}
        submit={t('submit')}
        // Success leads on to another page: what stays here was sent before.
        texts={{ ...(await formTexts()), done: t('already') }}
      />
    </>
  );
}
