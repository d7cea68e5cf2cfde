import { getTranslations } from 'next-intl/server';
import type { Column } from '@/components/ui/table';
import type { CaseLine } from '@/domain/cases/queries';
import type { Locale } from '@/messages/routing';
import { CaseDue } from './case-due';
import { CaseStatus } from './case-status';
import { caseWords } from './case-words';
import { days } from './days';

export type CaseColumn = 'number' | 'name' | 'birth' | 'status' | 'assignee' | 'due' | 'received' | 'applications';

/** Columns of a list of cases, the wanted ones in the wanted order. */
export async function caseColumns(locale: Locale, wanted: readonly CaseColumn[]): Promise<Column<CaseLine>[]> {
  const t = await getTranslations('queue');
  const takeover = await getTranslations('takeover.case');
  const words = await caseWords();
  const { day } = await days();
  const columns: Record<CaseColumn, Omit<Column<CaseLine>, 'key' | 'label'>> = {
    number: { numeric: true, sortable: true, cell: (row) => row.number },
    name: {
      heading: true,
      sortable: true,
      cell: (row) => (
        <a href={`/${locale}/desk/cases/${row.caseId}`}>
          <span className="name-of-the-dead">{words.nameOf(row)}</span>
        </a>
      ),
    },
    birth: { cell: (row) => <Birth line={row} /> },
    status: {
      sortable: true,
      cell: (row) => (
        <>
          <CaseStatus status={row.status} words={words} />
          {row.takeoverStands && <span className="minor block text-muted">{takeover('tag')}</span>}
        </>
      ),
    },
    assignee: { cell: (row) => row.assignee ?? <span className="text-muted">{t('unassigned')}</span> },
    due: { sortable: true, cell: (row) => <CaseDue due={row.due} overdue={row.overdue} words={words} /> },
    received: { sortable: true, cell: (row) => <span className="whitespace-nowrap">{day(row.receivedAt)}</span> },
    applications: { numeric: true, cell: (row) => row.applications },
  };
  return wanted.map((key) => ({ key, label: t(`column.${key}`), ...columns[key] }));
}

function Birth({ line }: { line: CaseLine }) {
  return [line.birth, line.birthPlace].filter(Boolean).join(', ') || <span aria-hidden="true">–</span>;
}
