import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { type ObjectionRow, objectionList } from '@/domain/memory/objections';
import { fullName } from '@/domain/names';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { type Search, textOf } from '../search';
import { objectionTones } from './tones';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 25;
const views = ['open', 'decided'] as const;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'objections' });
  return { title: t('title') };
}

/** Objections to what is public: those that wait first. */
export default async function ObjectionsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const search = await searchParams;
  const view = views.find((one) => one === textOf(search, 'view')) ?? 'open';
  const page = Math.min(10_000, Math.max(1, Number.parseInt(textOf(search, 'page'), 10) || 1));
  const actor = await deskActor(locale);
  const list = await found(objectionList(actor, { view, limit: pageSize, offset: (page - 1) * pageSize }));
  const t = await getTranslations('objections');
  const path = `/${locale}/desk/objections`;
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <nav aria-label={t('views')} className="mb-4 flex flex-wrap gap-x-6">
        {views.map((one) => (
          <a
            key={one}
            href={`${path}?view=${one}`}
            aria-current={one === view ? 'page' : undefined}
            className={`target ${one === view ? 'font-semibold text-ink decoration-ribbon decoration-[3px]' : ''}`}
          >
            {t(`view.${one}`)}
          </a>
        ))}
      </nav>
      <Table
        caption={t('caption', { n: list.total })}
        phone="cards"
        columns={await columns(locale)}
        rows={list.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={view === 'open' ? t('none') : t('noneDecided')}>{t('noneNext')}</EmptyState>}
      />
      <Pager address={{ path, params: { view } }} page={page} pageSize={pageSize} total={list.total} />
    </>
  );
}

async function columns(locale: Locale): Promise<Column<ObjectionRow>[]> {
  const t = await getTranslations('objections');
  const { day } = await days();
  return [
    {
      key: 'number',
      label: t('number'),
      heading: true,
      cell: ({ id, number }) => <a href={`/${locale}/desk/objections/${id}`}>{t('one', { number })}</a>,
    },
    { key: 'received', label: t('received'), cell: ({ receivedAt }) => day(receivedAt) },
    { key: 'soldier', label: t('soldier'), cell: (row) => fullName(row) },
    { key: 'about', label: t('about'), cell: ({ about }) => t(`abouts.${about}`) },
    { key: 'by', label: t('by'), cell: ({ name }) => name || t('erased') },
    {
      key: 'state',
      label: t('state'),
      cell: ({ state }) => <Tag tone={objectionTones[state]}>{t(`states.${state}`)}</Tag>,
    },
  ];
}
