import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { ArchiveCaseHead } from '@/components/desk/archive-case-head';
import { ArchiveResults } from '@/components/desk/archive-results';
import { PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { caseQuestion } from '@/domain/archive/case-question';
import { findRecords } from '@/domain/archive/find';
import { caseInHand } from '@/domain/archive/queries';
import { type Question, questionFields } from '@/domain/archive/question';
import { can, type StaffActor } from '@/domain/permissions';
import { sourceList } from '@/domain/reference-queries';
import { DomainError } from '@/domain/result';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../found';
import { pageOf, type Search, textOf } from '../search';
import { Lookup } from './lookup';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const pageSize = 25;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'archive' });
  return { title: t('title') };
}

/** The lookup into the archive index: the form logs, the address shows what was found. */
export default async function ArchivePage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'archive.read')) notFound();
  const t = await getTranslations('archive');
  const search = await searchParams;
  const typed = Object.fromEntries(questionFields.map((name) => [name, textOf(search, name)])) as Question;
  const caseId = textOf(search, 'case');
  const inHand = caseId ? await found(caseInHand(actor, { caseId })) : undefined;
  const mayLog = inHand !== undefined && can(actor, 'search.log', inHand.assigneeId === actor.staffId);
  const isLogged = textOf(search, 'logged') === 'yes';
  // Straight from a case its own question stands there, whatever name the link carried.
  const isFresh = inHand && !isLogged && questionFields.every((name) => name === 'text' || !typed[name]);
  const question: Question = isFresh ? { ...typed, ...(await caseQuestion(actor, { caseId })) } : typed;
  const sources = await sourceList(actor, {});
  const isAsked = questionFields.some((name) => question[name]);
  const page = pageOf(search);
  const address = {
    path: `/${locale}/desk/archive`,
    params: {
      ...question,
      case: caseId || undefined,
      logged: isLogged ? 'yes' : undefined,
      page: page > 1 ? String(page) : undefined,
    },
  };
  // What a case asks counts as a search of its sources, so nothing is shown before it is logged.
  const isShown = isAsked && (isLogged || !mayLog);
  const answer = isShown ? await answerOf(actor, question, page) : undefined;
  return (
    <>
      <PageHeading>{t('title')}</PageHeading>
      {inHand && <ArchiveCaseHead locale={locale} inHand={inHand} mayLog={mayLog} />}
      <Lookup locale={locale} question={question} caseId={caseId} mayLog={mayLog} sources={sources} />
      {isAsked && !isShown && <Notice title={t('press')}>{t('pressWhy')}</Notice>}
      {answer && 'refusal' in answer && <Refused refusal={answer.refusal} />}
      {answer && 'records' in answer && (
        <ArchiveResults
          locale={locale}
          address={address}
          question={question}
          caseId={caseId}
          isLogged={isLogged}
          page={page}
          pageSize={pageSize}
          sources={sources}
          {...answer}
        />
      )}
    </>
  );
}

/** An address typed by hand may ask for nothing that can be answered. */
async function answerOf(actor: StaffActor, question: Question, page: number) {
  try {
    return await findRecords(actor, { ...question, limit: pageSize, offset: (page - 1) * pageSize });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'input.invalid') return { refusal: error };
    throw error;
  }
}

async function Refused({ refusal }: { refusal: DomainError }) {
  const t = await getTranslations('errors');
  return (
    <Notice tone="refusal" title={t('input.invalid')}>
      {Object.values(refusal.fields).map((code) => (
        <p key={code}>{t(t.has(code as never) ? (code as never) : 'unknown')}</p>
      ))}
    </Notice>
  );
}
