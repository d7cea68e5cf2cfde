import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { NewsWaiting } from '@/components/desk/news-waiting';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading, Section } from '@/components/ui/headings';
import { openErasures } from '@/domain/applications/erasure-requests';
import { newInvitationAnswers } from '@/domain/community/journey-queries';
import { myWork } from '@/domain/desk/my-work';
import { myTasks } from '@/domain/desk/task-queries';
import { type Urgency, urgencies } from '@/domain/desk/urgency';
import { objectionList } from '@/domain/memory/objections';
import { newsCounts } from '@/domain/news/queries';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { CommunityWork } from './community-work';
import { DoneToday } from './done-today';
import { InvitationAnswers } from './invitation-answers';
import { sectionsFor } from './sections';
import { WorkTable } from './work-table';

/** Terms still to come that are shown here; all of them stand in the list of one's own cases. */
const aheadShown = 12;

type PageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'queue' });
  return { title: t('title') };
}

/** My work: everything that waits for one person, in one order of urgency. */
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
  const t = await getTranslations('work');
  const queue = await getTranslations('queue');
  const { items, totals } = await myWork(actor, {});
  const erasures = can(actor, 'erasure.decide') ? await openErasures(actor, {}) : 0;
  const objections = can(actor, 'objection.decide') ? (await objectionList(actor, {})).open : 0;
  const base = `/${locale}/desk`;
  const matching = await getTranslations('candidate.work');
  const aside: Partial<Record<Urgency, { href: string; label: string }>> = {
    candidates: { href: `${base}/matches`, label: matching('aside', { n: totals.candidates }) },
    ahead: { href: `${base}/cases?view=mine&sort=due`, label: t('allMine', { n: totals.mine }) },
    free: { href: `${base}/cases?view=free`, label: t('allFree', { n: totals.free }) },
  };
  return (
    <>
      <PageHeading
        aside={
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <a href={`${base}/tasks`} className="target">
              {t('tasks')}
            </a>
            {items.length > 0 && <ButtonLink href={`${base}/next`}>{t('next')}</ButtonLink>}
          </div>
        }
      >
        {queue('title')}
      </PageHeading>
      {erasures > 0 && (
        <p className="mb-[1.25em]">
          <a href={`${base}/erasures`} className="target">
            {queue('erasures', { n: erasures })}
          </a>
        </p>
      )}
      {objections > 0 && (
        <p className="mb-[1.25em]">
          <a href={`${base}/objections`} className="target">
            {queue('objections', { n: objections })}
          </a>
        </p>
      )}
      {items.length === 0 && <EmptyState title={t('nothing.title')}>{t('nothing.next')}</EmptyState>}
      {urgencies.map((urgency) => {
        const part = items
          .filter((item) => item.urgency === urgency)
          .slice(0, urgency === 'ahead' ? aheadShown : undefined);
        const more = aside[urgency];
        return (
          part.length > 0 && (
            <Section
              key={urgency}
              title={t(`section.${urgency}`)}
              id={sectionIds[urgency]}
              aside={
                more && (
                  <a href={more.href} className="target">
                    {more.label}
                  </a>
                )
              }
            >
              <WorkTable locale={locale} caption={t(`section.${urgency}`)} items={part} />
            </Section>
          )
        );
      })}
      <CommunityWork locale={locale} actor={actor} />
      <InvitationAnswers locale={locale} answers={await newInvitationAnswers(actor, {})} />
      <DoneToday locale={locale} tasks={(await myTasks(actor, {})).done} />
      <NewsWaiting locale={locale} counts={await newsCounts(actor, {})} />
    </>
  );
}

const sectionIds: Readonly<Record<Urgency, string>> = {
  late: 'late',
  today: 'today',
  waiting: 'waiting',
  candidates: 'matches',
  ahead: 'ahead',
  free: 'free',
};
