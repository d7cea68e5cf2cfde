import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { draftRequestAction } from '@/app/actions/requests';
import { deskActor } from '@/app/actions/session';
import { requestFields } from '@/components/desk/request-fields';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { requestText } from '@/documents/requests/text';
import { can } from '@/domain/permissions';
import { partnerList, sourceList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';
import type { Search } from '../../search';
import { textOf } from '../../search';
import { chosenMen } from './men';
import { usualSource } from './usual-source';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'requests' });
  return { title: t('new.title') };
}

/** A new request: about whom and to whom first, then its text, made ready from what is known. */
export default async function NewRequestPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'request.write', true)) notFound();
  const search = await searchParams;
  const { men, unknown } = await chosenMen(actor, search);
  const partners = await partnerList(actor, {});
  const sources = await sourceList(actor, {});
  const partner = partners.find(({ id }) => id === textOf(search, 'partner'));
  const asked = textOf(search, 'language');
  const language = hasLocale(routing.locales, asked) ? asked : (partner?.language ?? 'ru');
  const t = await getTranslations('requests');
  const languages = await getTranslations('site.languages');
  const numbers = men.map(({ number }) => number).join(', ');
  return (
    <>
      <Breadcrumb items={[{ label: t('title'), href: `/${locale}/desk/requests` }, { label: t('new.title') }]} />
      <PageHeading>{t('new.title')}</PageHeading>
      <FilterForm
        address={{
          path: `/${locale}/desk/requests/new`,
          params: { numbers, partner: partner?.id, language: asked ? language : undefined },
        }}
        fields={[
          { name: 'numbers', kind: 'text', label: t('new.numbers'), hint: t('new.numbersHint'), maxLength: 900 },
          {
            name: 'partner',
            kind: 'select',
            label: t('field.partner'),
            options: partners.filter(({ inUse }) => inUse).map(({ id, name }) => ({ value: id, label: name[locale] })),
          },
          {
            name: 'language',
            kind: 'select',
            label: t('field.language'),
            options: [
              { value: '', label: t('new.bodyLanguage') },
              ...(['kk', 'ru', 'en'] as const).map((value) => ({ value, label: languages(value) })),
            ],
          },
        ]}
      />
      {unknown.length > 0 && <Notice tone="attention" title={t('new.unknown', { list: unknown.join(', ') })} />}
      {men.length === 0 || !partner ? (
        <p className="measure text-muted">{t('new.first')}</p>
      ) : (
        <Section title={t('new.second')}>
          <p className="measure mb-4 text-muted">{t('onlySoldier')}</p>
          <ActionForm
            key={`${partner.id} ${language} ${numbers}`}
            compact
            action={draftRequestAction}
            token={crypto.randomUUID()}
            fields={
              await requestFields(
                locale,
                {
                  partnerId: partner.id,
                  sourceKey: usualSource(partner, sources),
                  language,
                  number: '',
                  channel: partner.email ? 'email' : 'post',
                  text: requestText(language, men),
                },
                men,
                { partners, sources },
              )
            }
            submit={t('new.submit')}
            texts={await formTexts()}
          />
        </Section>
      )}
    </>
  );
}
