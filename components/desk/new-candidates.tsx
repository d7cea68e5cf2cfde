import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { NewCandidate } from '@/domain/matching/new-candidates';
import type { Locale } from '@/messages/routing';
import { bandTones, candidateWords } from './candidate-words';
import { days } from './days';

/** Pairs that wait for a decision in one's own cases, the longest waiting first. */
export async function NewCandidates({ locale, rows }: { locale: Locale; rows: readonly NewCandidate[] }) {
  const t = await getTranslations('candidate');
  const queue = await getTranslations('queue');
  const words = await candidateWords();
  const { day } = await days();
  const columns: Column<NewCandidate>[] = [
    { key: 'number', label: queue('column.number'), numeric: true, cell: (row) => row.mine.number },
    {
      key: 'sought',
      label: t('work.sought'),
      cell: (row) => (
        <a href={`/${locale}/desk/cases/${row.mine.caseId}#matches`} className="name-of-the-dead">
          {words.nameOf(row.mine)}
        </a>
      ),
    },
    {
      key: 'who',
      label: t('work.who'),
      heading: true,
      cell: (row) => (
        <a href={`/${locale}/desk/matches/${row.candidateId}?case=${row.mine.caseId}`}>
          <span className="name-of-the-dead">{words.nameOfLine(row)}</span>
          {(row.record ?? row.other)?.birth && `, ${(row.record ?? row.other)?.birth}`}
        </a>
      ),
    },
    {
      key: 'where',
      label: t('work.where'),
      cell: (row) =>
        row.record
          ? (row.record.source?.[locale] ?? row.record.sourceKey)
          : t('otherCase', { number: row.other?.number ?? 0 }),
    },
    {
      key: 'how',
      label: t('work.how'),
      cell: (row) => <Tag tone={bandTones[row.band]}>{words.band(row.band)}</Tag>,
    },
    {
      key: 'since',
      label: t('work.since'),
      cell: (row) => <span className="whitespace-nowrap">{day(row.proposedAt)}</span>,
    },
  ];
  return (
    <Table
      caption={t('work.title')}
      captionHidden
      phone="cards"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.candidateId}
      empty={<EmptyState title={t('work.empty')}>{t('work.next')}</EmptyState>}
    />
  );
}
