import { getFormatter, getTranslations } from 'next-intl/server';
import { days } from '@/components/desk/days';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { reportWords } from '@/documents/report/words';
import type { ReportLine } from '@/domain/statistics/reports';
import type { Locale } from '@/messages/routing';

const tones = { waiting: 'wait', ready: 'good', failed: 'attention' } as const;

/** The reports that were asked for; a ready one is a link to its file. */
export async function ReportTable({ locale, rows }: { locale: Locale; rows: ReportLine[] }) {
  const t = await getTranslations('reports');
  const language = await getTranslations('site.languages');
  const format = await getFormatter();
  const { moment } = await days();
  const { named } = reportWords(locale);
  return (
    <Table
      caption={t('list.title')}
      captionHidden
      phone="cards"
      columns={[
        { key: 'period', label: t('list.period'), heading: true, cell: (row: ReportLine) => named(row.period) },
        { key: 'language', label: t('list.language'), cell: (row) => language(row.language) },
        {
          key: 'state',
          label: t('list.state'),
          cell: (row) => <Tag tone={tones[row.state]}>{t(`state.${row.state}`)}</Tag>,
        },
        {
          key: 'form',
          label: t('list.form'),
          cell: (row) =>
            row.state === 'ready' ? (
              <a href={`/api/documents/reports/${row.reportId}?language=${locale}`} className="target">
                {t('list.download', {
                  form: row.form.toUpperCase(),
                  size: format.number(Math.max(1, Math.round((row.bytes ?? 0) / 1000))),
                })}
              </a>
            ) : (
              row.form.toUpperCase()
            ),
        },
        { key: 'asked', label: t('list.asked'), cell: (row) => `${moment(row.askedAt)}, ${row.askedBy}` },
      ]}
      rows={rows}
      rowKey={(row) => row.reportId}
      empty={<EmptyState title={t('list.empty')} />}
    />
  );
}
