import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { enterFindAction } from '@/app/actions/finds';
import { deskActor } from '@/app/actions/session';
import { findFields } from '@/components/desk/find-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { partnerList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'find' });
  return { title: t('enter') };
}

/** A new find: what and where; its men come on the next page. */
export default async function NewFindPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'find.write')) notFound();
  const t = await getTranslations('find');
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/finds` }, { label: t('enter') }]} />
      <PageHeading>{t('enter')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">{t('enterLead')}</p>
      <ActionForm
        action={enterFindAction}
        token={crypto.randomUUID()}
        compact
        fields={await findFields(locale, await partnerList(actor, {}))}
        check={{ kind: 'required', place: 'required' }}
        submit={t('submit')}
        texts={await formTexts()}
      />
    </>
  );
}
