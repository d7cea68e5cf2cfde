import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import { placeNow, placeThen } from '@/components/site/burial-place-words';
import { DefinitionList } from '@/components/ui/definition-list';
import { publicBurial } from '@/domain/burials/public';
import { fullName } from '@/domain/names';
import { dateText, readDate } from '@/domain/partial-date';
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string; burialId: string }> };

/** The entry, or nothing: an unknown one and one that may not be shown look the same. */
const found = cache(async (burialId: string) => {
  try {
    return await publicBurial(visitor, { burialId });
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: fullName(await found((await params).burialId)) };
}

export default async function BurialPage({ params }: PageProps) {
  const { locale, burialId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('burials');
  const words = await getTranslations();
  const burial = await found(burialId);
  const { position } = burial;
  return (
    <article>
      <p className="mb-3">
        <a href={`/${locale}/burials`} className="target">
          {t('title')}
        </a>
      </p>
      <h1 className="title-1 mb-[0.2em]">{burial.surname}</h1>
      <p className="mb-[1.25em] font-serif text-[1.5em] leading-snug">
        {[burial.givenName, burial.patronymic].filter(Boolean).join(' ')}
      </p>
      <DefinitionList
        items={[
          { term: t('bornHeading'), value: burial.birth && dateText(readDate(burial.birth), locale) },
          { term: t('fate'), value: words(`fate.${burial.fate}` as never) },
          { term: t('fateDate'), value: burial.fateDate && dateText(readDate(burial.fateDate), locale) },
          { term: t('kind'), value: words(`burialKind.${burial.kind}` as never) },
          { term: t('placeNow'), value: placeNow(burial, locale) },
          { term: t('placeThen'), value: placeThen(burial, locale) },
          { term: t('precision'), value: words(`precision.${burial.precision}` as never) },
          ...(position ? [{ term: t('position'), value: `${position.latitude}, ${position.longitude}` }] : []),
        ]}
      />
      <p className="measure mt-[1.5em] text-muted">{t('entryNote')}</p>
    </article>
  );
}
