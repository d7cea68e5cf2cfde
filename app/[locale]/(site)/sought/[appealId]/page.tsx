import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { cache } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Lead, PageHeading } from '@/components/ui/headings';
import { soughtFamily } from '@/domain/community/appeal-queries';
import { fullName } from '@/domain/names';
import { dateText, readDate } from '@/domain/partial-date';
import { visitor } from '@/domain/permissions';
import { DomainError } from '@/domain/result';
import { routing } from '@/messages/routing';

type PageProps = { params: Promise<{ locale: string; appealId: string }> };

/** The appeal, or nothing: an unknown one and one that may no longer be read look the same. */
const found = cache(async (appealId: string) => {
  try {
    return await soughtFamily(visitor, { appealId });
  } catch (error) {
    if (error instanceof DomainError) notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: fullName(await found((await params).appealId)) };
}

/** One appeal: who he is, what the museum asks, and the two ways to answer. */
export default async function SoughtFamilyPage({ params }: PageProps) {
  const { locale, appealId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations('sought');
  const row = await found(appealId);
  const text = row.text[locale] || row.text.kk || row.text.ru || row.text.en;
  const spoken = (['kk', 'ru', 'en'] as const).find((language) => row.text[language] === text);
  return (
    <article>
      <p className="mb-3">
        <a href={`/${locale}/sought`} className="target">
          {t('all')}
        </a>
      </p>
      <PageHeading above={t('title')}>{fullName(row) || t('nameless')}</PageHeading>
      <Lead>
        <p lang={spoken} className="whitespace-pre-line">
          {text}
        </p>
      </Lead>
      <DefinitionList
        items={[
          { term: t('bornHeading'), value: row.birth && (dateText(readDate(row.birth), locale) || row.birth) },
          { term: t('birthPlace'), value: row.birthPlace },
          { term: t('district'), value: row.district },
        ]}
      />
      <div className="mt-[2em] grid gap-x-12 gap-y-8 sm:grid-cols-2 print:hidden">
        <Way title={t('relative')} text={t('relativeText')} href={`/${locale}/apply`} />
        <Way title={t('know')} text={t('knowText')} href={`/${locale}/tell-us?about=appeal-${appealId}`} />
      </div>
    </article>
  );
}

function Way({ title, text, href }: { title: string; text: string; href: string }) {
  return (
    <section className="border-line border-t pt-[1em]">
      <p className="measure mb-[1em]">{text}</p>
      <ButtonLink href={href}>{title}</ButtonLink>
    </section>
  );
}
