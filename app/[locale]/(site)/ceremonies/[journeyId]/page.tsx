import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import { JourneyStages } from '@/components/site/journey-stages';
import { journeyWords } from '@/components/site/journey-words';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { publicJourney } from '@/domain/community/public-journeys';
import { inLanguage } from '@/domain/community/rules/journeys';
import { fullName } from '@/domain/names';
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string; journeyId: string }> };

export const dynamic = 'force-dynamic';

/** The entry, or nothing: an unknown one and one that is not shown look the same. */
const found = cache(async (journeyId: string) => {
  try {
    return await publicJourney(visitor, { journeyId });
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, journeyId } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  return { title: inLanguage((await found(journeyId)).title, locale) };
}

export default async function CeremonyPage({ params }: PageProps) {
  const { locale, journeyId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const journey = await found(journeyId);
  const t = await getTranslations('journeys');
  const words = await journeyWords(locale);
  const told = (names: typeof journey.title) => inLanguage(names, locale);
  return (
    <article>
      <p className="mb-3 print:hidden">
        <a href={`/${locale}/ceremonies`} className="target">
          {t('title')}
        </a>
      </p>
      <PageHeading above={words.kind(journey)}>{told(journey.title)}</PageHeading>
      {journey.state === 'cancelled' && <Notice tone="attention" title={t('state.cancelled')} />}
      <DefinitionList
        items={[
          { term: t('when'), value: words.days(journey) },
          { term: t('where'), value: words.where(journey) },
        ]}
      />
      {told(journey.report) && (
        <Section title={t('report')}>
          <p className="measure whitespace-pre-line font-serif">{told(journey.report)}</p>
        </Section>
      )}
      {journey.stages.length > 0 && (
        <Section title={t('stages')}>
          <JourneyStages stages={journey.stages} locale={locale} label={t('stages')} />
        </Section>
      )}
      {told(journey.programme) && (
        <Section title={t('programme')}>
          <p className="measure whitespace-pre-line">{told(journey.programme)}</p>
        </Section>
      )}
      {journey.soldiers.length > 0 && (
        <Section title={t('soldiers')}>
          <ul>
            {journey.soldiers.map((soldier) => (
              <li key={soldier.burialId} className="py-[0.25em] font-serif text-[1.15em]">
                <a href={`/${locale}/burials/${soldier.burialId}`}>{fullName(soldier)}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {journey.participants.length > 0 && (
        <Section title={t('participants')}>
          <ul>
            {journey.participants.map(({ partner, part }) => (
              <li key={`${partner.kk}${part}`}>{[told(partner), part].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </Section>
      )}
      {journey.state !== 'held' && (
        <p className="mt-[2em] print:hidden">
          <a href={`/${locale}/ceremonies/${journey.id}/calendar.ics`} className="target">
            {t('subscribe')}
          </a>
        </p>
      )}
    </article>
  );
}
