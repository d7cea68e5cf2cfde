import { getTranslations } from 'next-intl/server';
import { CaseStatus } from '@/components/desk/case-status';
import { caseWords } from '@/components/desk/case-words';
import { days } from '@/components/desk/days';
import { TakeoverProblems } from '@/components/desk/takeover-problems';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterForm } from '@/components/ui/filter-form';
import { Section } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { fullName } from '@/domain/names';
import type { StaffActor } from '@/domain/permissions';
import { type TakeoverPage, type TakeoverRowLine, takeoverRowList } from '@/domain/takeover/queries';
import type { Locale } from '@/messages/routing';
import { found } from '../../found';
import { pageOf, type Search, textOf } from '../../search';

const pageSize = 25;
const outcomes = { takes: 'good', refused: 'attention', 'left-out': 'closed', taken: 'good' } as const;

type Props = { locale: Locale; actor: StaffActor; page: TakeoverPage; search: Search };

/** The dry run, a row a line: those that wait for a correction first to be chosen by the address. */
export async function Rows({ locale, actor, page, search }: Props) {
  const t = await getTranslations('takeover');
  const [outcome, code, at] = [textOf(search, 'outcome'), textOf(search, 'code'), pageOf(search)];
  const path = `/${locale}/desk/register/${page.takeoverId}`;
  const address = { path, params: { outcome, code, page: at > 1 ? String(at) : undefined } };
  const asked = { takeoverId: page.takeoverId, outcome, code, limit: pageSize, offset: (at - 1) * pageSize };
  const { total, rows } = await found(takeoverRowList(actor, asked));
  return (
    <Section
      title={t('rows.title')}
      id="rows"
      aside={
        page.problems.length > 0 && (
          <a href={`/api/exports/register/${page.takeoverId}/problems?language=${locale}`} className="target">
            {t('rows.download')}
          </a>
        )
      }
    >
      <FilterForm
        address={address}
        fields={[
          {
            name: 'outcome',
            kind: 'select',
            label: t('rows.show'),
            options: (page.state === 'done'
              ? (['taken', 'left-out'] as const)
              : (['refused', 'takes', 'left-out'] as const)
            ).map((value) => ({ value, label: t(`outcome.${value}`) })),
          },
          {
            name: 'code',
            kind: 'select',
            label: t('rows.problem'),
            options: page.problems.map((one) => ({
              value: one.code,
              label: `${t(`problem.${one.code}`)} (${one.count})`,
            })),
          },
        ]}
      />
      <RowTable locale={locale} path={path} rows={rows} />
      <Pager address={address} page={at} pageSize={pageSize} total={total} />
    </Section>
  );
}

async function RowTable({ locale, path, rows }: { locale: Locale; path: string; rows: TakeoverRowLine[] }) {
  const t = await getTranslations('takeover');
  const words = await caseWords();
  const { ofDay } = await days();
  return (
    <Table
      caption={t('rows.caption')}
      captionHidden
      phone="cards"
      columns={[
        {
          key: 'place',
          label: t('rows.place'),
          heading: true,
          cell: (row: TakeoverRowLine) => (
            <a href={`${path}/${row.rowId}`} className="target">
              {row.sheet ? `${row.sheet}: ${row.row}` : row.row}
            </a>
          ),
        },
        {
          key: 'soldier',
          label: t('rows.soldier'),
          cell: ({ planned: { soldier } }) => (
            <>
              {fullName(soldier) || <span className="text-muted">{t('rows.unnamed')}</span>}
              {soldier.birth && <span className="minor block text-muted">{soldier.birth}</span>}
            </>
          ),
        },
        { key: 'applicant', label: t('rows.applicant'), cell: ({ planned }) => planned.applicant.applicantName },
        {
          key: 'received',
          label: t('rows.received'),
          cell: ({ planned }) =>
            planned.receivedOn && <span className="whitespace-nowrap">{ofDay(planned.receivedOn)}</span>,
        },
        {
          key: 'becomes',
          label: t('rows.becomes'),
          cell: (row) => (
            <>
              {row.caseId ? (
                <a href={`/${locale}/desk/cases/${row.caseId}`} className="target">
                  № {row.number}
                </a>
              ) : (
                <Tag tone={outcomes[row.outcome]}>{t(`outcome.${row.outcome}`)}</Tag>
              )}{' '}
              {(row.outcome === 'takes' || row.outcome === 'taken') && (
                <CaseStatus status={row.planned.status} words={words} />
              )}
              {row.planned.result?.burial && (
                <span className="minor block text-muted">{row.planned.result.burial.place}</span>
              )}
            </>
          ),
        },
        { key: 'problems', label: t('rows.problems'), cell: (row) => <TakeoverProblems problems={row.problems} /> },
      ]}
      rows={rows}
      rowKey={(row) => row.rowId}
      empty={<EmptyState title={t('rows.empty')} />}
    />
  );
}
