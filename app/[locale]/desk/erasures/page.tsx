import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading, Section } from '@/components/ui/headings';
import { Table } from '@/components/ui/table';
import { erasureRequestList, type SettledErasure } from '@/domain/applications/erasure-requests';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { OpenRequest } from './open-request';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'erasures' });
  return { title: t('title') };
}

/** Wishes to be erased: what each would wipe, and the decision; below them what was decided. */
export default async function ErasuresPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'erasure.decide')) notFound();
  const t = await getTranslations('erasures');
  const { open, settled } = await found(erasureRequestList(actor, {}));
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <p className="measure mb-[1.25em] text-muted">{t('lead')}</p>
      <Section title={t('open')}>
        {open.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneNext')}</EmptyState>
        ) : (
          <div className="grid gap-y-10">
            {open.map((request) => (
              <OpenRequest key={request.requestId} request={request} locale={locale} />
            ))}
          </div>
        )}
      </Section>
      <Section title={t('settled')}>
        <Settled rows={settled} locale={locale} />
      </Section>
    </>
  );
}

async function Settled({ rows, locale }: { rows: SettledErasure[]; locale: Locale }) {
  const t = await getTranslations('erasures');
  const { day } = await days();
  return (
    <Table
      caption={t('settled')}
      captionHidden
      phone="cards"
      rows={rows}
      rowKey={(row) => row.requestId}
      empty={<p className="text-muted">{t('settledNone')}</p>}
      columns={[
        { key: 'day', label: t('column.day'), heading: true, cell: (row) => day(row.decidedAt) },
        { key: 'application', label: t('column.application'), cell: (row) => row.reference },
        {
          key: 'case',
          label: t('column.case'),
          cell: (row) => <a href={`/${locale}/desk/cases/${row.caseId}#family`}>№ {row.caseNumber}</a>,
        },
        {
          key: 'state',
          label: t('column.state'),
          cell: (row) => [t(`state.${row.state}`), row.note].filter(Boolean).join(': '),
        },
        { key: 'by', label: t('column.by'), cell: (row) => row.decidedBy },
      ]}
    />
  );
}
