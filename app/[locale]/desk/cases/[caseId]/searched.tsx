import { getTranslations } from 'next-intl/server';
import { logSearchAction } from '@/app/actions/desk';
import { days } from '@/components/desk/days';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { Tone } from '@/components/ui/mark';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { searchOutcomes } from '@/domain/archive/searches';
import type { CasePage } from '@/domain/cases/page';
import { fullName } from '@/domain/names';
import { Act, Acts } from './act';
import type { View } from './view';

type Search = CasePage['searches'][number];
type Row = { source: View['sources'][number]; last: Search | undefined; times: number; isLeft: boolean };

const tones: Record<Search['outcome'], Tone> = {
  found: 'good',
  nothing: 'closed',
  impossible: 'attention',
  'not-applicable': 'closed',
};

/** Each source of the checklist with its last outcome, what is left to do, and the form that logs a search. */
export async function Searched({ view }: { view: View }) {
  const t = await getTranslations('case.searched');
  const { searches, missingSources } = view.page;
  const rows = view.sources
    .map((source) => {
      const here = searches.filter((search) => search.sourceKey === source.key);
      return { source, last: here[0], times: here.length, isLeft: missingSources.includes(source.key) };
    })
    .filter(({ source, last }) => source.checklist || last);
  const checklist = rows.filter(({ source }) => source.checklist);
  return (
    <Section
      title={t('title')}
      id="searched"
      aside={t('progress', { done: checklist.filter(({ isLeft }) => !isLeft).length, total: checklist.length })}
    >
      <Acts>
        {view.may('archive.read') && (
          <ButtonLink href={archiveAddress(view)} look="secondary">
            {t('lookup')}
          </ButtonLink>
        )}
        {view.may('search.log') && <LogSearch view={view} />}
      </Acts>
      <Table
        caption={t('checklist')}
        captionHidden
        phone="cards"
        columns={await columnsOf(view)}
        rows={rows}
        rowKey={({ source }) => source.key}
      />
      {searches.length > 0 && (
        <Disclosure summary={t('all', { n: searches.length })}>
          <Log view={view} />
        </Disclosure>
      )}
    </Section>
  );
}

/** The archive lookup, asked for this case with the name as it stands. */
export const archiveAddress = ({ locale, caseId, page }: View): string =>
  `/${locale}/desk/archive?${new URLSearchParams({ case: caseId, text: fullName(page.line) })}`;

async function columnsOf(view: View): Promise<Column<Row>[]> {
  const t = await getTranslations('case.searched');
  const { day } = await days();
  const mayLog = view.may('search.log');
  return [
    {
      key: 'source',
      label: t('source'),
      heading: true,
      cell: ({ source }) =>
        source.url ? (
          <a href={source.url} rel="noreferrer" target="_blank">
            {source.name[view.locale]}
          </a>
        ) : (
          source.name[view.locale]
        ),
    },
    {
      key: 'outcome',
      label: t('outcome'),
      cell: ({ source, last, isLeft }) =>
        last ? (
          <Outcome outcome={last.outcome} />
        ) : isLeft ? (
          <span className="whitespace-nowrap">
            <Tag tone="neutral">{t('left')}</Tag>
            {mayLog && (
              <a href={`${view.address}?source=${source.key}#log-search`} className="target -my-2 ml-3">
                {t('logThis')}
                <span className="sr-only">: {source.name[view.locale]}</span>
              </a>
            )}
          </span>
        ) : (
          <Tag tone="wait">{t('asked')}</Tag>
        ),
    },
    {
      key: 'said',
      label: t('said'),
      cell: ({ source, last, times, isLeft }) =>
        !last ? (
          isLeft && <span className="minor text-muted">{source.note[view.locale]}</span>
        ) : (
          <>
            {[last.asked, last.reason].filter(Boolean).join('. ')}
            {times > 1 && <span className="minor block text-muted">{t('times', { n: times })}</span>}
          </>
        ),
    },
    {
      key: 'by',
      label: t('by'),
      cell: ({ last }) =>
        last && (
          <>
            <span className="whitespace-nowrap">{day(last.searchedAt)}</span>
            {last.by && <span className="minor block text-muted">{last.by}</span>}
          </>
        ),
    },
  ];
}

async function Outcome({ outcome }: { outcome: Search['outcome'] }) {
  const t = await getTranslations('outcome');
  return <Tag tone={tones[outcome]}>{t(outcome)}</Tag>;
}

/** Every look into every source, newest first. */
async function Log({ view }: { view: View }) {
  const t = await getTranslations('case.searched');
  const { day, time } = await days();
  const nameOf = new Map(view.sources.map((source) => [source.key, source.name[view.locale]]));
  return (
    <Table
      caption={t('allCaption')}
      captionHidden
      phone="cards"
      columns={[
        { key: 'on', label: t('on'), cell: (row: Search) => `${day(row.searchedAt)}, ${time(row.searchedAt)}` },
        { key: 'source', label: t('source'), heading: true, cell: (row) => nameOf.get(row.sourceKey) ?? row.sourceKey },
        { key: 'outcome', label: t('outcome'), cell: (row) => <Outcome outcome={row.outcome} /> },
        { key: 'said', label: t('said'), cell: (row) => [row.asked, row.reason].filter(Boolean).join('. ') },
        { key: 'by', label: t('by'), cell: (row) => row.by },
      ]}
      rows={view.page.searches}
      rowKey={(row) => row.id}
    />
  );
}

async function LogSearch({ view }: { view: View }) {
  const t = await getTranslations('case.searched');
  const outcome = await getTranslations('outcome');
  const left = view.page.missingSources;
  // What is left to do stands first.
  const inOrder = [...view.sources].sort((a, b) => Number(left.includes(b.key)) - Number(left.includes(a.key)));
  return (
    <Act
      id="log-search"
      view={view}
      action={logSearchAction}
      summary={t('log')}
      submit={t('logSubmit')}
      open={view.chosen.source !== ''}
      fields={[
        {
          name: 'sourceKey',
          kind: 'select',
          label: t('source'),
          required: true,
          value: view.chosen.source || (left[0] ?? ''),
          options: inOrder.map((source) => ({ value: source.key, label: source.name[view.locale] })),
        },
        {
          name: 'outcome',
          kind: 'select',
          label: t('outcome'),
          required: true,
          options: searchOutcomes.map((value) => ({ value, label: outcome(value) })),
        },
        { name: 'asked', kind: 'text', label: t('askedWhat'), value: fullName(view.page.line), maxLength: 500 },
        { name: 'reason', kind: 'textarea', label: t('why'), hint: t('whyHint'), rows: 2, maxLength: 1000 },
      ]}
    />
  );
}
