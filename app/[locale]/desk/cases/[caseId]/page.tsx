import '@/components/desk/case-head.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { TakenOver } from '@/components/desk/taken-over';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { fullName } from '@/domain/names';
import { type Locale, routing } from '@/messages/routing';
import { type Search, textOf } from '../../search';
import { Asked } from './asked';
import { ConclusionPart } from './conclusion';
import { Evidence } from './evidence';
import { Family } from './family';
import { Finds } from './finds';
import { CaseHead } from './head';
import { History } from './history';
import { Known } from './known';
import { Letters } from './letters';
import { Matches } from './matches';
import { Searched } from './searched';
import { CaseSteps } from './steps';
import { TakeOut } from './take-out';
import { CaseTasks } from './tasks';
import { caseOf, caseView } from './view';

type PageProps = { params: Promise<{ locale: string; caseId: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, caseId } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'case' });
  const { line } = await caseOf(locale, caseId);
  return { title: [t('number', { number: line.number }), fullName(line)].filter(Boolean).join(', ') };
}

/** One case, read from what is known, through what was searched and asked, to what is concluded and told. */
export default async function CasePage({ params, searchParams }: PageProps) {
  const { locale, caseId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const search = await searchParams;
  const view = await caseView(locale, caseId, {
    place: textOf(search, 'place'),
    source: textOf(search, 'source'),
    join: textOf(search, 'join'),
  });
  const t = await getTranslations('case');
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('all'), href: `/${locale}/desk/cases` },
          { label: t('number', { number: view.page.line.number }) },
        ]}
      />
      <CaseHead view={view} />
      {view.taken && <TakenOver taken={view.taken} />}
      <CaseSteps view={view} />
      <CaseTasks view={view} />
      <Known view={view} />
      <Family view={view} />
      <Matches view={view} />
      <Finds view={view} />
      <Searched view={view} />
      <Asked view={view} />
      <Evidence view={view} />
      <ConclusionPart view={view} />
      <Letters view={view} />
      <History view={view} />
      <TakeOut view={view} />
    </>
  );
}
