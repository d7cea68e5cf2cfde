import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getFormatter, getTranslations, setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import { ApplyPrintButton } from '@/components/site/apply-print-button';
import { ApplyShareLink } from '@/components/site/apply-share-link';
import { placeNow } from '@/components/site/burial-place-words';
import { LinkedData } from '@/components/site/linked-data';
import { MemorialHead } from '@/components/site/memorial-head';
import { MemorialPlace } from '@/components/site/memorial-place';
import { MemoryPhotos } from '@/components/site/memory-photos';
import { MemoryStory } from '@/components/site/memory-story';
import { shared } from '@/components/site/shared-page';
import { Section } from '@/components/ui/headings';
import { publicMemory } from '@/domain/memory/reading';
import { fullName } from '@/domain/names';
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { env } from '@/env';
import { type Locale, routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string; pageId: string }> };

/** The page, or nothing: an unknown one and one that may not be shown look the same. */
const found = cache(async (pageId: string) => {
  try {
    const memory = await publicMemory(visitor, { pageId });
    const [burial, ...others] = memory.burials;
    if (!burial) notFound();
    return { ...memory, burial, others };
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, pageId } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'memory' });
  const { burial } = await found(pageId);
  const name = fullName(burial);
  return shared({
    baseUrl: env.baseUrl,
    title: name,
    description: t('description', { name, place: placeNow(burial, locale as Locale) }),
    path: `/memory/${pageId}`,
    locale: locale as Locale,
  });
}

/** What is remembered of one man. Calm, and made to be sent on. */
export default async function MemoryPage({ params }: PageProps) {
  const { locale, pageId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('memory');
  const burials = await getTranslations('burials');
  const format = await getFormatter();
  const { burial, others, photos, story, publishedAt } = await found(pageId);
  const [first, ...more] = photos;
  const name = fullName(burial);
  const path = `/${locale}/memory/${pageId}`;
  const at = ({ attachmentId }: { attachmentId: string }) => `/api/memory/${pageId}/${attachmentId}`;
  return (
    <article>
      <MemorialHead man={burial} locale={locale} />
      {first && (
        <div className="mx-auto mb-(--gap-section) max-w-[46rem]">
          <MemoryPhotos photos={[first]} locale={locale} name={name} at={at} />
        </div>
      )}
      <Section title={t('story')} id="story">
        <MemoryStory story={story} locale={locale} />
      </Section>
      {more.length > 0 && (
        <Section title={t('photos')} id="photos">
          <MemoryPhotos photos={more} locale={locale} name={name} at={at} from={2} />
        </Section>
      )}
      {[burial, ...others].map((one) => (
        <MemorialPlace key={one.burialId} burial={one} locale={locale} />
      ))}
      <Section title={t('send')} id="send">
        <p className="measure [overflow-wrap:anywhere]">{`${env.baseUrl}${path}`}</p>
        <div className="mt-4 flex flex-wrap gap-4 print:hidden">
          <ApplyShareLink
            link={`${env.baseUrl}${path}`}
            texts={{ share: t('share'), copy: t('copy'), copied: t('copied') }}
          />
          <ApplyPrintButton label={t('print')} />
        </div>
        <p className="measure mt-6 text-muted">
          {publishedAt !== null && t('note', { date: format.dateTime(publishedAt, { dateStyle: 'long' }) })}
        </p>
        <p className="mt-2 print:hidden">
          <a href={`/${locale}/burials/${burial.burialId}`} className="target">
            {t('entry')}
          </a>
        </p>
        <p className="print:hidden">
          <a href={`/${locale}/burials/${burial.burialId}/object?about=memory`} className="target">
            {burials('object')}
          </a>
        </p>
      </Section>
      <LinkedData
        burial={burial}
        page={{
          baseUrl: env.baseUrl,
          path,
          locale,
          publishedAt,
          picture: `${path}/picture`,
          photos: photos.map((photo) => `${at(photo)}/view`),
        }}
      />
    </article>
  );
}
