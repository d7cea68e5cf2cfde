import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { journeyWords } from '@/components/site/journey-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Lead, PageHeading, Section } from '@/components/ui/headings';
import { Tag } from '@/components/ui/tag';
import { type PublicJourney, publicJourneys } from '@/domain/community/public-journeys';
import { inLanguage } from '@/domain/community/rules/journeys';
import { visitor } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'journeys' });
  return { title: t('title'), description: t('lead') };
}

/** Trips and ceremonies the public reads of, the next first. */
export default async function CeremoniesPage({ params }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('journeys');
  const { coming, past } = await publicJourneys(visitor, {});
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      <Lead>{t('lead')}</Lead>
      <Section title={t('coming')}>
        {coming.length === 0 ? (
          <EmptyState title={t('noneComing')}>{t('noneComingNext')}</EmptyState>
        ) : (
          <Journeys journeys={coming} locale={locale} />
        )}
        <p className="mt-[1.25em] print:hidden">
          <a href={`/${locale}/ceremonies/calendar.ics`} className="target">
            {t('subscribeAll')}
          </a>
          <span className="block text-muted">{t('subscribeHint')}</span>
        </p>
        <p className="measure mt-[1.25em] print:hidden">
          {t('relativeNote')}{' '}
          <a href={`/${locale}/track#journeys`} className="target">
            {t('relativeLink')}
          </a>
        </p>
      </Section>
      {past.length > 0 && (
        <Section title={t('past')}>
          <Journeys journeys={past} locale={locale} />
        </Section>
      )}
    </>
  );
}

async function Journeys({ journeys, locale }: { journeys: readonly PublicJourney[]; locale: Locale }) {
  const t = await getTranslations('journeys');
  const words = await journeyWords(locale);
  return (
    <ul className="border-line border-t">
      {journeys.map((journey) => (
        <li key={journey.id} className="border-line border-b py-[0.9em]">
          <p className="text-muted">{`${words.kind(journey)}, ${words.days(journey)}`}</p>
          <a href={`/${locale}/ceremonies/${journey.id}`} className="font-serif text-[1.25em] leading-snug">
            {inLanguage(journey.title, locale)}
          </a>
          <p>{words.where(journey)}</p>
          {journey.state === 'cancelled' && (
            <p className="mt-[0.35em]">
              <Tag tone="attention">{t('state.cancelled')}</Tag>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
