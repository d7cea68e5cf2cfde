import { getTranslations } from 'next-intl/server';
import { logSearchAction } from '@/app/actions/sources';
import { days } from '@/components/desk/days';
import { SearchOutcomeTag, SourceState } from '@/components/desk/search-outcome';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { fullName } from '@/domain/names';
import { type Checklist, type ChecklistSource, checklistOf } from '@/domain/sources/checklist';
import { searchOutcomes } from '@/domain/sources/words';
import { Act, Acts } from './act';
import type { View } from './view';

/** Each source of the checklist with its last outcome, what is left to do, and the form that logs a search. */
export async function Searched({ view }: { view: View }) {
  const t = await getTranslations('case.searched');
  const checklist = await getTranslations('checklist');
  const list = await checklistOf(view.actor, { caseId: view.caseId });
  const times = list.sources.reduce((sum, source) => sum + source.searches.length, 0);
  return (
    <Section title={t('title')} id="searched" aside={t('progress', { done: list.done, total: list.total })}>
      <Acts>
        <ButtonLink href={`${view.address}/checklist`} look="secondary">
          {checklist('open')}
        </ButtonLink>
        {view.may('archive.read') && (
          <ButtonLink href={archiveAddress(view)} look="secondary">
            {t('lookup')}
          </ButtonLink>
        )}
        {view.may('search.log') && <LogSearch view={view} list={list} />}
      </Acts>
      <Table
        caption={t('checklist')}
        captionHidden
        phone="cards"
        columns={await columnsOf(view)}
        rows={list.sources}
        rowKey={({ key }) => key}
      />
      {times > 0 && (
        <Disclosure summary={t('all', { n: times })}>
          <Log view={view} list={list} />
        </Disclosure>
      )}
    </Section>
  );
}

/** The archive lookup, asked for this case with the name as it stands. */
export const archiveAddress = ({ locale, caseId, page }: View): string =>
  `/${locale}/desk/archive?${new URLSearchParams({ case: caseId, text: fullName(page.line) })}`;

async function columnsOf(view: View): Promise<Column<ChecklistSource>[]> {
  const t = await getTranslations('case.searched');
  const { day } = await days();
  const mayLog = view.may('search.log');
  return [
    {
      key: 'source',
      label: t('source'),
      heading: true,
      cell: ({ key, name }) => <a href={`${view.address}/checklist#source-${key}`}>{name[view.locale]}</a>,
    },
    {
      key: 'outcome',
      label: t('outcome'),
      cell: (source) => (
        <span className="whitespace-nowrap">
          <SourceState source={source} />
          {!source.isCovered && source.isOnChecklist && mayLog && (
            <a href={`${view.address}?source=${source.key}#log-search`} className="target -my-2 ml-3">
              {t('logThis')}
              <span className="sr-only">: {source.name[view.locale]}</span>
            </a>
          )}
        </span>
      ),
    },
    {
      key: 'said',
      label: t('said'),
      cell: ({ last, isCovered, partsLeft, parts, searches, note }) => {
        const left = parts.filter(({ key }) => partsLeft.includes(key)).map(({ name }) => name[view.locale]);
        const standing = searches.filter(({ withdrawnAt }) => withdrawnAt === null).length;
        if (!last) return !isCovered && <span className="minor text-muted">{note[view.locale]}</span>;
        return (
          <>
            {[last.asked, last.reason].filter(Boolean).join('. ')}
            {left.length > 0 && (
              <span className="minor block text-muted">{t('partsLeft', { list: left.join(', ') })}</span>
            )}
            {standing > 1 && <span className="minor block text-muted">{t('times', { n: standing })}</span>}
          </>
        );
      },
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

type Line = ChecklistSource['searches'][number] & { source: ChecklistSource };

/** Every look into every source, newest first; those taken back stay to be read. */
async function Log({ view, list }: { view: View; list: Checklist }) {
  const t = await getTranslations('case.searched');
  const { day, time } = await days();
  const lines = list.sources
    .flatMap((source) => source.searches.map((search): Line => ({ ...search, source })))
    .sort((a, b) => b.searchedAt - a.searchedAt || (a.id < b.id ? 1 : -1));
  return (
    <Table
      caption={t('allCaption')}
      captionHidden
      phone="cards"
      columns={[
        { key: 'on', label: t('on'), cell: (row) => `${day(row.searchedAt)}, ${time(row.searchedAt)}` },
        { key: 'source', label: t('source'), heading: true, cell: ({ source }) => source.name[view.locale] },
        {
          key: 'outcome',
          label: t('outcome'),
          cell: ({ outcome, withdrawnAt }) =>
            withdrawnAt === null ? <SearchOutcomeTag outcome={outcome} /> : <Tag tone="closed">{t('takenBack')}</Tag>,
        },
        { key: 'said', label: t('said'), cell: (row) => [row.asked, row.reason].filter(Boolean).join('. ') },
        { key: 'by', label: t('by'), cell: (row) => row.by },
      ]}
      rows={lines}
      rowKey={(row) => row.id}
    />
  );
}

async function LogSearch({ view, list }: { view: View; list: Checklist }) {
  const t = await getTranslations('case.searched');
  const outcome = await getTranslations('outcome');
  const left = list.sources.filter(({ isOnChecklist, isCovered }) => isOnChecklist && !isCovered).map(({ key }) => key);
  // What is left to do stands first.
  const inOrder = view.sources
    .filter(({ inUse }) => inUse)
    .sort((a, b) => Number(left.includes(b.key)) - Number(left.includes(a.key)));
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
