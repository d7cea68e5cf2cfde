import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { ArchiveCaseHead } from '@/components/desk/archive-case-head';
import { ArchiveReadings } from '@/components/desk/archive-readings';
import { ArchiveOrigin, ArchiveRow } from '@/components/desk/archive-record';
import { ArchiveSisters } from '@/components/desk/archive-sisters';
import { SoldierName } from '@/components/desk/soldier-name';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { archiveRecord, caseInHand } from '@/domain/archive/queries';
import { recordSurroundings } from '@/domain/archive/record-page';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import { choiceOf, type Search, textOf } from '../../search';
import { AttachToCase } from './attach';

type PageProps = { params: Promise<{ locale: string; recordId: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'archive' });
  return { title: t('record.title') };
}

/** One archive record exactly as written; from a case also beside that case, to be attached as evidence. */
export default async function ArchiveRecordPage({ params, searchParams }: PageProps) {
  const { locale, recordId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = await found(archiveRecord(actor, { recordId }));
  const surroundings = await found(recordSurroundings(actor, { recordId }));
  const t = await getTranslations('archive');
  const search = await searchParams;
  const caseId = textOf(search, 'case');
  const pasted = choiceOf(search, 'pasted', ['', 'new', 'known']);
  const inHand = caseId ? await found(caseInHand(actor, { caseId })) : undefined;
  const isOwn = inHand?.assigneeId === actor.staffId;
  const { record, versions } = page;
  const newest = versions.find((version) => version.recordId !== record.id);
  const carried = caseId ? `?case=${caseId}` : '';
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('title'), href: `/${locale}/desk/archive${carried}` },
          { label: fullName(record) || t('record.title') },
        ]}
      />
      {inHand && <ArchiveCaseHead locale={locale} inHand={inHand} />}
      <PageHeading above={page.origin?.source?.[locale]}>
        <SoldierName soldier={record} />
      </PageHeading>
      {pasted && <Pasted isKnown={pasted === 'known'} isForCase={inHand !== undefined} />}
      {record.superseded && newest && (
        <Notice tone="attention" title={t('record.superseded')}>
          <a href={`/${locale}/desk/archive/${newest.recordId}${carried}`} className="target">
            {t('record.toNewest')}
          </a>
        </Notice>
      )}
      {inHand && (
        <AttachToCase locale={locale} page={page} inHand={inHand} mayAttach={can(actor, 'evidence.attach', isOwn)} />
      )}
      <ArchiveRow record={record} />
      <ArchiveReadings locale={locale} surroundings={surroundings} written={record} />
      <ArchiveSisters locale={locale} sisters={surroundings.sisters} carried={carried} />
      <ArchiveOrigin
        locale={locale}
        page={page}
        proposedFor={surroundings.proposedFor}
        carried={carried}
        seesImports={can(actor, 'archive.import')}
      />
    </>
  );
}

/** What became of a card that was pasted. */
async function Pasted({ isKnown, isForCase }: { isKnown: boolean; isForCase: boolean }) {
  const t = await getTranslations('paste');
  return (
    <Notice tone={isKnown ? 'attention' : 'success'} title={t(isKnown ? 'doneKnown' : 'doneNew')} live>
      {!isKnown && isForCase && t('doneMatching')}
    </Notice>
  );
}
