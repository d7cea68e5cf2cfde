import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { Delivery } from '@/domain/news/queries';
import type { Locale } from '@/messages/routing';
import { days } from './days';
import { newsTones, newsWords } from './news-words';

/** What became of every letter: to whom, what about, and what the mail server said. */
export async function NewsDelivery({ locale, rows }: { locale: Locale; rows: readonly Delivery[] }) {
  const t = await getTranslations('news.delivery');
  const words = await newsWords();
  const { day } = await days();
  const columns: Column<Delivery>[] = [
    {
      key: 'reader',
      label: t('reader'),
      heading: true,
      cell: (row) => (
        <>
          {row.name || t('wiped')}
          {row.address && <span className="minor block break-all text-muted">{row.address}</span>}
        </>
      ),
    },
    { key: 'what', label: t('what'), cell: (row) => words.kind(row.kind, row.phase) },
    {
      key: 'case',
      label: t('case'),
      cell: (row) => (
        <a href={`/${locale}/desk/cases/${row.caseId}`} className="whitespace-nowrap">
          № {row.caseNumber}
        </a>
      ),
    },
    {
      key: 'on',
      label: t('on'),
      cell: (row) => <span className="whitespace-nowrap">{day(row.settledAt ?? row.createdAt)}</span>,
    },
    { key: 'state', label: t('state'), cell: (row) => <DeliveryState row={row} /> },
  ];
  return (
    <Table
      caption={t('title')}
      captionHidden
      phone="cards"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.noticeId}
      empty={<EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
    />
  );
}

/** How one piece of news stands, in a word and what there is to say about it. */
export async function DeliveryState({ row }: { row: Delivery }) {
  const t = await getTranslations('news.delivery');
  const words = await newsWords();
  const { moment } = await days();
  const waits = row.state === 'waiting';
  const more = [
    row.toldHow && `${words.how(row.toldHow)}, ${row.toldBy}`,
    row.attempts > 1 && t('attempts', { n: row.attempts }),
    waits && row.attempts > 0 && t('next', { moment: moment(row.nextAt) }),
    row.state !== 'sent' && row.lastAnswer && words.answer(row.lastAnswer),
    row.maybeTwice && t('maybeTwice'),
  ].filter(Boolean);
  return (
    <>
      <Tag tone={newsTones[row.state]}>{words.state(row.state)}</Tag>
      {more.map((line) => (
        <span key={String(line)} className="minor block max-w-[32rem] break-words text-muted">
          {line}
        </span>
      ))}
    </>
  );
}
