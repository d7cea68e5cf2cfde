import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Lead, PageHeading } from '@/components/ui/headings';
import type { Tone } from '@/components/ui/mark';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { memoryOfCase } from '@/domain/memory/reading';
import { fullName } from '@/domain/names';
import { can } from '@/domain/permissions';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../../found';
import { FamilyPart } from './family';
import { HoldPart } from './holds';
import { PhotosPart } from './photos';
import { StoryPart } from './story';
import type { MemoryView } from './view';

type PageProps = { params: Promise<{ locale: string; caseId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'memoryDesk' });
  return { title: t('title') };
}

const tones: Record<string, Tone> = { draft: 'neutral', asked: 'attention', published: 'good', withdrawn: 'closed' };

/** The memory page of a case: its words and pictures, what the family says, whether everybody reads it. */
export default async function CaseMemoryPage({ params }: PageProps) {
  const { locale, caseId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const memory = await found(memoryOfCase(actor, { caseId }));
  const owned = 'staffId' in actor && memory.assigneeId === actor.staffId;
  const view: MemoryView = { locale, caseId, memory, may: (permission) => can(actor, permission, owned) };
  const t = await getTranslations('memoryDesk');
  const cases = await getTranslations('case');
  const { day } = await days();
  const { page } = memory;
  return (
    <>
      <Breadcrumb
        items={[
          { label: cases('all'), href: `/${locale}/desk/cases` },
          { label: cases('number', { number: memory.number }), href: `/${locale}/desk/cases/${caseId}` },
          { label: t('title') },
        ]}
      />
      <PageHeading
        above={t('title')}
        aside={<Tag tone={tones[page?.state ?? ''] ?? 'neutral'}>{t(`states.${page?.state ?? 'none'}`)}</Tag>}
      >
        {fullName(memory)}
      </PageHeading>
      <Lead>{t('hint')}</Lead>
      {page && (
        <p className="minor mb-2 text-muted">
          {t('written', { by: page.writer, day: day(page.writtenAt), version: page.version })}
        </p>
      )}
      {page && <Standing view={view} />}
      <StoryPart view={view} />
      {page && <PhotosPart view={view} page={page} />}
      {page && <FamilyPart view={view} page={page} />}
      <HoldPart view={view} />
    </>
  );
}

/** Whether everybody reads it now; if not, what stands in the way. */
async function Standing({ view: { locale, memory } }: { view: MemoryView }) {
  const t = await getTranslations('memoryDesk');
  if (memory.isPublic)
    return (
      <Notice tone="success" title={t('public.yes')}>
        <a href={`/${locale}/memory/${memory.page?.id}`} className="target">
          {t('open')}
        </a>
      </Notice>
    );
  const why = [
    memory.holds.length > 0 && t('why.held'),
    memory.holds.length === 0 && memory.burials.length === 0 && t('why.burial'),
    memory.page?.answers.some(({ answer }) => answer !== 'agreed') && t('why.family'),
  ].filter(Boolean);
  return (
    <Notice title={t('public.no')}>
      <ul>
        {why.map((sentence) => (
          <li key={String(sentence)}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
