import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { openFoundCaseAction } from '@/app/actions/desk';
import { deskActor } from '@/app/actions/session';
import { soldierFieldSpecs } from '@/components/desk/soldier-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Lead, PageHeading } from '@/components/ui/headings';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'queue' });
  return { title: t('open.title') };
}

/** Opens a case that no relative asked for: it began from a find or a list of graves. */
export default async function NewCasePage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'case.open')) notFound();
  const t = await getTranslations('queue');
  const origin = await getTranslations('origin');
  return (
    <>
      <Breadcrumb items={[{ label: t('list.title'), href: `/${locale}/desk/cases` }, { label: t('open.title') }]} />
      <PageHeading>{t('open.title')}</PageHeading>
      <Lead>
        <p>{t('open.lead')}</p>
      </Lead>
      <ActionForm
        action={openFoundCaseAction}
        texts={await formTexts()}
        token={crypto.randomUUID()}
        submit={t('open.submit')}
        fields={[
          {
            name: 'origin',
            kind: 'radio',
            label: t('open.origin'),
            required: true,
            options: (['find', 'grave-list'] as const).map((value) => ({ value, label: origin(value) })),
          },
          ...(await soldierFieldSpecs()),
        ]}
      />
    </>
  );
}
