import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { requestColumns } from '@/components/desk/request-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { Table } from '@/components/ui/table';
import { pageSize, requestList, requestViews } from '@/domain/correspondence/request-lines';
import { can } from '@/domain/permissions';
import { partnerList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, pageOf, type Search, textOf } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'requests' });
  return { title: t('title') };
}

/** Requests to archives and partners: what is open comes first, by the day until which an answer is expected. */
export default async function RequestsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const search = await searchParams;
  const view = choiceOf(search, 'view', requestViews);
  const partnerId = textOf(search, 'partner').slice(0, 80);
  const mine = textOf(search, 'mine') === 'on';
  const page = pageOf(search);
  const list = await found(requestList(actor, { view, partnerId, mine, page }));
  const partners = await partnerList(actor, {});
  const t = await getTranslations('requests');
  const address = {
    path: `/${locale}/desk/requests`,
    params: {
      view: view === 'open' ? undefined : view,
      partner: partnerId,
      mine: mine ? 'on' : undefined,
      page: page > 1 ? String(page) : undefined,
    },
  };
  return (
    <>
      <PageHeading
        aside={
          can(actor, 'request.write', true) && (
            <ButtonLink href={`${address.path}/new`} look="secondary">
              {t('new.link')}
            </ButtonLink>
          )
        }
      >
        {t('title')}
      </PageHeading>
      <FilterForm
        address={address}
        fields={[
          {
            name: 'view',
            kind: 'select',
            label: t('filter.view'),
            value: view,
            options: requestViews.map((value) => ({ value: value === 'open' ? '' : value, label: t(`view.${value}`) })),
          },
          {
            name: 'partner',
            kind: 'select',
            label: t('filter.partner'),
            options: partners.map(({ id, name }) => ({ value: id, label: name[locale] })),
          },
          { name: 'mine', kind: 'checkbox', label: t('filter.mine') },
        ]}
      />
      <Table
        caption={t('found', { n: list.total })}
        phone="cards"
        columns={await requestColumns(locale)}
        rows={list.requests}
        rowKey={({ requestId }) => requestId}
        empty={<EmptyState title={t(`empty.${view}`)}>{t('emptyNext')}</EmptyState>}
      />
      <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
    </>
  );
}
