import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { NewAnswer } from '@/domain/cases/queries';
import type { Locale } from '@/messages/routing';
import { caseWords } from './case-words';
import { days } from './days';

/** What applicants and archives answered lately, the beginning of each answer. */
export async function NewAnswers({ locale, answers }: { locale: Locale; answers: NewAnswer[] }) {
  const t = await getTranslations('queue');
  const words = await caseWords();
  const { day } = await days();
  const columns: Column<NewAnswer>[] = [
    { key: 'number', label: t('column.number'), numeric: true, cell: (row) => row.number },
    {
      key: 'name',
      label: t('column.name'),
      heading: true,
      cell: (row) => (
        <a href={`/${locale}/desk/cases/${row.caseId}#asked`}>
          <span className="name-of-the-dead">{words.nameOf(row)}</span>
        </a>
      ),
    },
    {
      key: 'from',
      label: t('answers.from'),
      cell: (row) => {
        if (row.what === 'message') return <Tag tone="attention">{t('answers.message')}</Tag>;
        return row.partner ? row.partner[locale] : t('answers.applicant');
      },
    },
    { key: 'answer', label: t('answers.answer'), cell: (row) => beginning(row.answer) },
    {
      key: 'on',
      label: t('answers.on'),
      cell: (row) => <span className="whitespace-nowrap">{day(row.answeredAt)}</span>,
    },
  ];
  return (
    <Table
      caption={t('answers.title')}
      captionHidden
      phone="cards"
      columns={columns}
      rows={answers}
      rowKey={(row) => row.key}
      empty={<EmptyState title={t('answers.empty')}>{t('answers.next')}</EmptyState>}
    />
  );
}

const beginning = (text: string) => (text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text);
