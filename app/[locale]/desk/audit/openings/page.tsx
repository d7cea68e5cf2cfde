import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { type Column, Table } from '@/components/ui/table';
import { caseByNumber } from '@/domain/cases/queries';
import { type Opening, openingList } from '@/domain/desk/openings';
import { can, type StaffActor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { staffList } from '@/domain/staff/queries';
import { isDay } from '@/domain/working-days';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import { pageOf, type Search, textOf } from '../../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 50;
const names = ['member', 'number', 'from', 'to'] as const;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'opening' });
  return { title: t('title') };
}

/** Who opened whose file on which day. Administrators see no cases: for them the lines have no number. */
export default async function OpeningsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'opening.read')) notFound();
  const t = await getTranslations('opening');
  const audit = await getTranslations('audit');
  const withCases = can(actor, 'case.read');
  const search = await searchParams;
  const asked = Object.fromEntries(names.map((name) => [name, textOf(search, name)])) as Record<
    (typeof names)[number],
    string
  >;
  const wrong = [
    ...(['from', 'to'] as const).filter((name) => asked[name] && !isDay(asked[name])),
    ...(asked.number && !/^\d{1,9}$/.test(asked.number) ? (['number'] as const) : []),
  ];
  const valid = Object.fromEntries(names.map((name) => [name, (wrong as string[]).includes(name) ? '' : asked[name]]));
  const caseId = withCases && valid.number ? await caseIdOf(actor, valid.number) : '';
  const page = pageOf(search);
  const list =
    caseId === null
      ? { total: 0, rows: [] }
      : await found(
          openingList(actor, {
            caseId,
            member: valid.member?.slice(0, 36) ?? '',
            from: valid.from,
            to: valid.to,
            limit: pageSize,
            offset: (page - 1) * pageSize,
          }),
        );
  const staff = await staffList(actor, {});
  const address = {
    path: `/${locale}/desk/audit/openings`,
    params: { ...asked, page: page > 1 ? String(page) : undefined },
  };
  const text = { kind: 'text', autocomplete: 'off', maxLength: 20 } as const;
  return (
    <>
      <Breadcrumb items={[{ label: audit('title'), href: `/${locale}/desk/audit` }, { label: t('title') }]} />
      <PageHeading>{t('title')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">{t('lead')}</p>
      {wrong.length > 0 && (
        <Notice tone="attention" title={t('wrong', { fields: wrong.map((name) => t(name)).join(', ') })} />
      )}
      <FilterForm
        address={address}
        fields={[
          {
            name: 'member',
            kind: 'select',
            label: t('member'),
            options: staff.map(({ id, name }) => ({ value: id, label: name })),
          },
          ...(withCases ? [{ ...text, name: 'number', label: t('number'), inputMode: 'numeric' as const }] : []),
          { ...text, name: 'from', label: t('from'), hint: t('dayHint') },
          { ...text, name: 'to', label: t('to'), hint: t('dayHint') },
        ]}
      />
      <Table
        caption={t('count', { n: list.total })}
        phone="cards"
        columns={await columns(locale, withCases)}
        rows={list.rows}
        rowKey={(row) => `${row.caseId}-${row.staffId}-${row.day}`}
        empty={
          <EmptyState title={t('empty')} action={{ href: address.path, label: t('clear') }}>
            {t('emptyNext')}
          </EmptyState>
        }
      />
      <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
    </>
  );
}

async function columns(locale: Locale, withCases: boolean): Promise<Column<Opening>[]> {
  const t = await getTranslations('opening');
  const { ofDay, time } = await days();
  return [
    { key: 'day', label: t('column.day'), cell: (row) => <span className="whitespace-nowrap">{ofDay(row.day)}</span> },
    { key: 'who', label: t('column.who'), heading: true, cell: (row) => row.name },
    ...(withCases
      ? [
          {
            key: 'case',
            label: t('column.case'),
            cell: (row: Opening) => <a href={`/${locale}/desk/cases/${row.caseId}`}>№ {row.number}</a>,
          },
        ]
      : []),
    { key: 'times', label: t('column.times'), numeric: true, cell: (row) => row.times },
    { key: 'last', label: t('column.last'), cell: (row) => time(row.lastAt) },
  ];
}

/** The case of a number; null when there is none. */
async function caseIdOf(actor: StaffActor, number: string): Promise<string | null> {
  try {
    return (await caseByNumber(actor, { intoNumber: number })).caseId;
  } catch (error) {
    if (error instanceof DomainError && error.fields.intoNumber === 'case.not-found') return null;
    throw error;
  }
}
