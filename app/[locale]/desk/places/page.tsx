import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { placeColumns } from '@/components/desk/place-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { Table } from '@/components/ui/table';
import { can } from '@/domain/permissions';
import { placeKinds } from '@/domain/places/lines';
import { placeList } from '@/domain/places/queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, pageOf, type Search, textOf } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 25;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'place' });
  return { title: t('title') };
}

/** The table of places, searched by any name a place ever had. */
export default async function PlacesPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const t = await getTranslations('place');
  const search = await searchParams;
  const filter = {
    text: textOf(search, 'text').slice(0, 200),
    kind: choiceOf(search, 'kind', ['', ...placeKinds]),
  };
  const page = pageOf(search);
  const list = await found(placeList(actor, { ...filter, limit: pageSize, offset: (page - 1) * pageSize }));
  const address = {
    path: `/${locale}/desk/places`,
    params: { ...filter, page: page > 1 ? String(page) : undefined },
  };
  return (
    <>
      <PageHeading
        aside={
          can(actor, 'place.write') && (
            <ButtonLink href={`${address.path}/new`} look="secondary">
              {t('enterLink')}
            </ButtonLink>
          )
        }
      >
        {t('title')}
      </PageHeading>
      <FilterForm
        address={address}
        fields={[
          { name: 'text', kind: 'text', label: t('filter.text'), maxLength: 200 },
          {
            name: 'kind',
            kind: 'select',
            label: t('filter.kind'),
            options: placeKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          },
        ]}
      />
      <Table
        caption={t('found', { n: list.total })}
        phone="cards"
        columns={await placeColumns(locale)}
        rows={list.rows}
        rowKey={({ place }) => place.id}
        empty={
          <EmptyState title={t('empty')} action={{ href: address.path, label: t('showAll') }}>
            {t('next')}
          </EmptyState>
        }
      />
      <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
    </>
  );
}
