import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { enterBurialPlaceAction } from '@/app/actions/burial-places';
import { deskActor } from '@/app/actions/session';
import { burialPlaceCheck, burialPlaceFields } from '@/components/desk/burial-place-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { type Search, textOf } from '../../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'burialPlace' });
  return { title: t('enterTitle') };
}

/** A new burial place; `case` in the address is the case it is entered for. */
export default async function NewBurialPlacePage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'burial-place.write')) notFound();
  const t = await getTranslations('burialPlace');
  const given = textOf(await searchParams, 'case');
  const caseId = /^[0-9a-f-]{36}$/.test(given) ? given : '';
  return (
    <>
      <Breadcrumb
        items={[
          caseId
            ? { label: t('toCase'), href: `/${locale}/desk/cases/${caseId}` }
            : { label: t('title'), href: `/${locale}/desk/burials` },
          { label: t('enterTitle') },
        ]}
      />
      <PageHeading>{t('enterTitle')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">{t('enterLead')}</p>
      <ActionForm
        action={enterBurialPlaceAction}
        token={crypto.randomUUID()}
        compact
        fields={[{ name: 'caseId', kind: 'hidden', label: '', value: caseId }, ...(await burialPlaceFields(locale))]}
        check={burialPlaceCheck}
        submit={t(caseId ? 'submitForCase' : 'submit')}
        // Success leads on to another page: what stays here was sent before.
        texts={{ ...(await formTexts()), done: t('already') }}
      />
    </>
  );
}
