import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { reportedCountryOptions } from '@/components/desk/burial-place-fields';
import { burialPlaceColumns } from '@/components/desk/burial-place-table';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { Table } from '@/components/ui/table';
import { burialPlaceList } from '@/domain/burials/queries';
import { isCountryReported } from '@/domain/countries';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, pageOf, type Search, textOf } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 25;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'burialPlace' });
  return { title: t('title') };
}

/** All burial places; those whose country today nobody has entered yet come first. */
export default async function BurialPlacesPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const t = await getTranslations('burialPlace');
  const map = await getTranslations('map');
  const search = await searchParams;
  const country = textOf(search, 'country');
  const filter = {
    text: textOf(search, 'text').slice(0, 200),
    country: isCountryReported(country) ? country : '',
    view: choiceOf(search, 'view', ['all', 'without-country']),
  };
  const page = pageOf(search);
  const list = await found(burialPlaceList(actor, { ...filter, limit: pageSize, offset: (page - 1) * pageSize }));
  const address = {
    path: `/${locale}/desk/burials`,
    params: {
      ...filter,
      view: filter.view === 'all' ? undefined : filter.view,
      page: page > 1 ? String(page) : undefined,
    },
  };
  const isFiltered = Boolean(filter.text || filter.country || filter.view !== 'all');
  return (
    <>
      <PageHeading
        aside={
          <div className="flex flex-wrap gap-3">
            <ButtonLink href={`${address.path}/map`} look="secondary">
              {map('label')}
            </ButtonLink>
            {can(actor, 'burial-place.write') && (
              <ButtonLink href={`${address.path}/new`} look="secondary">
                {t('enterLink')}
              </ButtonLink>
            )}
          </div>
        }
      >
        {t('title')}
      </PageHeading>
      <FilterForm
        address={address}
        fields={[
          { name: 'text', kind: 'text', label: t('filter.text'), maxLength: 200 },
          { name: 'country', kind: 'select', label: t('filter.country'), options: reportedCountryOptions(locale) },
          {
            name: 'view',
            kind: 'select',
            label: t('filter.view'),
            options: [{ value: 'without-country', label: t('filter.withoutCountry') }],
          },
        ]}
      />
      <Table
        caption={t('found', { n: list.total })}
        phone="cards"
        columns={await burialPlaceColumns(locale)}
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t(isFiltered ? 'emptyFiltered' : 'empty')}
            action={
              isFiltered
                ? { href: address.path, label: t('showAll') }
                : { href: `${address.path}/new`, label: t('enterLink') }
            }
          >
            {t(isFiltered ? 'nextFiltered' : 'next')}
          </EmptyState>
        }
      />
      <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
      {can(actor, 'register.export') && (
        <form action={`/api/exports/burials?language=${locale}`} method="post" className="mt-8 print:hidden">
          <p className="measure minor mb-3 text-muted">{t('csvHint')}</p>
          <Button look="secondary">{t('csv')}</Button>
        </form>
      )}
    </>
  );
}
