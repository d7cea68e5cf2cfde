import { getTranslations } from 'next-intl/server';
import type { Column } from '@/components/ui/table';
import type { RequestLine } from '@/domain/correspondence/request-lines';
import { fullName } from '@/domain/names';
import type { Locale } from '@/messages/routing';
import { days } from './days';
import { RequestState } from './request-words';

/** Men named in a line; of more only how many there are is told. */
const named = 3;

/** Columns of a list of requests. @param withPartner false where all went to one body */
export async function requestColumns(locale: Locale, withPartner = true): Promise<Column<RequestLine>[]> {
  const t = await getTranslations('requests');
  const queue = await getTranslations('queue');
  const { day, ofDay } = await days();
  const address = (row: RequestLine) => `/${locale}/desk/requests/${row.requestId}`;
  const nameOf = (row: RequestLine) =>
    withPartner ? row.partner[locale] : row.number ? t('numbered', { number: row.number }) : t('unnumbered');
  const columns: (Column<RequestLine> | false)[] = [
    {
      key: 'partner',
      label: t(withPartner ? 'column.partner' : 'column.request'),
      heading: true,
      cell: (row) => <a href={address(row)}>{nameOf(row)}</a>,
    },
    {
      key: 'men',
      label: t('column.men'),
      cell: ({ men }) => (
        <>
          {men
            .slice(0, named)
            .map((man) => fullName(man) || queue('nameless'))
            .join('; ')}
          {men.length > named && ` ${t('andMore', { n: men.length - named })}`}
        </>
      ),
    },
    {
      key: 'sent',
      label: t('column.sent'),
      cell: ({ sentAt, number }) => (
        <span className="whitespace-nowrap">
          {sentAt === null ? '–' : day(sentAt)}
          {withPartner && number && <span className="minor block text-muted">{t('numbered', { number })}</span>}
        </span>
      ),
    },
    { key: 'state', label: t('column.state'), cell: (row) => <RequestState request={row} /> },
    {
      key: 'answers',
      label: t('column.answers'),
      numeric: true,
      cell: ({ men }) => t('answersOf', { n: men.filter(({ outcome }) => outcome).length, all: men.length }),
    },
    {
      key: 'next',
      label: t('column.next'),
      cell: ({ next }) => (next ? t(`next.${next.what}`, { nth: next.nth, day: ofDay(next.dueOn) }) : ''),
    },
  ];
  return columns.filter((column) => column !== false);
}
