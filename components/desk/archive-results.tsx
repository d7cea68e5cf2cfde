import { getTranslations } from 'next-intl/server';
import { type Address, addressWith } from '@/components/ui/address';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { type Column, Table } from '@/components/ui/table';
import type { FoundRecord, Question } from '@/domain/archive/find';
import type { SourceName } from '@/domain/archive/queries';
import { dateText, readDate } from '@/domain/partial-date';
import type { Locale } from '@/messages/routing';
import { SoldierName } from './soldier-name';

/** What can be asked, in the order of the form. */
export const questionFields = ['text', 'surname', 'givenName', 'patronymic', 'birthYear', 'birthPlace'] as const;

type ResultsProps = {
  locale: Locale;
  address: Address;
  question: Question;
  caseId: string;
  isLogged: boolean;
  page: number;
  pageSize: number;
  total: number;
  records: readonly FoundRecord[];
  sources: readonly { key: string; name: SourceName }[];
};

/** What the index holds on the question; when it holds nothing, what was asked and what to try. */
export async function ArchiveResults(props: ResultsProps) {
  const { address, page, pageSize, total, records, isLogged } = props;
  const t = await getTranslations('archive');
  if (total > 0 && records.length === 0)
    return (
      <EmptyState
        title={t('beyond')}
        action={{ href: addressWith(address, { page: undefined }), label: t('toFirst') }}
      />
    );
  return (
    <>
      <Table
        caption={`${t('found', { n: total })} ${t(isLogged ? 'logged' : 'notLogged')}`}
        phone="cards"
        columns={await columnsOf(props)}
        rows={records}
        rowKey={(row) => row.recordId}
        empty={<NothingFound {...props} />}
      />
      <Pager address={address} page={page} pageSize={pageSize} total={total} />
    </>
  );
}

async function NothingFound({ question, isLogged }: ResultsProps) {
  const t = await getTranslations('archive');
  const asked = questionFields
    .filter((name) => question[name])
    .map((name) => `${t(`field.${name}`)}: ${question[name]}`);
  return (
    <EmptyState title={t('empty.title')}>
      <p className="text-ink">{t('empty.asked', { asked: asked.join('; ') })}</p>
      <p className="mt-2">{t('empty.try')}</p>
      <ul className="ml-5 list-disc">
        <li>{t('empty.fewer')}</li>
        <li>{t('empty.part')}</li>
        <li>{t('empty.noYear')}</li>
        <li>{t('empty.otherSpelling')}</li>
      </ul>
      <p className="mt-2">{t(isLogged ? 'empty.logged' : 'notLogged')}</p>
    </EmptyState>
  );
}

async function columnsOf({ locale, caseId, sources }: ResultsProps): Promise<Column<FoundRecord>[]> {
  const t = await getTranslations('archive.column');
  const nameOf = new Map(sources.map((source) => [source.key, source.name[locale]]));
  return [
    {
      key: 'name',
      label: t('name'),
      heading: true,
      cell: (row) => (
        <a href={addressWith({ path: `/${locale}/desk/archive/${row.recordId}`, params: { case: caseId } }, {})}>
          <SoldierName soldier={row} />
        </a>
      ),
    },
    { key: 'birth', label: t('birth'), cell: (row) => <WrittenDate written={row.birth} locale={locale} /> },
    { key: 'birthPlace', label: t('birthPlace'), cell: (row) => row.birthPlace || <None /> },
    { key: 'unit', label: t('unit'), cell: (row) => <Lines lines={[row.unit, row.rank]} /> },
    { key: 'fate', label: t('fate'), cell: (row) => row.fate || <None /> },
    {
      key: 'loss',
      label: t('loss'),
      cell: (row) => (
        <>
          <WrittenDate written={row.lossDate} locale={locale} />
          {row.lossPlace && <span className="block">{row.lossPlace}</span>}
        </>
      ),
    },
    {
      key: 'source',
      label: t('source'),
      cell: (row) => <Lines lines={[nameOf.get(row.sourceKey) ?? row.sourceKey, row.citation]} />,
    },
  ];
}

const None = () => <span aria-hidden="true">–</span>;

function Lines({ lines: [first, second] }: { lines: [string, string] }) {
  if (!first && !second) return <None />;
  return (
    <>
      {first}
      {second && <span className="minor block text-muted">{second}</span>}
    </>
  );
}

/** A date as it is written there, and below what was read from it. */
function WrittenDate({ written, locale }: { written: string; locale: Locale }) {
  const read = written && dateText(readDate(written), locale);
  return <Lines lines={[written, read === written ? '' : read]} />;
}
