import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { type CaseColumn, caseColumns } from '@/components/desk/case-table';
import { NewAnswers } from '@/components/desk/new-answers';
import { NewCandidates } from '@/components/desk/new-candidates';
import { NewsWaiting } from '@/components/desk/news-waiting';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading, Section } from '@/components/ui/headings';
import { Table } from '@/components/ui/table';
import { openErasures } from '@/domain/applications/erasure-requests';
import { type CaseLine, caseList, newAnswers } from '@/domain/cases/queries';
import { newCandidates } from '@/domain/matching/candidate-queries';
import { newsCounts } from '@/domain/news/queries';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { sectionsFor } from './sections';

type PageProps = { params: Promise<{ locale: string }> };

/** Lines of each list here; the rest stands behind its link. */
const shown = 8;
/** Days that an answer counts as new. */
const newFor = 14;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'queue' });
  return { title: t('title') };
}

/** My work: what is mine and when, what is free, what was answered, what waits for a second pair of eyes. */
export default async function DeskPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'case.read')) {
    // Those who see no cases begin in the first section that is theirs.
    const [first] = sectionsFor(actor);
    redirect(`/${locale}${first ? first.path : '/desk/account'}`);
  }
  const t = await getTranslations('queue');
  const base = `/${locale}/desk/cases`;
  const mine = await caseList(actor, { view: 'mine', sort: 'due', limit: shown });
  const overdue = await caseList(actor, { view: 'overdue', assignee: actor.staffId, limit: 1 });
  const free = await caseList(actor, { view: 'free', limit: shown });
  const answers = await newAnswers(actor, { days: newFor, limit: shown });
  const candidates = await newCandidates(actor, { limit: shown });
  const matching = await getTranslations('candidate.work');
  const erasures = can(actor, 'erasure.decide') ? await openErasures(actor, {}) : 0;
  const due = mine.rows.filter((row) => row.due !== null);
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      {erasures > 0 && (
        <p className="mb-[1.25em]">
          <a href={`/${locale}/desk/erasures`} className="target">
            {t('erasures', { n: erasures })}
          </a>
        </p>
      )}
      {can(actor, 'conclusion.decide') && (
        <CaseSection
          locale={locale}
          name="confirm"
          list={await caseList(actor, { view: 'to-confirm', sort: 'status', limit: shown })}
          columns={['number', 'name', 'birth', 'assignee', 'due']}
          href={`${base}?view=to-confirm`}
        />
      )}
      <CaseSection
        locale={locale}
        name="mine"
        list={{ total: mine.total, rows: due }}
        note={overdue.total > 0 ? t('mine.overdue', { n: overdue.total }) : undefined}
        columns={['number', 'name', 'birth', 'status', 'due']}
        href={`${base}?view=mine&sort=due`}
      />
      <Section
        title={matching('title')}
        id="matches"
        aside={
          candidates.total > 0 && (
            <a href={`/${locale}/desk/matches`} className="target">
              {matching('aside', { n: candidates.total })}
            </a>
          )
        }
      >
        <NewCandidates locale={locale} rows={candidates.rows} />
      </Section>
      <NewsWaiting locale={locale} counts={await newsCounts(actor, {})} />
      <Section title={t('answers.title')} aside={t('answers.since', { days: newFor })}>
        <NewAnswers locale={locale} answers={answers} />
      </Section>
      <CaseSection
        locale={locale}
        name="free"
        list={free}
        columns={['number', 'name', 'birth', 'received', 'due']}
        href={`${base}?view=free`}
      />
    </>
  );
}

/** One short list with the way to the whole of it. */
async function CaseSection(props: {
  locale: Locale;
  name: 'mine' | 'free' | 'confirm';
  list: { total: number; rows: CaseLine[] };
  note?: string | undefined;
  columns: readonly CaseColumn[];
  href: string;
}) {
  const { locale, name, list, href } = props;
  const t = await getTranslations('queue');
  return (
    <Section
      title={t(`${name}.title`)}
      aside={
        list.total > 0 && (
          <>
            {props.note && <span className="mr-4 font-semibold text-refusal">{props.note}</span>}
            <a href={href} className="target">
              {t(`${name}.all`, { n: list.total })}
            </a>
          </>
        )
      }
    >
      <Table
        caption={t(`${name}.title`)}
        captionHidden
        phone="cards"
        columns={await caseColumns(locale, props.columns)}
        rows={list.rows}
        rowKey={(row) => row.caseId}
        empty={<EmptyState title={t(`${name}.empty`)}>{t(`${name}.next`)}</EmptyState>}
      />
    </Section>
  );
}
