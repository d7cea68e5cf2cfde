import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Column, Table } from '@/components/ui/table';
import type { AuditRow } from '@/domain/audit';
import type { Locale } from '@/messages/routing';
import { eventWords } from './audit-words';

type Props = {
  rows: readonly AuditRow[];
  total: number;
  locale: Locale;
  /** Names of the members of staff by id. */
  names: ReadonlyMap<string, string>;
  /** Numbers of the cases the reader may open; null for who sees no cases. */
  numbers: ReadonlyMap<string, number> | null;
  empty: ReactNode;
};

/** When, who and what, one line an event. */
export async function AuditTable({ rows, total, locale, names, numbers, empty }: Props) {
  const t = await getTranslations('audit');
  const role = await getTranslations('role');
  const words = await eventWords();
  const format = await getFormatter();
  const columns: Column<AuditRow>[] = [
    { key: 'seq', label: t('column.seq'), numeric: true, cell: (row) => row.seq },
    {
      key: 'at',
      label: t('column.at'),
      cell: (row) => (
        <time dateTime={new Date(row.at).toISOString()}>
          {format.dateTime(row.at, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
      ),
    },
    {
      key: 'who',
      label: t('column.who'),
      cell: (row) => (
        <>
          {row.actorName ?? role(row.actorRole as 'system')}
          {row.actorName && <span className="minor block text-muted">{role(row.actorRole as 'system')}</span>}
        </>
      ),
    },
    {
      key: 'what',
      label: t('column.what'),
      heading: true,
      cell: (row) => {
        const about = row.subjectId && row.subjectId !== row.actorId ? names.get(row.subjectId) : undefined;
        return (
          <>
            {words(row.kind, row.data)}
            {about && <span className="minor block text-muted">{t('about', { name: about })}</span>}
          </>
        );
      },
    },
  ];
  if (numbers)
    columns.push({
      key: 'case',
      label: t('column.case'),
      cell: (row) => <CaseLink row={row} numbers={numbers} locale={locale} />,
    });
  return (
    <Table
      caption={t('found', { n: total })}
      phone="cards"
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.seq)}
      empty={empty}
    />
  );
}

function CaseLink(props: { row: AuditRow; numbers: ReadonlyMap<string, number>; locale: Locale }) {
  const { caseId } = props.row;
  const number = caseId === null ? undefined : props.numbers.get(caseId);
  if (number === undefined) return <span aria-hidden="true">–</span>;
  return <a href={`/${props.locale}/desk/cases/${caseId}`}>№ {number}</a>;
}
