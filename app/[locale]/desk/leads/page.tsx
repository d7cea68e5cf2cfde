import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { Lead, PageHeading } from '@/components/ui/headings';
import type { Tone } from '@/components/ui/mark';
import { Pager } from '@/components/ui/pager';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { type LeadLine, leadList, leadViews } from '@/domain/community/lead-queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, pageOf, type Search } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 25;
const tones: Record<LeadLine['state'], Tone> = {
  new: 'attention',
  linked: 'good',
  answered: 'good',
  'set-aside': 'closed',
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'lead' });
  return { title: t('title') };
}

/** What the public told us; new messages unless the address says otherwise. */
export default async function LeadsPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const t = await getTranslations('lead');
  const search = await searchParams;
  const view = choiceOf(search, 'view', leadViews);
  const page = pageOf(search);
  const list = await found(leadList(actor, { view, limit: pageSize, offset: (page - 1) * pageSize }));
  const address = {
    path: `/${locale}/desk/leads`,
    params: { view: view === 'new' ? undefined : view, page: page > 1 ? String(page) : undefined },
  };
  const others = (['linked', 'answered', 'set-aside'] as const).map((value) => ({
    value,
    label: t(`state.${value}`),
  }));
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>{t('intro')}</Lead>
      <FilterForm
        address={address}
        fields={[
          {
            name: 'view',
            kind: 'select',
            label: t('view.label'),
            options: [{ value: 'new', label: t('state.new') }, ...others, { value: 'all', label: t('all') }],
          },
        ]}
      />
      <Table
        caption={t('found', { n: list.total })}
        phone="cards"
        columns={await columnsOf(locale)}
        rows={list.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('empty')}>{t('next')}</EmptyState>}
      />
      <Pager address={address} page={page} pageSize={pageSize} total={list.total} />
    </>
  );
}

async function columnsOf(locale: Locale): Promise<Column<LeadLine>[]> {
  const t = await getTranslations('lead');
  const { day } = await days();
  const said = ({ erasedAt, text }: LeadLine) => (erasedAt ? t('erased') : beginning(text));
  return [
    {
      key: 'number',
      label: t('column.number'),
      heading: true,
      cell: (lead) => (
        <a href={`/${locale}/desk/leads/${lead.id}`} className="target">
          {t('number', { number: lead.number })}
        </a>
      ),
    },
    { key: 'received', label: t('column.received'), cell: ({ receivedAt }) => day(receivedAt) },
    { key: 'soldier', label: t('column.soldier'), cell: ({ soldier }) => soldier },
    {
      key: 'text',
      label: t('column.text'),
      cell: (lead) => <span className="[overflow-wrap:anywhere]">{said(lead)}</span>,
    },
    {
      key: 'state',
      label: t('column.state'),
      cell: ({ state, caseNumber }) => (
        <>
          <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
          {caseNumber && <span className="minor block text-muted">№ {caseNumber}</span>}
        </>
      ),
    },
  ];
}

const beginning = (text: string) => (text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text);
