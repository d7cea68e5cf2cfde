import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { pasteAction } from '@/app/actions/paste';
import { deskActor } from '@/app/actions/session';
import { ArchiveCaseHead } from '@/components/desk/archive-case-head';
import { PasteForm, type PasteWords } from '@/components/desk/paste-form';
import { formTexts } from '@/components/form/texts';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageHeading } from '@/components/ui/headings';
import { caseInHand } from '@/domain/archive/queries';
import { can } from '@/domain/permissions';
import { sourceList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';
import { found } from '../../found';
import { type Search, textOf } from '../../search';

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'paste' });
  return { title: t('title') };
}

/** A card copied from a database's page, or its address, brought into the index; from a case also for that case. */
export default async function PastePage({ params, searchParams }: PageProps) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  if (!can(actor, 'archive.paste')) notFound();
  const search = await searchParams;
  const caseId = textOf(search, 'case');
  const inHand = caseId ? await found(caseInHand(actor, { caseId })) : null;
  const isOwn = inHand?.assigneeId === actor.staffId;
  const t = await getTranslations('paste');
  const archive = await getTranslations('archive');
  const sources = (await sourceList(actor, {})).filter(({ inUse }) => inUse);
  return (
    <>
      <Breadcrumb
        items={[
          { label: archive('title'), href: `/${locale}/desk/archive${caseId ? `?case=${caseId}` : ''}` },
          { label: t('title') },
        ]}
      />
      {inHand && <ArchiveCaseHead locale={locale} inHand={inHand} />}
      <PageHeading>{t('title')}</PageHeading>
      <p className="measure mb-5 text-muted">{t('lead')}</p>
      <PasteForm
        action={pasteAction}
        words={await pasteWords()}
        texts={await formTexts()}
        sourceKey={textOf(search, 'source')}
        sources={[
          { value: '', label: t('byAddress') },
          ...sources.map(({ key, name }) => ({ value: key, label: name[locale] })),
        ]}
        inHand={
          inHand && {
            caseId: inHand.caseId,
            mayLog: can(actor, 'search.log', isOwn),
            mayAttach: can(actor, 'evidence.attach', isOwn),
          }
        }
      />
    </>
  );
}

const ownWords = [
  'text',
  'source',
  'sourceHint',
  'look',
  'lookAgain',
  'readTitle',
  'others',
  'nameGroup',
  'knownTitle',
  'knownSame',
  'toKnown',
  'newer',
  'logged',
  'attach',
  'citation',
  'states',
  'keep',
  'keepKnown',
] as const;

async function pasteWords(): Promise<PasteWords> {
  const t = await getTranslations('paste');
  const field = await getTranslations('mappedField');
  const words = Object.fromEntries(ownWords.map((key) => [key, t(key)])) as Record<(typeof ownWords)[number], string>;
  return { ...words, surname: field('surname'), givenName: field('givenName'), patronymic: field('patronymic') };
}
