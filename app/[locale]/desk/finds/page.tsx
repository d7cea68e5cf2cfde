import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { Lead, PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { findList, findViews } from '@/domain/community/find-queries';
import { nameOfFound } from '@/domain/community/found-person';
import { countryName } from '@/domain/countries';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, pageOf, type Search, textOf } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };
type FindLine = Awaited<ReturnType<typeof findList>>['rows'][number];

const pageSize = 25;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'find' });
  return { title: t('title') };
}

/** Finds of search squads, the newest first; how many of their men may be the man of an open case. */
export default async function FindsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const t = await getTranslations('find');
  const search = await searchParams;
  const filter = { text: textOf(search, 'text').slice(0, 200), view: choiceOf(search, 'view', findViews) };
  const page = pageOf(search);
  const list = await found(findList(actor, { ...filter, limit: pageSize, offset: (page - 1) * pageSize }));
  const path = `/${locale}/desk/finds`;
  const asked = { ...filter, view: filter.view === 'open' ? undefined : filter.view };
  const address = { path, params: { ...asked, page: page > 1 ? String(page) : undefined } };
  return (
    <>
      <PageHeading
        aside={
          can(actor, 'find.write') && (
            <ButtonLink href={`${path}/new`} look="secondary">
              {t('enter')}
            </ButtonLink>
          )
        }
      >
        {t('title')}
      </PageHeading>
      <Lead>{t('lead')}</Lead>
      <FilterForm
        address={address}
        fields={[
          { name: 'text', kind: 'text', label: t('filterText'), maxLength: 200 },
          {
            name: 'view',
            kind: 'select',
            label: t('view.label'),
            options: (['proposed', 'closed', 'all'] as const).map((value) => ({ value, label: t(`view.${value}`) })),
          },
        ]}
      />
      <Table
        caption={t('found', { n: list.total })}
        phone="cards"
        columns={await columnsOf(locale)}
        rows={list.rows}
        rowKey={({ find }) => find.id}
        empty={
          <EmptyState title={t('empty')} action={{ href: `${path}/new`, label: t('enter') }}>
            {t('next')}
          </EmptyState>
        }
      />
      <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
    </>
  );
}

async function columnsOf(locale: Locale): Promise<Column<FindLine>[]> {
  const t = await getTranslations('find');
  return [
    { key: 'number', label: t('column.number'), numeric: true, cell: ({ find }) => find.number },
    {
      key: 'place',
      label: t('column.place'),
      heading: true,
      cell: ({ find }) => (
        <a href={`/${locale}/desk/finds/${find.id}`} className="target">
          {[find.place, find.region, find.country && countryName(find.country, locale)].filter(Boolean).join(', ')}
        </a>
      ),
    },
    {
      key: 'kind',
      label: t('column.kind'),
      cell: ({ find }) => (
        <>
          {t(`kind.${find.kind}`)}
          {find.foundOn && <span className="minor block text-muted">{find.foundOn}</span>}
        </>
      ),
    },
    { key: 'by', label: t('column.by'), cell: ({ find, partner }) => partner?.[locale] ?? find.foundBy },
    {
      key: 'men',
      label: t('column.men'),
      cell: ({ men }) =>
        men.length === 0 ? (
          <span className="text-muted">{t('noMen')}</span>
        ) : (
          men.map((man) => (
            <span key={man.id} className="name-of-the-dead block">
              {nameOfFound(man) || t('nameUnread')}
            </span>
          ))
        ),
    },
    {
      key: 'state',
      label: t('column.state'),
      cell: ({ find, waiting }) =>
        waiting > 0 ? (
          <Tag tone="attention">{t('waiting', { n: waiting })}</Tag>
        ) : (
          <Tag tone={find.state === 'open' ? 'neutral' : 'closed'}>{t(`state.${find.state}`)}</Tag>
        ),
    },
  ];
}
