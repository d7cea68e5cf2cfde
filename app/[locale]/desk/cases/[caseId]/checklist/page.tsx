import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { ArchiveCaseHead } from '@/components/desk/archive-case-head';
import { ArchiveSpellings } from '@/components/desk/archive-spellings';
import { SourceState } from '@/components/desk/search-outcome';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ButtonLink } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { caseInHand } from '@/domain/archive/queries';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { type Checklist, checklistOf } from '@/domain/sources/checklist';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../../found';
import { SourcePart } from './source';

type PageProps = { params: Promise<{ locale: string; caseId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale, caseId } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'checklist' });
  const { number } = await found(caseInHand(await deskActor(locale), { caseId }));
  return { title: `№ ${number}, ${t('title')}` };
}

/** The working page of a search: source after source, with the searches ready to be opened and the outcome to be logged. */
export default async function ChecklistPage({ params }: PageProps) {
  const { locale, caseId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const inHand = await found(caseInHand(actor, { caseId }));
  const list = await found(checklistOf(actor, { caseId }));
  const isOwn = inHand.assigneeId === actor.staffId;
  const mayLog = can(actor, 'search.log', isOwn);
  const t = await getTranslations('checklist');
  const cases = await getTranslations('case');
  const texts = await formTexts();
  const firstLeft = list.sources.find(({ isOnChecklist, isCovered }) => isOnChecklist && !isCovered)?.key;
  return (
    <>
      <Breadcrumb
        items={[
          { label: cases('all'), href: `/${locale}/desk/cases` },
          { label: cases('number', { number: inHand.number }), href: `/${locale}/desk/cases/${caseId}` },
          { label: t('title') },
        ]}
      />
      <ArchiveCaseHead locale={locale} inHand={inHand} />
      <PageHeading
        aside={
          can(actor, 'archive.paste') && (
            <ButtonLink href={`/${locale}/desk/archive/paste?case=${caseId}`} look="secondary">
              {t('found')}
            </ButtonLink>
          )
        }
      >
        {t('title')}
      </PageHeading>
      <Notice tone={list.isComplete ? 'success' : 'info'} title={t('progress', { done: list.done, total: list.total })}>
        {t(list.isComplete ? 'complete' : 'incomplete')}
        {!mayLog && <p className="mt-2">{t('notYours')}</p>}
      </Notice>
      <Contents list={list} locale={locale} />
      <ArchiveSpellings spellings={list.spellings} open={false} />
      <ol className="mt-6">
        {list.sources.map((source) => (
          <SourcePart
            key={source.key}
            source={source}
            locale={locale}
            caseId={caseId}
            name={fullName(inHand)}
            mayLog={mayLog}
            isNext={source.key === firstLeft}
            texts={texts}
          />
        ))}
      </ol>
    </>
  );
}

/** The whole list at a glance, each line leading to its source below. */
async function Contents({ list, locale }: { list: Checklist; locale: Locale }) {
  const t = await getTranslations('checklist');
  return (
    <nav aria-label={t('contents')} className="my-5 border-line border-y py-3">
      <ol className="gap-x-10 lg:columns-2">
        {list.sources.map((source, at) => (
          <li
            key={source.key}
            className="flex break-inside-avoid flex-wrap items-baseline justify-between gap-x-4 py-1"
          >
            <a href={`#source-${source.key}`} className="target -my-1">
              {at + 1}. {source.name[locale]}
            </a>
            <span className="minor">
              <SourceState source={source} />
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
