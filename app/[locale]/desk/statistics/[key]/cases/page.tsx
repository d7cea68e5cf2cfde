import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { Table } from '@/components/ui/table';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { entryOf, isStatisticKey } from '@/domain/statistics/catalogue';
import { statistic, statisticCases } from '@/domain/statistics/statistic';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../../found';
import { choiceOf, pageOf, type Search, textOf } from '../../../search';
import { askedOf, pageAddress } from '../../asked';
import { wordsHere } from '../../words-here';

type PageProps = { params: Promise<{ locale: string; key: string }>; searchParams: Promise<Search> };

const pageSize = 50;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'statistics' });
  return { title: t('casesOf') };
}

/** From a figure to the cases behind it: the address names the statistic, the row and the column. */
export default async function StatisticCasesPage({ params, searchParams }: PageProps) {
  const { locale, key } = await params;
  if (!hasLocale(routing.locales, locale) || !isStatisticKey(key)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const entry = entryOf(key);
  if (!can(actor, 'statistics.read') || !entry.cases) notFound();
  const t = await getTranslations('statistics');
  const words = await getTranslations();
  const { words: said } = await wordsHere(locale);
  const search = await searchParams;
  const asked = askedOf(search, entry.params);
  const dimensions = entry.columns.filter(({ kind, key: name }) => kind === 'dimension' && search[name] !== undefined);
  const row = Object.fromEntries(dimensions.map(({ key: name }) => [name, textOf(search, name).slice(0, 200)]));
  const column = choiceOf(search, 'column', ['', ...entry.columns.map((one) => one.key)]);
  const list = await found(statisticCases(actor, { key, ...asked.input, row, column, page: pageOf(search) }));
  const whole = await found(statistic(actor, { key, ...asked.input }));
  const counted = entry.columns.find((one) => one.key === column);
  const address = {
    path: `/${locale}/desk/statistics/${key}/cases`,
    params: Object.fromEntries(Object.keys(search).map((name) => [name, textOf(search, name)])),
  };
  const statisticPage = pageAddress(locale, key, asked);
  const query = new URLSearchParams(statisticPage.params as Record<string, string>).toString();
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('title'), href: `/${locale}/desk/statistics` },
          { label: said.title(key), href: query ? `${statisticPage.path}?${query}` : statisticPage.path },
          { label: t('casesOf') },
        ]}
      />
      <PageHeading>{t('casesOf')}</PageHeading>
      <p className="measure">{said.title(key)}</p>
      <ul className="measure mb-[1em] text-muted">
        {dimensions.map((dimension) => (
          <li key={dimension.key}>
            {t('casesFor', {
              column: said.heading(dimension),
              value: said.cell(dimension, row[dimension.key], whole),
            })}
          </li>
        ))}
        {counted && <li>{t('casesColumn', { column: said.heading(counted) })}</li>}
        <li>{said.applied(list.params).join(' ')}</li>
      </ul>
      <Table
        caption={t('casesFound', { n: list.total })}
        phone="cards"
        rows={list.cases}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'name',
            label: t('caseName'),
            heading: true,
            cell: (one) => (
              <a href={`/${locale}/desk/cases/${one.id}`} className="name-of-the-dead">
                {fullName(one)}
              </a>
            ),
          },
          { key: 'number', label: t('caseNumber'), numeric: true, cell: (one) => one.number },
          { key: 'status', label: t('status'), cell: (one) => words(`status.${one.status}`) },
        ]}
        empty={<EmptyState title={t('noCases')}>{t('noCasesNext')}</EmptyState>}
      />
      <Pager address={address} page={list.page} pageSize={pageSize} total={list.total} />
    </>
  );
}
