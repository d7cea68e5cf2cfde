import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import type { ImportLine } from '@/domain/archive/queries';
import { pastedFormat } from '@/domain/archive/reading/formats';
import type { Locale } from '@/messages/routing';
import { days } from './days';
import { ImportState } from './import-state';

/** What is counted of an import, in the order of its reading. */
export const importCounts = ['read', 'added', 'updated', 'unchanged', 'duplicates', 'rejected'] as const;

/** Imports, newest first. */
export async function ImportTable({ locale, rows, total }: { locale: Locale; rows: ImportLine[]; total: number }) {
  const t = await getTranslations('imports');
  const { moment } = await days();
  return (
    <Table
      caption={t('list.count', { n: total })}
      phone="cards"
      columns={[
        {
          key: 'file',
          label: t('column.file'),
          heading: true,
          cell: (row: ImportLine) => (
            <a href={`/${locale}/desk/imports/${row.importId}`} className="[overflow-wrap:anywhere]">
              {row.format === pastedFormat ? t('pastedName') : row.fileName}
            </a>
          ),
        },
        { key: 'source', label: t('column.source'), cell: (row) => row.source?.[locale] },
        { key: 'state', label: t('column.state'), cell: (row) => <ImportState line={row} /> },
        ...importCounts.map((name) => ({
          key: name,
          label: t(`count.${name}`),
          numeric: true,
          cell: (row: ImportLine) => row[name].toLocaleString(locale),
        })),
        {
          key: 'started',
          label: t('column.started'),
          cell: (row) => (
            <>
              {moment(row.startedAt)}
              <span className="minor block text-muted">{row.by ?? t('byMachine')}</span>
            </>
          ),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.importId}
      empty={<EmptyState title={t('list.empty')}>{t('list.next')}</EmptyState>}
    />
  );
}
