import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { NewCandidates } from '@/components/desk/new-candidates';
import { PageHeading } from '@/components/ui/headings';
import { Pager } from '@/components/ui/pager';
import { newCandidates } from '@/domain/matching/new-candidates';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { pageOf, type Search } from '../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 100;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'candidate' });
  return { title: t('work.title') };
}

/** All possible matches that wait in one's own cases, the longest waiting first. */
export default async function MatchesPage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = pageOf(await searchParams);
  const { total, rows } = await found(newCandidates(actor, { limit: pageSize, offset: (page - 1) * pageSize }));
  const t = await getTranslations('candidate.work');
  return (
    <>
      <PageHeading aside={<p className="text-muted">{t('aside', { n: total })}</p>}>{t('title')}</PageHeading>
      <NewCandidates locale={locale} rows={rows} />
      <Pager address={{ path: `/${locale}/desk/matches`, params: {} }} page={page} pageSize={pageSize} total={total} />
    </>
  );
}
