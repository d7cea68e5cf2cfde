import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { placeNow } from '@/components/site/burial-place-words';
import { LinkedData } from '@/components/site/linked-data';
import { MemorialHead } from '@/components/site/memorial-head';
import { MemorialPlace } from '@/components/site/memorial-place';
import { shared } from '@/components/site/shared-page';
import { ButtonLink } from '@/components/ui/button';
import { fullName } from '@/domain/names';
import { env } from '@/env';
import { type Locale, routing } from '@/messages/routing';
import { entryOf } from './entry';

type PageProps = { params: Promise<{ locale: string; burialId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, burialId } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'burials' });
  const burial = await entryOf(burialId);
  const name = fullName(burial);
  return shared({
    baseUrl: env.baseUrl,
    title: name,
    description: t('picture', { name, place: placeNow(burial, locale as Locale) }),
    path: `/burials/${burialId}`,
    locale: locale as Locale,
  });
}

export default async function BurialPage({ params }: PageProps) {
  const { locale, burialId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('burials');
  const burial = await entryOf(burialId);
  const path = `/${locale}/burials/${burialId}`;
  return (
    <article>
      <p className="mb-3 print:hidden">
        <a href={`/${locale}/burials`} className="target">
          {t('title')}
        </a>
      </p>
      <MemorialHead man={burial} locale={locale} />
      {burial.memoryPageId && (
        <p className="mb-(--gap-section) text-center print:hidden">
          <ButtonLink href={`/${locale}/memory/${burial.memoryPageId}`}>{t('readMemory')}</ButtonLink>
        </p>
      )}
      <MemorialPlace burial={burial} locale={locale} />
      <p className="measure mt-(--gap-section) border-line border-t pt-[1.25em] text-muted">{t('entryNote')}</p>
      <p className="mt-2 print:hidden">
        <a href={`${path}/object`} className="target">
          {t('object')}
        </a>
      </p>
      <LinkedData burial={burial} page={{ baseUrl: env.baseUrl, path, locale, picture: `${path}/picture` }} />
    </article>
  );
}
