import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/headings';
import { Table } from '@/components/ui/table';
import { everyLetterToDo, type LetterToDo, lettersToDo } from '@/domain/correspondence/letters-to-do';
import { fullName } from '@/domain/names';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { choiceOf, type Search } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const views = ['mine', 'all', 'approve', 'mend', 'register', 'send', 'correct'] as const;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'letters' });
  return { title: t('title') };
}

/** Letters that wait for somebody: the signatory, the journal, the post, or a correction that is owed. */
export default async function LettersPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const view = choiceOf(await searchParams, 'view', views);
  const all = await found(everyLetterToDo(actor, {}));
  const mine = await found(lettersToDo(actor, {}));
  const rowsOf = (one: (typeof views)[number]) =>
    one === 'mine' ? mine : one === 'all' ? all : all.filter(({ what }) => what === one);
  const t = await getTranslations('letters');
  const path = `/${locale}/desk/letters`;
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <nav aria-label={t('views')} className="mb-3 print:hidden">
        <ul className="flex flex-wrap gap-x-6">
          {views.map((one) => (
            <li key={one}>
              <a
                href={one === 'mine' ? path : `${path}?view=${one}`}
                aria-current={one === view ? 'page' : undefined}
                className={`target ${one === view ? 'font-semibold text-ink no-underline' : ''}`}
              >
                {t(`view.${one}`)}
                {rowsOf(one).length > 0 && `: ${rowsOf(one).length}`}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LetterTable locale={locale} rows={rowsOf(view)} />
    </>
  );
}

async function LetterTable({ locale, rows }: { locale: Locale; rows: readonly LetterToDo[] }) {
  const t = await getTranslations('letters');
  const kind = await getTranslations('letterKind');
  const language = await getTranslations('site.languages');
  const { day } = await days();
  return (
    <Table
      caption={t('title')}
      captionHidden
      phone="cards"
      rows={rows}
      rowKey={(row) => `${row.what} ${row.letterId}`}
      empty={<EmptyState title={t('empty')}>{t('emptyNext')}</EmptyState>}
      columns={[
        {
          key: 'letter',
          label: t('column.letter'),
          heading: true,
          cell: (row) => <a href={`/${locale}/desk/letters/${row.letterId}`}>{kind(row.kind)}</a>,
        },
        { key: 'what', label: t('column.what'), cell: (row) => t(`what.${row.what}`) },
        {
          key: 'case',
          label: t('column.case'),
          cell: (row) => (
            <a href={`/${locale}/desk/cases/${row.caseId}#letters`}>
              {t('case', { number: row.number, name: fullName(row) })}
            </a>
          ),
        },
        { key: 'to', label: t('column.to'), cell: (row) => row.applicant ?? t('toFamily') },
        { key: 'language', label: t('column.language'), cell: (row) => language(row.language) },
        { key: 'since', label: t('column.since'), cell: (row) => day(row.since) },
      ]}
    />
  );
}
