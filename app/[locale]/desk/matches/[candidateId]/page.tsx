import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { CandidateCompared } from '@/components/desk/candidate-compared';
import { bandTones, candidateWords } from '@/components/desk/candidate-words';
import { days } from '@/components/desk/days';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { candidatePage } from '@/domain/matching/candidate-page';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import { type Search, textOf } from '../../search';
import { AsWritten, NextBest, PastDecisions } from './around';
import { Decide } from './decide';
import { comparedLines, Told } from './sides';

type PageProps = { params: Promise<{ locale: string; candidateId: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'candidate' });
  return { title: t('title') };
}

/** A case and who it may be, side by side: what the two say, what the comparison makes of it, and the decision. */
export default async function CandidatePage({ params, searchParams }: PageProps) {
  const { locale, candidateId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const search = await searchParams;
  const caseId = textOf(search, 'case');
  const page = await found(candidatePage(actor, { candidateId, ...(caseId ? { caseId } : {}) }));
  const t = await getTranslations('candidate');
  const words = await candidateWords();
  const { day } = await days();
  const { left, right, record } = page;
  const back = `/${locale}/desk/cases/${left.caseId}`;
  const leftLabel = t('otherCase', { number: left.number });
  const rightLabel = right ? t('otherCase', { number: right.number }) : t('page.record');
  const earlier = page.decisions[0];
  return (
    <>
      <Breadcrumb
        items={[{ label: leftLabel, href: `${back}#matches` }, { label: words.nameOf(record ?? right ?? left) }]}
      />
      <PageHeading above={t('page.title', { number: left.number })}>
        <span className="name-of-the-dead">
          {words.nameOf(left)} – {words.nameOf(record ?? right ?? left)}
        </span>
      </PageHeading>
      <p className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <Tag tone={bandTones[page.band]}>{words.band(page.band)}</Tag>
        <span className="figures-aligned">{t('bits', { bits: words.bits(page.bits) })}</span>
        <span className="measure text-muted">{t('page.scale')}</span>
      </p>
      {page.gone && <Notice tone="attention" title={t('page.gone')} />}
      {page.outdated && !page.gone && <Notice title={t('page.outdated')} />}
      {page.changedSince.length > 0 && earlier && (
        <Notice
          tone="attention"
          title={t('returned', {
            state: words.state(earlier.state),
            day: day(earlier.at),
            fields: page.changedSince.map(words.field).join(', '),
          })}
        >
          {earlier.reason}
        </Notice>
      )}
      <CandidateCompared left={leftLabel} right={rightLabel} lines={comparedLines(page, locale)} sum={page.bits} />
      <NextBest locale={locale} page={page} />
      <Decide
        locale={locale}
        page={page}
        mayDecide={can(actor, 'match.decide', left.assigneeId === actor.staffId)}
        chosen={textOf(search, 'decide')}
      />
      <PastDecisions page={page} />
      <Told side={left} title={(reference) => t('page.told', { reference })} />
      {right && <Told side={right} title={(reference) => t('page.toldHere', { case: rightLabel, reference })} />}
      <AsWritten locale={locale} page={page} />
      <p className="mt-6">
        <a href={back} className="target">
          {t('page.toCase', { number: left.number })}
        </a>
        {right && (
          <a href={`/${locale}/desk/cases/${right.caseId}`} className="target ml-6">
            {t('page.toCase', { number: right.number })}
          </a>
        )}
      </p>
    </>
  );
}
