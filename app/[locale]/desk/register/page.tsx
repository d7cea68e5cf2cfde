import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { readRegisterAction } from '@/app/actions/takeover';
import { uploadLimit } from '@/app/actions/upload-limit';
import { days } from '@/components/desk/days';
import { ImportSizeGuard } from '@/components/desk/import-size-guard';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { can } from '@/domain/permissions';
import { type TakeoverLine, takeoverList } from '@/domain/takeover/queries';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'takeover' });
  return { title: t('title') };
}

/** Spreadsheets of the old register come in here, and the whole register goes out. */
export default async function OldRegisterPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'register.take-over')) notFound();
  const t = await getTranslations('takeover');
  const errors = await getTranslations('errors');
  const limit = uploadLimit / 1_000_000;
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>{t('lead')}</Lead>
      <Section title={t('upload.title')} id="upload">
        <ActionForm
          id="old-register"
          action={readRegisterAction}
          texts={await formTexts()}
          token={crypto.randomUUID()}
          submit={t('upload.submit')}
          compact
          fields={[
            {
              name: 'file',
              kind: 'file',
              label: t('upload.file'),
              hint: t('upload.hint', { limit }),
              accept: '.xlsx,.csv,.tsv,.txt',
              required: true,
            },
          ]}
        >
          <ImportSizeGuard limit={uploadLimit} message={errors('upload.too-large', { limit })} />
        </ActionForm>
      </Section>
      <Section title={t('list.title')} id="list">
        <Files locale={locale} rows={await takeoverList(actor, {})} />
      </Section>
      <Section title={t('export.title')} id="export">
        <p className="measure mb-4">{t('export.text')}</p>
        <form action={`/api/exports/register?language=${locale}`} method="post">
          <Button look="secondary">{t('export.link')}</Button>
        </form>
      </Section>
    </>
  );
}

const tones = {
  read: 'wait',
  running: 'wait',
  done: 'good',
  undoing: 'wait',
  undone: 'closed',
  failed: 'attention',
} as const;

async function Files({ locale, rows }: { locale: Locale; rows: TakeoverLine[] }) {
  const t = await getTranslations('takeover');
  const { day } = await days();
  return (
    <Table
      caption={t('list.title')}
      captionHidden
      phone="cards"
      columns={[
        {
          key: 'file',
          label: t('list.file'),
          heading: true,
          cell: (row: TakeoverLine) => (
            <a href={`/${locale}/desk/register/${row.takeoverId}`} className="[overflow-wrap:anywhere]">
              {row.fileName}
            </a>
          ),
        },
        {
          key: 'state',
          label: t('list.state'),
          cell: (row) => <Tag tone={tones[row.state]}>{t(`state.${row.state}`)}</Tag>,
        },
        { key: 'rows', label: t('list.rows'), numeric: true, cell: (row) => row.counts.rows ?? 0 },
        { key: 'refused', label: t('list.refused'), numeric: true, cell: (row) => row.counts.refused ?? 0 },
        { key: 'uploaded', label: t('list.uploaded'), cell: (row) => `${day(row.uploadedAt)}, ${row.uploadedBy}` },
        {
          key: 'decided',
          label: t('list.decided'),
          cell: (row) => (row.decidedAt ? `${row.decidedBy}, ${day(row.decidedAt)}` : '–'),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.takeoverId}
      empty={<EmptyState title={t('list.empty')}>{t('list.emptyNext')}</EmptyState>}
    />
  );
}
