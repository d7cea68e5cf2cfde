import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { TickAll } from '@/components/desk/bulk-ticks';
import { caseColumns } from '@/components/desk/case-table';
import { withFinds } from '@/components/desk/found-in';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { type Column, Table } from '@/components/ui/table';
import { statuses } from '@/domain/cases/pipeline';
import { type CaseLine, caseList, caseViews } from '@/domain/cases/queries';
import { now } from '@/domain/clock';
import { savedFilterList } from '@/domain/desk/saved-filters';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { staffList } from '@/domain/staff/queries';
import { dayOf } from '@/domain/working-days';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, pageOf, type Search, textOf } from '../search';
import { Bulk, bulkForm } from './bulk';
import { CaseFilter } from './case-filter';
import { SavedFilters } from './saved-filters';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 25;
const sorts = ['queue', 'number', 'name', 'received', 'status', 'due'] as const;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'queue' });
  return { title: t('list.title') };
}

/** All cases: filtered, sorted and paged by the address, so that it can be sent to a colleague. */
export default async function CasesPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const t = await getTranslations('queue');
  const search = await searchParams;
  const filter = {
    text: textOf(search, 'text').slice(0, 200),
    status: choiceOf(search, 'status', ['', ...statuses]),
    assignee: textOf(search, 'assignee').slice(0, 36),
    view: choiceOf(search, 'view', caseViews),
  };
  const sort = choiceOf(search, 'sort', sorts);
  const direction = choiceOf(search, 'direction', ['asc', 'desc']);
  const page = pageOf(search);
  const list = await found(
    caseList(actor, {
      ...filter,
      sort,
      direction: direction === 'desc' ? 'descending' : 'ascending',
      limit: pageSize,
      offset: (page - 1) * pageSize,
    }),
  );
  const address = {
    path: `/${locale}/desk/cases`,
    params: {
      ...filter,
      view: filter.view === 'all' ? undefined : filter.view,
      sort: sort === 'queue' ? undefined : sort,
      direction: direction === 'desc' ? direction : undefined,
      page: page > 1 ? String(page) : undefined,
    },
  };
  const mayAct = can(actor, 'task.write') && list.rows.length > 0;
  const staff = await staffList(actor, {});
  const plain = await caseColumns(locale, [
    'number',
    'name',
    'birth',
    'status',
    'assignee',
    'due',
    'received',
    'applications',
  ]);
  const columns = await withFinds(plain);
  const isFiltered = Boolean(filter.text || filter.status || filter.assignee || filter.view !== 'all');
  return (
    <>
      <PageHeading
        aside={
          can(actor, 'case.open') && (
            <ButtonLink href={`${address.path}/new`} look="secondary">
              {t('open.link')}
            </ButtonLink>
          )
        }
      >
        {t('list.title')}
      </PageHeading>
      <CaseFilter address={address} filter={filter} staff={staff} canConfirm={can(actor, 'conclusion.decide')} />
      <SavedFilters address={address} saved={await savedFilterList(actor, {})} />
      {mayAct && <TickAll label={t('bulk.tickAll')} count={t('bulk.tickedSome')} />}
      <Table
        caption={t('list.found', { n: list.total })}
        phone="cards"
        columns={
          mayAct
            ? [
                tick(t('bulk.tick'), (row) => t('bulk.tickCase', { number: row.number, name: fullName(row) })),
                ...columns,
              ]
            : columns
        }
        rows={list.rows}
        rowKey={(row) => row.caseId}
        sorting={{ address, sort, direction }}
        empty={
          <EmptyState
            title={t('list.empty')}
            {...(isFiltered ? { action: { href: address.path, label: t('list.clear') } } : {})}
          >
            {t(isFiltered ? 'list.nextFiltered' : 'list.next')}
          </EmptyState>
        }
      />
      <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
      {mayAct && <Bulk actor={actor} status={filter.status} staff={staff} today={dayOf(now())} />}
    </>
  );
}

/** The box that takes a case into what is done below the table. */
function tick(label: string, name: (row: CaseLine) => string): Column<CaseLine> {
  return {
    key: 'tick',
    label,
    cell: (row) => (
      <input
        type="checkbox"
        form={bulkForm}
        name="caseIds"
        value={row.caseId}
        aria-label={name(row)}
        className="size-[1.375rem] cursor-pointer accent-accent"
      />
    ),
  };
}
